import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ed25519 } from "@noble/curves/ed25519.js";
import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { type PrivateKey, type PublicKey, privateKeyFile, publicKeyFile, readPrivateKey, readPublicKey } from "../../src/audit/keyFile";
import {
  checkSignature,
  keyIdOf,
  publicKeyOf,
  type Signature,
  type SignedStatement,
  signerRoles,
  signHead,
} from "../../src/audit/signature";

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");
const privateKeyFrom = (hex: string): PrivateKey => ({ kind: "private", bytes: bytesOf(hex) });

/** RFC 8032, 7.1, tests 1 to 3. */
const rfc8032 = [
  {
    secret: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    public: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
  },
  {
    secret: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    public: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
  },
  {
    secret: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    public: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
  },
] as const;

/** RFC 8410, 10.1 and 10.3: a public key and its private one. */
const rfc8410 = {
  secret: "d4ee72dbf913584ad5b6d8f1f769f8ad3afe7c28cbf1d4fbe097a88f44755842",
  privateFile: `-----BEGIN PRIVATE KEY-----
MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
-----END PRIVATE KEY-----
`,
  public: "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1",
  publicFile: `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
`,
} as const;

const privateKey = privateKeyFrom(rfc8032[0].secret);
const publicKey = publicKeyOf(privateKey);
const otherKey = publicKeyOf(privateKeyFrom(rfc8032[1].secret));

const statement: SignedStatement = {
  head: { root: sha256("the entries of the year"), size: 9 },
  signer: { name: "Sở Nội vụ", role: "appraiser" },
  signedAt: "2021-12-21",
};
const signature = signHead(privateKey, statement);

/** The bytes that are signed, written down by hand: whoever checks a signature without this library starts from them. */
const message = (signed: SignedStatement, keyId: string): Buffer =>
  Buffer.from(
    `{"_type":"par-index:head/1","head":{"root":"${signed.head.root}","size":${signed.head.size}},"keyId":"${keyId}",` +
      `"signedAt":"${signed.signedAt}","signer":{"name":${JSON.stringify(signed.signer.name)},"role":"${signed.signer.role}"}}`,
    "utf8",
  );

const secrets = fc.uint8Array({ minLength: 32, maxLength: 32 });
const statements: fc.Arbitrary<SignedStatement> = fc.record({
  head: fc.record({ root: fc.stringMatching(/^[0-9a-f]{64}$/), size: fc.maxSafeNat() }),
  signer: fc.record({ name: fc.string({ unit: "grapheme" }), role: fc.constantFrom(...signerRoles) }),
  signedAt: fc.stringMatching(/^20[0-9]{2}-0[1-9]-[12][0-9]$/),
});

describe("keys", () => {
  test.each(rfc8032)("the public key of $secret is the one of RFC 8032", ({ secret, public: expected }) => {
    expect(hexOf(publicKeyOf(privateKeyFrom(secret)).bytes)).toBe(expected);
  });

  test("are named by the digest of their 32 bytes", () => {
    expect(keyIdOf(publicKey)).toBe(sha256(bytesOf(rfc8032[0].public)));
  });
});

describe("a key file", () => {
  test("of RFC 8410 is read", () => {
    expect(readPublicKey(rfc8410.publicFile)).toEqual({ ok: true, key: { kind: "public", bytes: bytesOf(rfc8410.public) } });
    expect(readPrivateKey(rfc8410.privateFile)).toEqual({ ok: true, key: { kind: "private", bytes: bytesOf(rfc8410.secret) } });
    expect(hexOf(publicKeyOf(privateKeyFrom(rfc8410.secret)).bytes)).toBe(rfc8410.public);
  });

  test("is written as RFC 8410 writes it", () => {
    expect(publicKeyFile({ kind: "public", bytes: bytesOf(rfc8410.public) })).toBe(rfc8410.publicFile);
    expect(privateKeyFile({ kind: "private", bytes: bytesOf(rfc8410.secret) })).toBe(rfc8410.privateFile);
  });

  test("is written byte for byte as OpenSSL writes it, and read back, for every key", () => {
    fc.assert(
      fc.property(secrets, (bytes) => {
        const key: PrivateKey = { kind: "private", bytes };
        const pair = [privateKeyFile(key), publicKeyFile(publicKeyOf(key))] as const;
        const byOpenSsl = createPrivateKey(pair[0]);
        expect(byOpenSsl.export({ type: "pkcs8", format: "pem" })).toBe(pair[0]);
        expect(createPublicKey(byOpenSsl).export({ type: "spki", format: "pem" })).toBe(pair[1]);
        expect(readPrivateKey(pair[0])).toEqual({ ok: true, key });
        expect(readPublicKey(pair[1])).toEqual({ ok: true, key: publicKeyOf(key) });
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ["line ends of Windows", rfc8410.publicFile.replaceAll("\n", "\r\n")],
    ["no last line end", rfc8410.publicFile.trimEnd()],
    ["blank lines around it", `\n\n${rfc8410.publicFile}\n \r\n`],
    ["a byte order mark", `\uFEFF${rfc8410.publicFile}`],
    ["short lines", rfc8410.publicFile.replace("MCow", "MCow\n")],
  ])("may have %s", (_, pem) => {
    expect(readPublicKey(pem)).toEqual(readPublicKey(rfc8410.publicFile));
    expect(readPublicKey(pem).ok).toBe(true);
  });

  test("of the private key is not taken for the public one, nor the other way round", () => {
    expect(readPublicKey(rfc8410.privateFile)).toEqual({ ok: false, why: "privateInsteadOfPublic" });
    expect(readPrivateKey(rfc8410.publicFile)).toEqual({ ok: false, why: "publicInsteadOfPrivate" });
  });

  const body = rfc8410.publicFile.split("\n")[1] as string;
  test.each([
    ["nothing", ""],
    ["a sentence", "khóa công khai của Sở Nội vụ"],
    ["the digits alone", body],
    ["a file without its end", rfc8410.publicFile.slice(0, 80)],
    ["another end than beginning", rfc8410.publicFile.replace("END PUBLIC", "END PRIVATE")],
    ["a digit too few", rfc8410.publicFile.replace("MCow", "MCo")],
    ["a sign that is no digit", rfc8410.publicFile.replace("MCow", "MC_w")],
    ["two keys", `${rfc8410.publicFile}${publicKeyFile(otherKey)}`],
    ["both keys of a pair", `${rfc8410.publicFile}${rfc8410.privateFile}`],
    ["words after the key", `${rfc8410.publicFile}của Sở Nội vụ`],
  ])("is not %s", (_, text) => {
    expect(readPublicKey(text)).toEqual({ ok: false, why: "notPem" });
    expect(readPrivateKey(text)).toEqual({ ok: false, why: "notPem" });
  });

  test.each(filesOfOtherKinds())("of another kind is refused: %s", (_, pem) => {
    expect(readPublicKey(pem)).toEqual({ ok: false, why: "otherKey" });
    expect(readPrivateKey(pem)).toEqual({ ok: false, why: "otherKey" });
  });

  test("never throws, whatever the text", () => {
    const blocks = fc
      .tuple(fc.constantFrom("PUBLIC KEY", "PRIVATE KEY", "CERTIFICATE"), fc.oneof(fc.base64String(), fc.string()))
      .map(([label, text]) => `-----BEGIN ${label}-----\n${text}\n-----END ${label}-----\n`);
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), blocks), (text) => {
        expect([readPublicKey(text).ok, readPrivateKey(text).ok]).toEqual([false, false]);
      }),
    );
  });
});

describe("a signature", () => {
  test("is over these bytes, and the same as OpenSSL's, for every key and statement", () => {
    fc.assert(
      fc.property(secrets, statements, (bytes, signed) => {
        const key: PrivateKey = { kind: "private", bytes };
        const keyId = sha256(publicKeyOf(key).bytes);
        const value = sign(null, message(signed, keyId), createPrivateKey(privateKeyFile(key)));
        expect(signHead(key, signed)).toEqual({ ...signed, keyId, value: hexOf(value) });
      }),
      { numRuns: 40 },
    );
  });

  test("is the same each time", () => {
    expect(signHead(privateKey, statement)).toEqual(signature);
  });

  test("holds by its key, among whatever others", () => {
    expect(checkSignature(signature, [publicKey])).toBe("holds");
    expect(checkSignature(signature, [otherKey, publicKey])).toBe("holds");
  });

  test("is unchecked without its key", () => {
    expect(checkSignature(signature, [])).toBe("unchecked");
    expect(checkSignature(signature, [otherKey])).toBe("unchecked");
  });

  test("of someone else is broken, under the name of this key", () => {
    const others = signHead(privateKeyFrom(rfc8032[1].secret), statement);
    expect(checkSignature(others, [publicKey, otherKey])).toBe("holds");
    expect(checkSignature({ ...others, keyId: signature.keyId }, [publicKey, otherKey])).toBe("broken");
    expect(checkSignature({ ...signature, keyId: others.keyId }, [publicKey, otherKey])).toBe("broken");
  });

  test.each<[string, Partial<Signature>]>([
    ["root", { head: { ...statement.head, root: sha256("other entries") } }],
    ["size", { head: { ...statement.head, size: 8 } }],
    ["signer", { signer: { ...statement.signer, name: "Sở Tư pháp" } }],
    ["role", { signer: { ...statement.signer, role: "council" } }],
    ["day", { signedAt: "2021-12-22" }],
    ["value", { value: signHead(privateKey, { ...statement, signedAt: "2021-12-22" }).value }],
  ])("with another %s is broken", (_, change) => {
    expect(checkSignature({ ...signature, ...change }, [publicKey])).toBe("broken");
  });

  test("with any bit of it changed is broken", () => {
    for (let bit = 0; bit < 512; bit += 1) {
      const bytes = bytesOf(signature.value);
      bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(checkSignature({ ...signature, value: hexOf(bytes) }, [publicKey])).toBe("broken");
    }
  });

  test.each<[string, string]>([
    ["nothing", ""],
    ["a digit too few", signature.value.slice(1)],
    ["a byte too few", signature.value.slice(2)],
    ["a byte too many", `${signature.value}00`],
    ["capital digits", signature.value.toUpperCase()],
    ["a blank at its end", `${signature.value}\n`],
    ["a sign that is no digit", signature.value.replace(/.$/, "g")],
  ])("written with %s is broken, with and without its key", (_, value) => {
    expect(checkSignature({ ...signature, value }, [publicKey])).toBe("broken");
    expect(checkSignature({ ...signature, value }, [])).toBe("broken");
  });

  test("names its key by a digest, or is broken", () => {
    for (const keyId of ["", signature.keyId.toUpperCase(), signature.keyId.slice(2)]) {
      expect(checkSignature({ ...signature, keyId }, [publicKey])).toBe("broken");
    }
  });

  test("over a statement that no record may hold is broken, and nothing is thrown", () => {
    for (const name of ["\uD800", undefined, Number.NaN]) {
      const signer = { ...statement.signer, name: name as string };
      expect(checkSignature({ ...signature, signer }, [publicKey])).toBe("broken");
    }
  });
});

describe("a signature has one spelling and one key (RFC 8032, 5.1.7)", () => {
  /** The order of the base point. */
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const scalarFrom = (bytes: Uint8Array): bigint => BigInt(`0x${hexOf(Uint8Array.from(bytes).reverse())}`);
  const hexOfScalar = (scalar: bigint): string => hexOf(bytesOf(scalar.toString(16).padStart(64, "0")).reverse());

  test("S + L instead of S is refused", () => {
    const [point, scalar] = [signature.value.slice(0, 64), scalarFrom(bytesOf(signature.value).slice(32))];
    expect(hexOfScalar(scalar)).toBe(signature.value.slice(64));
    expect(checkSignature({ ...signature, value: point + hexOfScalar(scalar + order) }, [publicKey])).toBe("broken");
  });

  test("a point that is not written in its only way is refused", () => {
    // The neutral point has y = 1, here as 1 + p. Only who has the private key can make such a signature, and could deny it later.
    const point = `ee${"ff".repeat(30)}7f`;
    const text = message(statement, signature.keyId);
    const challenge = scalarFrom(createHash("sha512").update(bytesOf(point)).update(publicKey.bytes).update(text).digest());
    const value = point + hexOfScalar((challenge * ed25519.utils.getExtendedPublicKey(privateKey.bytes).scalar) % order);
    expect(ed25519.verify(bytesOf(value), text, publicKey.bytes, { zip215: true })).toBe(true);
    expect(checkSignature({ ...signature, value }, [publicKey])).toBe("broken");
  });

  test("a key by which one signature fits every statement is refused", () => {
    const neutral: PublicKey = { kind: "public", bytes: bytesOf(`01${"00".repeat(31)}`) };
    const value = `01${"00".repeat(63)}`;
    const text = message(statement, keyIdOf(neutral));
    expect(ed25519.verify(bytesOf(value), text, neutral.bytes, { zip215: true })).toBe(true);
    expect(checkSignature({ ...signature, keyId: keyIdOf(neutral), value }, [neutral])).toBe("broken");
  });

  test("a key that is no point is refused", () => {
    const noPoint: PublicKey = { kind: "public", bytes: bytesOf(`02${"00".repeat(31)}`) };
    expect(checkSignature({ ...signature, keyId: keyIdOf(noPoint) }, [noPoint])).toBe("broken");
  });
});

const hasOpenSsl = spawnSync("openssl", ["version"]).status === 0;

// Where the command is missing, the same OpenSSL was asked through node:crypto above; what is lost is only its command line.
describe.skipIf(!hasOpenSsl)("the openssl command", () => {
  const folder = mkdtempSync(join(tmpdir(), "par-index-signature-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const openssl = (...args: string[]): string => execFileSync("openssl", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

  test("verifies a signature that is made here, and none over another statement", () => {
    const key = file("public.pem", publicKeyFile(publicKey));
    const value = file("value", bytesOf(signature.value));
    const verifies = (text: Uint8Array): string =>
      openssl("pkeyutl", "-verify", "-pubin", "-inkey", key, "-rawin", "-in", file("text", text), "-sigfile", value);
    expect(verifies(message(statement, signature.keyId))).toContain("Signature Verified Successfully");
    expect(() => verifies(message({ ...statement, signedAt: "2021-12-22" }, signature.keyId))).toThrow();
  });

  test("makes keys that are read here, and signatures that hold here", () => {
    const secret = join(folder, "secret.pem");
    openssl("genpkey", "-algorithm", "ed25519", "-out", secret);
    const read = readPublicKey(openssl("pkey", "-in", secret, "-pubout"));
    const readSecret = readPrivateKey(readFileSync(secret, "utf8"));
    if (!read.ok || !readSecret.ok) throw new Error("a key file of openssl was not read");
    expect(publicKeyOf(readSecret.key)).toEqual(read.key);

    const keyId = sha256(read.key.bytes);
    const value = join(folder, "value");
    openssl("pkeyutl", "-sign", "-inkey", secret, "-rawin", "-in", file("text", message(statement, keyId)), "-out", value);
    const made = { ...statement, keyId, value: hexOf(readFileSync(value)) };
    expect(checkSignature(made, [read.key])).toBe("holds");
    expect(made).toEqual(signHead(readSecret.key, statement));
  });
});

/** Key files that are none of Ed25519, or not in the form that is read, each named by what it is. */
function filesOfOtherKinds(): [string, string][] {
  const pairs = {
    "X25519, as long as Ed25519": generateKeyPairSync("x25519"),
    Ed448: generateKeyPairSync("ed448"),
    EC: generateKeyPairSync("ec", { namedCurve: "P-256" }),
    RSA: generateKeyPairSync("rsa", { modulusLength: 1024 }),
  };
  const pemOf = (key: KeyObject, type: "spki" | "pkcs1" | "pkcs8" | "sec1"): string => String(key.export({ type, format: "pem" }));
  const { EC, RSA } = pairs;
  const ecParameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
  const locked = createPrivateKey(rfc8410.privateFile).export({
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "mật khẩu",
  });
  return [
    ...Object.entries(pairs).flatMap(([name, pair]): [string, string][] => [
      [`${name}, public`, pemOf(pair.publicKey, "spki")],
      [`${name}, private`, pemOf(pair.privateKey, "pkcs8")],
    ]),
    ["RSA, public, PKCS#1", pemOf(RSA.publicKey, "pkcs1")],
    ["RSA, private, PKCS#1", pemOf(RSA.privateKey, "pkcs1")],
    ["EC, private, SEC 1", pemOf(EC.privateKey, "sec1")],
    ["EC, private, after its parameters", `${ecParameters}${pemOf(EC.privateKey, "sec1")}`],
    ["Ed25519, locked by a password", String(locked)],
    ["a block without content", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n"],
    ["Ed25519, a byte too short", rfc8410.publicFile.replace("uE=", "g==")],
    ["Ed25519, cut down to 10 bytes", publicKeyFile({ kind: "public", bytes: publicKey.bytes.subarray(0, 10) })],
  ];
}
