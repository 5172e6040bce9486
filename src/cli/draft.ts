import { relative } from "node:path";
import type { CriteriaDraft, DraftNode } from "../criteria/criteriaFile";
import { rootOf } from "../criteria/criteriaSet";
import { nodeForGroup, variesByGroup } from "../criteria/groupVariants";
import type { ParsedDraft } from "../criteria/parseCriteria";
import { listPlaces } from "../criteria/tree";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { formatLocation } from "../issue/formatIssue";
import { type Issue, totalCode } from "../issue/issue";
import { openWords } from "../issue/openWords";
import { besideWords } from "../report/explainWords";
import { type CommonOptions, UsageError } from "./context";
import { type Column, numberIn, type Output, openNumber, type Row, titleLines, withMessage } from "./output";

interface DraftOptions extends CommonOptions {
  readonly group?: string;
}

/** A set that is still being written: its tree, with `…` for what is open, and where it is open. */
export function draftOutput(
  command: string,
  { file, open }: ParsedDraft,
  warnings: readonly Issue[],
  { lang, format, group }: DraftOptions,
): Output {
  const root = treeFor(file, group);
  const places = listPlaces(root);
  const byGroup = group === undefined && variesByGroup(root);
  return {
    command,
    criteria: { file, readings: {} },
    warnings,
    before: [...titleLines({ file, readings: {} }), countLine(open)],
    sections: [
      {
        columns: byGroup ? [...columns, groupsColumn, openColumn] : [...columns, openColumn],
        rows: [
          ...places.map(({ node, path }) => rowOf(file, node, path.length / 2, lang)),
          ...(format === "csv" ? open.flatMap((one) => decisionRow(one, lang)) : []),
        ],
      },
    ],
    after: [...openLines(open), next],
    data: {
      open: open.map(withMessage),
      nodes: places.map(({ node, path }) => ({
        code: node.code,
        title: node.title,
        level: path.length / 2,
        maxPoints: node.maxPoints,
        ...(node.groups === undefined ? {} : { groups: node.groups }),
        ...(node.byGroup === undefined ? {} : { byGroup: node.byGroup }),
        open: openKeys(node),
      })),
    },
  };
}

function treeFor(file: CriteriaDraft, group: string | undefined): DraftNode {
  const root = rootOf<null>(file);
  if (group === undefined) return root;
  const known = file.groups.map(({ id }) => id);
  if (known.includes(group)) return nodeForGroup(root, group) ?? root;
  const all = known.join(", ");
  throw new UsageError({ vi: `Chọn nhóm đơn vị bằng --group: ${all}`, en: `Choose a group of units with --group: ${all}` });
}

const columns: readonly Column[] = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
  { key: "maxPoints", heading: { vi: "Điểm tối đa", en: "Maximum" }, number: true },
];
const groupsColumn: Column = { key: "groups", heading: { vi: "Nhóm đơn vị", en: "Groups" } };
const openColumn: Column = { key: "open", heading: { vi: "Còn để trống", en: "Open" } };

function rowOf(file: CriteriaDraft, node: DraftNode, level: number, lang: Language): Row {
  const whole = node.code === totalCode;
  return {
    code: whole ? "" : node.code,
    title: whole ? { vi: "Cả bộ", en: "The whole set" }[lang] : `${"· ".repeat(level - 1)}${titleOf(node, lang)}`,
    maxPoints: node.maxPoints ?? openNumber,
    groups: groupsOf(file, node, lang),
    open: openKeys(node)
      .map((what) => openWords[what][lang])
      .join(", "),
  };
}

/** An open policy or grading, which no node holds; below a table it stands among all that is open, a spreadsheet has rows alone. */
function decisionRow({ code, payload, location: { path = [] } }: Issue, lang: Language): Row[] {
  if (code !== "stillOpen" || payload.what === "maxPoints" || payload.what === "rule") return [];
  return [{ code: path.join("."), title: "", maxPoints: "", groups: "", open: openWords[payload.what][lang] }];
}

function titleOf({ title, beyondMax }: DraftNode, lang: Language): string {
  return beyondMax === undefined ? wordsIn(title, lang) : `${wordsIn(title, lang)} (${besideWords[beyondMax][lang]})`;
}

function openKeys({ maxPoints, rule }: DraftNode): readonly ("maxPoints" | "rule")[] {
  return [...(maxPoints === null ? (["maxPoints"] as const) : []), ...(rule === null ? (["rule"] as const) : [])];
}

/** For which groups a node is, and what it is for those that differ. */
function groupsOf({ groups: known }: CriteriaDraft, { groups, byGroup = {} }: DraftNode, lang: Language): string {
  const titleOf = (group: string) => wordsIn(known.find(({ id }) => id === group)?.title ?? { vi: group }, lang);
  const variants = Object.entries(byGroup).map(([group, { maxPoints }]) => {
    const what = maxPoints === undefined ? { vi: "cách chấm riêng", en: "a rule of its own" }[lang] : numberIn(maxPoints, lang);
    return `${titleOf(group)}: ${what}`;
  });
  return [...(groups === undefined ? [] : [groups.map(titleOf).join(", ")]), ...variants].join("; ");
}

function countLine(open: readonly Issue[]): Words {
  return {
    vi: `Bộ tiêu chí đang soạn, chưa chấm điểm được: còn ${open.length} chỗ để trống.`,
    en: `A draft that cannot be scored yet: ${open.length} points are open.`,
  };
}

/** The file, and below it where something is open, and what: `12:5 · policies.rounds: quy định tính toán này`. */
function openLines(open: readonly Issue[]): readonly Words[] {
  const file = open[0]?.location.file ?? "";
  const shown = relative(process.cwd(), file) || file;
  return [
    { vi: `Còn để trống trong ${shown} (dòng:cột):`, en: `Open in ${shown} (line:column):` },
    ...open.map(({ code, payload, location: { file: _, ...inside } }) => {
      const what: Bilingual = code === "stillOpen" ? openWords[payload.what] : { vi: "", en: "" };
      return { vi: `  ${formatLocation(inside, "vi")}: ${what.vi}`, en: `  ${formatLocation(inside, "en")}: ${what.en}` };
    }),
  ];
}

const next: Words = {
  vi: "Tiếp theo: điền những chỗ trên theo văn bản gốc, kèm nguồn, rồi chạy lại par-index check.",
  en: "Next: fill these in from the instrument, with their source, and run par-index check again.",
};
