import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "./canonicalText";

/** A SHA-256 digest (mã băm): 64 hexadecimal digits in lower case. */
export type Digest = string;

export const digestPattern = /^[0-9a-f]{64}$/;

export function isDigest(value: unknown): value is Digest {
  return typeof value === "string" && digestPattern.test(value);
}

/**
 * The digest (mã băm) of a value: SHA-256 of the UTF-8 bytes of its canonical text.
 *
 * @example
 * ```ts
 * import { digestOf } from "par-index/audit";
 * digestOf({ b: 1, a: 2 }) === digestOf({ a: 2, b: 1 }); // => true
 * ```
 */
export function digestOf(value: unknown): Digest {
  return digestOfText(canonicalText(value));
}

/** The digest of text that is canonical already. */
export function digestOfText(text: string): Digest {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** The digest of a file's bytes, such as a supporting document's. */
export function digestOfBytes(bytes: Uint8Array): Digest {
  return digestOfChunks([bytes]);
}

/** The same from pieces of a file, none of which is kept. */
export function digestOfChunks(chunks: Iterable<Uint8Array>): Digest {
  const hash = sha256.create();
  for (const chunk of chunks) hash.update(chunk);
  return bytesToHex(hash.digest());
}

/** A leaf of the Merkle tree (RFC 9162, 2.1.1): the hash of the byte 0 and an entry's canonical text. */
export function leafHash(text: string): Digest {
  return bytesToHex(sha256(concatBytes(leafMark, utf8ToBytes(text))));
}

/** An inner node of the Merkle tree: the hash of the byte 1 and both nodes below, so that none can be taken for a leaf. */
export function nodeHash(left: Digest, right: Digest): Digest {
  return bytesToHex(sha256(concatBytes(nodeMark, hexToBytes(left), hexToBytes(right))));
}

/** The root of a tree without entries (RFC 9162, 2.1.1). */
export const emptyRoot: Digest = bytesToHex(sha256(new Uint8Array()));

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/**
 * A salt that nobody can guess without the secret, and that is the same each time for the same place: without it, short texts
 * such as a unit's name could be found by trying all of them.
 */
export function saltFrom(secret: string, place: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(place))).slice(0, saltDigits);
}

/** 128 bits. */
const saltDigits = 32;
