import { inflateRawSync } from "node:zlib";

export interface ZipPart {
  readonly name: string;
  readonly text: string;
  /** Day and time of writing as zip files hold them, in the directory and before the part. */
  readonly written: readonly number[];
}

/** The parts of a zip file, by its directory. */
export function zipParts(bytes: Uint8Array): readonly ZipPart[] {
  const zip = Buffer.from(bytes);
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const parts: ZipPart[] = [];
  for (let at = zip.readUInt32LE(end + 16); at < end; ) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)];
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = zip.subarray(data, data + size);
    parts.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      text: (zip.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString("utf8"),
      written: [zip.readUInt32LE(at + 12), zip.readUInt32LE(local + 10)],
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return parts;
}

/** The paragraphs of a part of a Word file, as plain text. */
export function paragraphsOf(xml: string): readonly string[] {
  return (xml.match(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs) ?? []).map((paragraph) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)]
      .map(([, text = ""]) => text)
      .join("")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&apos;", "'")
      .replaceAll("&amp;", "&"),
  );
}

/** The rows of the tables of a Word file, cell by cell. */
export function tableRowsOf(xml: string): readonly (readonly string[])[] {
  return (xml.match(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs) ?? []).map((row) =>
    (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map((cell) => paragraphsOf(cell).join("\n")),
  );
}
