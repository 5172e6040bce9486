import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

/** An Ed25519 key: 32 bytes either way, so that only `kind` keeps a private key (khóa bí mật) from being taken for a public one. */
export interface Key<Kind extends KeyKind = KeyKind> {
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

export type KeyKind = "public" | "private";
export type PublicKey = Key<"public">;
export type PrivateKey = Key<"private">;

/** What keeps a text from being the key file that was asked for. */
export type KeyFault = "notPem" | "otherKey" | "privateInsteadOfPublic" | "publicInsteadOfPrivate";

export type KeyRead<Kind extends KeyKind = KeyKind> =
  | { readonly ok: true; readonly key: Key<Kind> }
  | { readonly ok: false; readonly why: KeyFault };

/** How a key stands in a file: the label of the PEM block, and the bytes before the key that say it is one of Ed25519 (RFC 8410). */
const forms = {
  public: { label: "PUBLIC KEY", prefix: "302a300506032b6570032100" },
  private: { label: "PRIVATE KEY", prefix: "302e020100300506032b657004220420" },
} as const;

const keyLength = 32;

/**
 * The public key (khóa công khai) in a PEM file, as `openssl pkey -pubout` writes it. `otherKey`: a key of another kind, such as
 * RSA, or a form of it that OpenSSL does not write; `notPem`: not one whole PEM block.
 *
 * @example
 * ```ts
 * import { readPublicKey } from "par-index/audit";
 * readPublicKey("no key"); // => { ok: false, why: "notPem" }
 * ```
 */
export function readPublicKey(pem: string): KeyRead<"public"> {
  const read = readKey(pem);
  if (!read.ok) return read;
  return isOfKind(read.key, "public") ? { ok: true, key: read.key } : { ok: false, why: "privateInsteadOfPublic" };
}

/**
 * The private key (khóa bí mật) in a PEM file, as `openssl genpkey -algorithm ed25519` writes it, without a password.
 *
 * @example
 * ```ts
 * import { keyPairFrom, publicKeyFile, readPrivateKey } from "par-index/audit";
 * const { publicKey } = keyPairFrom(new Uint8Array(32));
 * readPrivateKey(publicKeyFile(publicKey)); // => { ok: false, why: "publicInsteadOfPrivate" }
 * ```
 */
export function readPrivateKey(pem: string): KeyRead<"private"> {
  const read = readKey(pem);
  if (!read.ok) return read;
  return isOfKind(read.key, "private") ? { ok: true, key: read.key } : { ok: false, why: "publicInsteadOfPrivate" };
}

function isOfKind<Kind extends KeyKind>(key: Key, kind: Kind): key is Key<Kind> {
  return key.kind === kind;
}

function readKey(pem: string): KeyRead {
  const [, label, body = "", after = ""] = /^\s*-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END \1-----([\s\S]*)$/.exec(pem) ?? [];
  if (label === undefined) return { ok: false, why: "notPem" };
  const kind = label === forms.public.label ? "public" : label === forms.private.label ? "private" : undefined;
  if (kind === undefined) return { ok: false, why: "otherKey" };
  const bytes = bytesFrom(body);
  // Of two keys in a file nobody would know which one was read.
  if (bytes === undefined || after.trim() !== "") return { ok: false, why: "notPem" };
  return keyWithin(bytes, kind);
}

function keyWithin(bytes: Uint8Array, kind: KeyKind): KeyRead {
  const start = bytes.length - keyLength;
  const isEd25519 = start > 0 && bytesToHex(bytes.subarray(0, start)) === forms[kind].prefix;
  return isEd25519 ? { ok: true, key: { kind, bytes: bytes.slice(start) } } : { ok: false, why: "otherKey" };
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function bytesFrom(text: string): Uint8Array | undefined {
  const digits = text.replace(/\s+/g, "");
  return base64.test(digits) ? Uint8Array.from(atob(digits), (character) => character.charCodeAt(0)) : undefined;
}

/**
 * The PEM file of a public key (khóa công khai), byte for byte as OpenSSL writes it.
 *
 * @example
 * ```ts
 * import { keyPairFrom, publicKeyFile, readPublicKey } from "par-index/audit";
 * const { publicKey } = keyPairFrom(new Uint8Array(32));
 * readPublicKey(publicKeyFile(publicKey)).ok; // => true
 * ```
 */
export function publicKeyFile(key: PublicKey): string {
  return keyFile(key);
}

/**
 * The PEM file of a private key (khóa bí mật), byte for byte as OpenSSL writes it. Whoever reads it can sign in the signer's name.
 *
 * @example
 * ```ts
 * import { keyPairFrom, privateKeyFile, readPrivateKey } from "par-index/audit";
 * const { privateKey } = keyPairFrom(new Uint8Array(32));
 * readPrivateKey(privateKeyFile(privateKey)).ok; // => true
 * ```
 */
export function privateKeyFile(key: PrivateKey): string {
  return keyFile(key);
}

function keyFile({ kind, bytes }: Key): string {
  const { label, prefix } = forms[kind];
  const digits = btoa(String.fromCharCode(...hexToBytes(prefix), ...bytes));
  return `-----BEGIN ${label}-----\n${digits}\n-----END ${label}-----\n`;
}
