/** Text that a spreadsheet would take for a formula, led by an apostrophe; text that looks guarded already by one more. */
export function guarded(text: string): string {
  return text.replace(/^(?='*[=+\-@\t\r])/, "'");
}

/** The text without the apostrophe that {@link guarded} put before it. */
export function unguarded(field: string): string {
  return field.replace(/^'(?='*[=+\-@\t\r])/, "");
}
