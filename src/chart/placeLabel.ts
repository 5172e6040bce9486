/** A unit behind its place: `3. Xã Hùng Sơn`. Its id stands with it where another of the names is the same. */
export function placeLabel(place: string, { id, name }: { readonly id: string; readonly name: string }, names: readonly string[]): string {
  const isOnce = names.indexOf(name) === names.lastIndexOf(name);
  return `${place}. ${name}${isOnce ? "" : ` (${id})`}`;
}
