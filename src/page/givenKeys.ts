import { type KeyFault, type PublicKey, readPublicKey } from "../audit/keyFile";

/** A file that was given as a public key: the key, or why it is none. */
export type GivenKey = { readonly name: string } & ({ readonly key: PublicKey } | { readonly fault: KeyFault });

/** More than any key file holds: a large file is not read to see that it is no key. */
const mostBytes = 10_000;

export async function readGivenKey(file: File): Promise<GivenKey> {
  const { name, size } = file;
  const read = readPublicKey(size > mostBytes ? "" : await file.text());
  return read.ok ? { name, key: read.key } : { name, fault: read.why };
}

/** True for a file that looks like a key rather than like a record, whatever it is called. */
export async function looksLikeKey(file: File): Promise<boolean> {
  const mark = "-----BEGIN";
  return file.name.endsWith(".pem") || (await file.slice(0, mark.length).text()) === mark;
}

/** The keys among them that can be used. */
export function usableKeys(given: readonly GivenKey[]): readonly PublicKey[] {
  return given.flatMap((one) => ("key" in one ? [one.key] : []));
}
