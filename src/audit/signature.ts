import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToHex, hexToBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "./canonicalText";
import { type Digest, digestOfBytes, isDigest } from "./digest";
import type { PrivateKey, PublicKey } from "./keyFile";
import type { TreeHead } from "./merkleTree";

/** As what someone signs: the unit itself (đơn vị), who appraises it (cơ quan thẩm định), the council (hội đồng), who publishes. */
export const signerRoles = ["unit", "appraiser", "council", "publisher"] as const;
export type SignerRole = (typeof signerRoles)[number];

export interface Signer {
  readonly name: string;
  readonly role: SignerRole;
}

/** What someone signs: a tree head, as whom, and on which day by their own account. */
export interface SignedStatement {
  readonly head: TreeHead;
  readonly signer: Signer;
  readonly signedAt: string;
}

/** A signature (chữ ký số) over a tree head: Ed25519, in 128 hexadecimal digits in lower case. */
export interface Signature extends SignedStatement {
  readonly keyId: Digest;
  readonly value: string;
}

/** What is known of a signature; `unchecked` (chưa kiểm tra): nobody gave the public key that it names. */
export type SignatureState = "holds" | "broken" | "unchecked";

/** The public key (khóa công khai) that belongs to a private one. */
export function publicKeyOf(privateKey: PrivateKey): PublicKey {
  return { kind: "public", bytes: ed25519.getPublicKey(privateKey.bytes) };
}

/**
 * A pair of keys (cặp khóa) from 32 random bytes, which whoever calls this draws: the private one signs and is kept, the public
 * one is given to auditors.
 *
 * @example
 * ```ts
 * import { keyPairFrom, publicKeyFile } from "par-index/audit";
 * const { publicKey } = keyPairFrom(new Uint8Array(32));
 * publicKeyFile(publicKey).split("\n")[0]; // => "-----BEGIN PUBLIC KEY-----"
 * ```
 */
export function keyPairFrom(seed: Uint8Array): { readonly privateKey: PrivateKey; readonly publicKey: PublicKey } {
  const privateKey: PrivateKey = { kind: "private", bytes: seed };
  return { privateKey, publicKey: publicKeyOf(privateKey) };
}

/**
 * The name of a public key (mã khóa): the digest of its 32 bytes, by which a signature says whose it is.
 *
 * @example
 * ```ts
 * import { keyIdOf, keyPairFrom } from "par-index/audit";
 * keyIdOf(keyPairFrom(new Uint8Array(32)).publicKey).length; // => 64
 * ```
 */
export function keyIdOf(publicKey: PublicKey): Digest {
  return digestOfBytes(publicKey.bytes);
}

/**
 * The signature (chữ ký số) of a tree head: the same each time for the same statement and key (RFC 8032, 5.1.6).
 *
 * **Errors:** those of {@link canonicalText}, for a statement that no record may hold.
 */
export function signHead(privateKey: PrivateKey, { head, signer, signedAt }: SignedStatement): Signature {
  const named = { head, signer, signedAt, keyId: keyIdOf(publicKeyOf(privateKey)) };
  return { ...named, value: bytesToHex(ed25519.sign(messageOf(named), privateKey.bytes)) };
}

/** The bytes that are signed. The type keeps a signature over a head from ever being one over something else. */
function messageOf({ head, signer, signedAt, keyId }: Omit<Signature, "value">): Uint8Array {
  return utf8ToBytes(canonicalText({ _type: "par-index:head/1", head, keyId, signedAt, signer }));
}

/**
 * Whether a signature holds by the public key that it names (RFC 8032, 5.1.7). One that is not written as a signature is broken
 * whatever keys are given, and so is one over a statement that no record may hold. Nothing is thrown.
 */
export function checkSignature(signature: Signature, publicKeys: readonly PublicKey[]): SignatureState {
  const { keyId, value } = signature;
  if (!isSignatureValue(value) || !isDigest(keyId)) return "broken";
  const key = publicKeys.find((candidate) => keyIdOf(candidate) === keyId);
  if (key === undefined) return "unchecked";
  return isSignedBy(key, signature) ? "holds" : "broken";
}

function isSignatureValue(value: string): boolean {
  return typeof value === "string" && /^[0-9a-f]{128}$/.test(value);
}

function isSignedBy({ bytes }: PublicKey, signature: Signature): boolean {
  try {
    // Not by ZIP 215: it lets keys and signatures have more than one spelling.
    return ed25519.verify(hexToBytes(signature.value), messageOf(signature), bytes, { zip215: false });
  } catch {
    // A statement without a canonical text was never signed.
    return false;
  }
}
