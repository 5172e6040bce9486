/**
 * How many bytes the parts of a zip file say they hold, from its directory, before any of them is opened; `undefined` for what
 * is no zip file. A part that says less than it holds is refused while it is read, one that says nothing counts as endless.
 */
export function expandedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const parts = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let part = 0; part < parts; part += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signature.part) return undefined;
    const [held, says] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    total += held > 0 && says === 0 ? Number.POSITIVE_INFINITY : says;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

/** The four bytes with which a part in the directory begins, and the record at its end. */
const signature = { part: 0x02014b50, end: 0x06054b50 } as const;

/** Where the record at the end of the directory begins: it is followed by a remark of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - 0xffff); at -= 1) {
    if (view.getUint32(at, true) === signature.end) return at;
  }
  return undefined;
}
