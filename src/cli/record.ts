import { readFileSync, writeFileSync } from "node:fs";
import { type Digest, isDigest } from "../audit/digest";
import type { Head } from "../audit/entry";
import { type PrivateKey, type PublicKey, readPrivateKey, readPublicKey } from "../audit/keyFile";
import type { TrailVerdict } from "../audit/verifyTrail";
import type { Bilingual } from "../exact/formatNumber";
import type { Words } from "../issue/fields";
import { issue } from "../issue/issue";
import { fileFault } from "../node/readTextFile";
import { DataError } from "./context";

/** A root as it is printed: in groups of eight digits, which people can compare. */
export function printedRoot(root: Digest): string {
  return root.match(/.{8}/g)?.join(" ") ?? root;
}

/** A root as it was typed: blanks and capitals do not matter. */
export function rootFrom(typed: string): Digest {
  const root = typed.replace(/\s+/g, "").toLowerCase();
  if (!isDigest(root)) throw new DataError([issue("badRoot", { received: typed })]);
  return root;
}

/** The text of a file that a command needs. */
export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new DataError([fileFault(path, error)]);
  }
}

export function publicKeyFrom(path: string): PublicKey {
  const read = readPublicKey(textOf(path));
  if (!read.ok) throw new DataError([issue("notAKey", { why: read.why }, { file: path })]);
  return read.key;
}

export function privateKeyFrom(path: string): PrivateKey {
  const read = readPrivateKey(textOf(path));
  if (!read.ok) throw new DataError([issue("notAKey", { why: read.why }, { file: path })]);
  return read.key;
}

/** Saves what a command made; a file that holds a secret is for its owner only, and is never written over. */
export function save(path: string, content: string | Uint8Array, { secret = false }: { readonly secret?: boolean } = {}): void {
  try {
    writeFileSync(path, content, secret ? { mode: 0o600, flag: "wx" } : {});
  } catch (error) {
    throw new DataError([
      issue(
        "fileNotWritten",
        { reason: error instanceof Error && "code" in error && error.code === "EEXIST" ? "exists" : "other" },
        { file: path },
      ),
    ]);
  }
}

/** Tells that work has begun that takes a while, where somebody is watching. */
export function working({ vi, en }: Bilingual, lang: "vi" | "en"): void {
  if (process.stderr.isTTY) process.stderr.write(`${{ vi, en }[lang]}\n`);
}

/** The root of a record, how many entries it is over, and what to do with it. */
export function headLines({ root, size }: Head): readonly Words[] {
  return [{ vi: `Gốc của ${size} bản ghi:\n  ${printedRoot(root)}`, en: `Root of ${size} entries:\n  ${printedRoot(root)}` }];
}

const stateWords: Readonly<Record<TrailVerdict["signatures"][number]["state"], Bilingual>> = {
  holds: { vi: "đúng với gốc đã ký", en: "holds for the root signed" },
  broken: { vi: "KHÔNG đúng", en: "does NOT hold" },
  unchecked: { vi: "chưa kiểm tra, thêm --key TỆP-KHÓA-CÔNG-KHAI", en: "not checked, add --key PUBLIC-KEY-FILE" },
};

const roleWords: Readonly<Record<TrailVerdict["signatures"][number]["signer"]["role"], Bilingual>> = {
  unit: { vi: "đơn vị", en: "unit" },
  appraiser: { vi: "cơ quan thẩm định", en: "appraiser" },
  council: { vi: "hội đồng", en: "council" },
  publisher: { vi: "cơ quan công bố", en: "publisher" },
};

/** What verification found, in words; its faults are told apart. */
export function verdictLines(file: string, verdict: TrailVerdict, rootsGiven: number): readonly Words[] {
  const { holds, entries, heads, publications, signatures, withheld, issues } = verdict;
  const faults = issues.filter(({ severity }) => severity === "error").length;
  const head = heads.at(-1);
  return [
    holds
      ? { vi: `✓ NGUYÊN VẸN: ${file}, ${entries} bản ghi.`, en: `✓ WHOLE: ${file}, ${entries} entries.` }
      : {
          vi: `✗ KHÔNG NGUYÊN VẸN: ${file}, ${faults} lỗi, xem từng chỗ bên dưới.`,
          en: `✗ NOT WHOLE: ${file}, ${faults} faults, each told below.`,
        },
    ...publications.map(({ entry, recordedAt, recordedBy }) => ({
      vi: `Công bố ở bản ghi ${entry}: ${recordedBy ?? "(ẩn tên)"}, ngày ghi ${recordedAt}.`,
      en: `Published in entry ${entry}: ${recordedBy ?? "(name withheld)"}, recorded on ${recordedAt}.`,
    })),
    ...(head === undefined ? [] : headLines(head)),
    ...(rootsGiven > 0 || head === undefined || !holds
      ? []
      : [
          {
            vi: "Đối chiếu gốc này với gốc đã in khi công bố, hoặc thêm --root: ai làm lại cả hồ sơ thì chỉ gốc đã in mới lộ ra.",
            en: "Compare this root with the one printed at publication, or add --root: whoever remakes the whole record is caught by the printed root only.",
          },
        ]),
    ...signatures.map(({ signer, signedAt, head: { size }, state }) => ({
      vi: `Chữ ký của ${signer.name} (${roleWords[signer.role].vi}), ngày ${signedAt}, trên ${size} bản ghi: ${stateWords[state].vi}.`,
      en: `Signature of ${signer.name} (${roleWords[signer.role].en}), ${signedAt}, over ${size} entries: ${stateWords[state].en}.`,
    })),
    ...(withheld === 0
      ? []
      : [{ vi: `${withheld} văn bản được ẩn sau mã băm.`, en: `${withheld} texts are withheld behind their digests.` }]),
  ];
}
