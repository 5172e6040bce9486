import { type PointsLost, pointsLost } from "../analysis/pointsLost";
import { type Reach, reach } from "../analysis/reach";
import type { CriteriaSet } from "../criteria/criteriaSet";
import type { Evidence } from "../evidence/evidence";
import { fromExactText } from "../exact/decimal";
import { round } from "../exact/rounding";
import { wordsIn } from "../issue/fields";
import { groupTitle, whenLine } from "../report/groupTitle";
import type { RoundScores } from "../score/scoreRounds";
import { type CommonOptions, chosenScores, criteriaOf, requireRound, scoreOf, scoresOf, type UnitOptions } from "./context";
import { type Column, noNumber, type Output, type Row, titleLines } from "./output";

type LostOptions = CommonOptions & UnitOptions;

/** `par-index lost EDITION REPORTS…`: where units lose most; with `--unit`, which figures of one unit bring more. */
export async function lostCommand(edition: string, files: readonly string[], options: LostOptions): Promise<Output> {
  const { criteria, warnings } = criteriaOf(edition, options);
  const { scores, reports, warnings: more } = await scoresOf(criteria, files, options);
  requireRound(scores, options.round);
  const shown = options.unit === undefined ? groupsOutput(criteria, scores, options) : unitOutput(criteria, scores, reports, options);
  return { ...shown, command: "lost", criteria, warnings: [...warnings, ...more] };
}

type Shown = Omit<Output, "command" | "criteria" | "warnings">;

function groupsOutput(criteria: CriteriaSet, scores: RoundScores, options: LostOptions): Shown {
  const lost = pointsLost(criteria, chosenScores(scores, options));
  const keyOf = ({ group, period, round }: PointsLost) => JSON.stringify([group, period, round]);
  const tables = [...new Set(lost.map(keyOf))].map((key) => lost.filter((one) => keyOf(one) === key));
  return {
    before: [...titleLines(criteria), { vi: "Điểm chưa đạt, nhiều nhất trước", en: "Points lost, most first" }],
    sections: tables.map((rows) => ({
      title: groupTitle(criteria, rows[0] as PointsLost),
      columns: options.format === "csv" ? [...whenColumns, levelColumn, ...lostColumns] : lostColumns,
      rows: rows.map((row) => lostRow(row, options)),
    })),
    after: [
      { vi: "Thêm --unit MÃ-ĐƠN-VỊ để xem số liệu nào mang thêm điểm.", en: "Add --unit ID to see which figures bring more points." },
    ],
    data: lost,
  };
}

const whenColumns: readonly Column[] = [
  { key: "group", heading: { vi: "Nhóm", en: "Group" } },
  { key: "period", heading: { vi: "Kỳ", en: "Period" } },
  { key: "round", heading: { vi: "Vòng", en: "Round" } },
];
const levelColumn: Column = { key: "level", heading: { vi: "Cấp", en: "Level" } };
const lostColumns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
  { key: "lost", heading: { vi: "Điểm chưa đạt", en: "Points lost" }, number: true },
  { key: "share", heading: { vi: "% tổng số", en: "% of all" }, number: true },
  { key: "losing", heading: { vi: "Đơn vị mất điểm", en: "Units that lose" }, number: true },
  { key: "units", heading: { vi: "Số đơn vị", en: "Units" }, number: true },
];

/** Decimals shown of a share; JSON has it whole. */
const shownShare = { places: 1, mode: "halfUp" } as const;

function lostRow(row: PointsLost, { lang, format }: LostOptions): Row {
  const { group, period, level, code, title, published, share, losing, units } = row;
  const indent = format === "table" && level === "leaf" ? "· " : "";
  return {
    group: group ?? "",
    period,
    round: row.round,
    level: { area: { vi: "lĩnh vực", en: "area" }, leaf: { vi: "tiêu chí", en: "leaf" } }[level][lang],
    code,
    title: `${indent}${wordsIn(title, lang)}`,
    lost: published,
    share: share === null ? noNumber : round(fromExactText(share), shownShare),
    losing: String(losing.length),
    units: String(units),
  };
}

function unitOutput(criteria: CriteriaSet, scores: RoundScores, reports: readonly Evidence[], options: LostOptions): Shown {
  const { unit, period, round } = scoreOf(scores, options);
  const rows = reach(criteria, reports, { unit: unit.id, period, round });
  const when = whenLine(criteria, period, round);
  return {
    before: [...titleLines(criteria), { vi: `${unit.name} · ${when.vi}`, en: `${unit.name} · ${when.en}` }],
    sections: [{ columns: reachColumns, rows: rows.map((row, index) => reachRow(row, row.code === rows[index - 1]?.code, options)) }],
    data: rows,
  };
}

const reachColumns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" } },
  { key: "points", heading: { vi: "Điểm", en: "Points" }, number: true },
  { key: "lost", heading: { vi: "Còn", en: "Lost" }, number: true },
  { key: "move", heading: { vi: "Số liệu cần đạt", en: "What brings more" }, wide: true },
  { key: "earns", heading: { vi: "Được", en: "Earns" }, number: true },
  { key: "gain", heading: { vi: "Tổng tăng", en: "Gain" }, number: true },
];

/** A table names a leaf once; a spreadsheet in every row. */
function reachRow({ code, title, points, lost, move, earns, gain }: Reach, again: boolean, { lang, format }: LostOptions): Row {
  const blank = again && format === "table";
  return {
    code: blank ? "" : code,
    title: blank ? "" : wordsIn(title, lang),
    points: blank ? "" : points,
    lost: blank ? "" : lost,
    move: move[lang],
    earns: earns ?? noNumber,
    gain: gain ?? noNumber,
  };
}
