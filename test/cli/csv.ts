/** The rows of a CSV whose every cell is quoted; throws at the first that is not. */
export function readCsv(text: string, delimiter: string): readonly (readonly string[])[] {
  const cell = /"((?:[^"]|"")*)"/y;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    cell.lastIndex = at;
    const found = cell.exec(text);
    if (found === null) throw new SyntaxError(`a cell without quotes at ${at}: ${text.slice(at, at + 40)}`);
    row.push((found[1] ?? "").replaceAll('""', '"'));
    at = cell.lastIndex;
    if (text.startsWith(delimiter, at)) at += delimiter.length;
    else if (text.startsWith("\r\n", at)) {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new SyntaxError(`neither a delimiter nor the end of a line at ${at}: ${text.slice(at, at + 40)}`);
  }
  return rows;
}
