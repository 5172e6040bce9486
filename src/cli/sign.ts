import { randomBytes } from "node:crypto";
import { privateKeyFile, publicKeyFile } from "../audit/keyFile";
import { linesOf } from "../audit/sealedLine";
import { safeSign } from "../audit/sign";
import { keyIdOf, keyPairFrom, publicKeyOf, type SignerRole } from "../audit/signature";
import { verifyTrail } from "../audit/verifyTrail";
import { readLines } from "../node/readLines";
import { type CommonOptions, orThrow } from "./context";
import type { Output } from "./output";
import { privateKeyFrom, save, verdictLines } from "./record";

/** `par-index keygen --out NAME`: a pair of key files, of which the private one is for its owner only. */
export function keygenCommand({ out }: CommonOptions & { readonly out: string }): Output {
  const { privateKey, publicKey } = keyPairFrom(randomBytes(32));
  const [secret, open] = [`${out}.private.pem`, `${out}.public.pem`];
  save(secret, privateKeyFile(privateKey), { secret: true });
  save(open, publicKeyFile(publicKey));
  return {
    command: "keygen",
    before: [
      { vi: `Khóa bí mật, giữ kín, không gửi cho ai: ${secret}`, en: `Private key, keep it and give it to nobody: ${secret}` },
      { vi: `Khóa công khai, đưa cho người kiểm tra: ${open}`, en: `Public key, for those who verify: ${open}` },
    ],
    sections: [],
    data: { privateKey: secret, publicKey: open, keyId: keyIdOf(publicKey) },
  };
}

export interface SignCommandOptions extends CommonOptions {
  readonly key: string;
  readonly name: string;
  readonly role: SignerRole;
  readonly on: string;
  readonly out: string;
}

/** `par-index sign FILE --key PEM`: the record with one more signature of its root. */
export function signCommand(file: string, { key, name, role, on, out }: SignCommandOptions): Output {
  const privateKey = privateKeyFrom(key);
  const text = orThrow(safeSign(readLines(file), { key: privateKey, signer: { name, role }, signedAt: on })).value;
  save(out, text);
  const verdict = verifyTrail(linesOf(new TextEncoder().encode(text)), { keys: [publicKeyOf(privateKey)] });
  return { command: "sign", before: verdictLines(out, verdict, 0), sections: [], data: { file: out, signatures: verdict.signatures } };
}
