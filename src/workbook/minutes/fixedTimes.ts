/** The beginnings of a zip file's parts, of their entries in its directory, and of the record at its end. */
const signature = { part: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;

/** Midnight of 1 January 2000 as zip files write times and days. */
const anyTime = { time: 0, day: ((2000 - 1980) << 9) | (1 << 5) | 1 } as const;

/** A zip file without a remark at its end, with one fixed time of writing for all its parts, so that it does not tell when it was made. */
export function fixedTimes(zip: Uint8Array): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== signature.end) throw new TypeError("a zip file was expected");
  let at = view.getUint32(end + 16, true);
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry -= 1) {
    const part = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== signature.entry || view.getUint32(part, true) !== signature.part) {
      throw new TypeError("a zip file's directory was expected");
    }
    setTime(view, at + 12);
    setTime(view, part + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function setTime(view: DataView, at: number): void {
  view.setUint16(at, anyTime.time, true);
  view.setUint16(at + 2, anyTime.day, true);
}
