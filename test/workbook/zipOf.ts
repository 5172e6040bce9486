import { crc32 } from "node:zlib";
import { zipParts } from "./minutes/zipParts";

/** A zip file of these parts, not compressed. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, content] = [Buffer.from(name, "utf8"), Buffer.from(text, "utf8")];
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(16);
    entry.writeUInt32LE(at, 12);
    const body = Buffer.concat([Buffer.from("PK\x03\x04"), shared, title, content]);
    bodies.push(body);
    // The directory says the same of a part, with the version that made it before and its place behind.
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), shared, entry.subarray(2), title]));
    at += body.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(bodies.length, 8);
  end.writeUInt16LE(bodies.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...bodies, listed, end]));
}

/** A zip file whose parts were changed as text. */
export function rezipped(
  zip: Uint8Array,
  edit: (text: string, name: string) => string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array {
  return zipOf({ ...Object.fromEntries(zipParts(zip).map(({ name, text }) => [name, edit(text, name)])), ...more });
}
