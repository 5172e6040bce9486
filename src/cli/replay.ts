import { digestOf } from "../audit/digest";
import { safeReplay } from "../audit/replay";
import { resultsDigest } from "../audit/resultsDigest";
import { readLines } from "../node/readLines";
import { type CommonOptions, criteriaOf, orThrow } from "./context";
import { type Output, titleLines } from "./output";
import { publicKeyFrom, rootFrom, verdictLines, working } from "./record";
import { foundIn, type VerifyCommandOptions } from "./verify";

export interface ReplayCommandOptions extends VerifyCommandOptions {
  readonly edition?: string;
}

/** `par-index replay FILE`: every score computed anew from the record alone, and each digit that differs. */
export function replayCommand(file: string, options: ReplayCommandOptions): Output {
  const { root = [], key = [], edition, lang } = options;
  const pinned = edition === undefined ? {} : { criteria: digestOf(criteriaOf(edition, options as CommonOptions).criteria.file) };
  working({ vi: "Đang tính lại từ hồ sơ…", en: "Recomputing from the record…" }, lang);
  const roots = root.map(rootFrom);
  const { value } = orThrow(safeReplay(readLines(file), { ...pinned, roots, keys: key.map(publicKeyFrom) }));
  const { verdict, identical, differences, compared, engine, criteria, scores, issues } = value;
  const results = criteria === undefined || scores === undefined ? undefined : resultsDigest(criteria, scores);
  const version = engine.recorded === null ? "?" : engine.recorded.version;
  return {
    command: "replay",
    ...(criteria === undefined ? {} : { criteria }),
    ...foundIn(file, issues),
    before: [
      ...(criteria === undefined ? [] : titleLines(criteria)),
      ...verdictLines(file, verdict, roots.length),
      identical
        ? {
            vi: `✓ TÍNH LẠI GIỐNG HỆT: ${compared} kết quả, không chữ số nào khác.`,
            en: `✓ IDENTICAL: ${compared} results recomputed, no digit differs.`,
          }
        : criteria === undefined
          ? { vi: "✗ KHÔNG TÍNH LẠI ĐƯỢC: số liệu trong hồ sơ có lỗi.", en: "✗ NOT RECOMPUTED: what the record holds has faults." }
          : {
              vi: `✗ KHÁC: ${differences.length} chữ số khác nhau, xem bên dưới.`,
              en: `✗ DIFFERENT: ${differences.length} digits differ, see below.`,
            },
      {
        vi: `Chương trình: hồ sơ ghi ${version}, đang chạy ${engine.running.version}.`,
        en: `Engine: recorded ${version}, running ${engine.running.version}.`,
      },
      ...(results === undefined ? [] : [{ vi: `Mã băm kết quả: ${results}`, en: `Digest of the results: ${results}` }]),
    ],
    sections: [],
    data: { identical, compared, engine, ...(results === undefined ? {} : { results }), differences, verdict },
  };
}
