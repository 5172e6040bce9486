import { writeFileSync } from "node:fs";
import { type CriteriaSet, differsByGroup, type Leaf, treeOf } from "../criteria/criteriaSet";
import { eventsOf } from "../criteria/grading";
import { type EvidenceForm, evidenceForm } from "../evidence/evidenceForm";
import { reportSchema } from "../evidence/reportSchema";
import { reportsToCsv } from "../evidence/reportsToCsv";
import type { Bilingual, Language } from "../exact/formatNumber";
import { type Words, wordsIn } from "../issue/fields";
import { ruleInWords } from "../report/ruleInWords";
import type { Field } from "../rules/ruleKind";
import { criteriaOf, criteriaOrDraft, type LoadedSet, UsageError } from "./context";
import { draftOutput } from "./draft";
import { isWorkbook } from "./forms";
import { type FormWorkbookOptions, saveFormWorkbooks } from "./formWorkbooks";
import { type Output, type Row, titleLines } from "./output";

interface FormOptions extends FormWorkbookOptions {
  readonly out?: string;
  /** Save the JSON Schema of a report instead of a blank one. */
  readonly schema?: true;
}

/** `par-index form EDITION`: what a unit has to report, leaf by leaf; with `--out`, a blank report or an Excel form to fill in. */
export async function formCommand(edition: string, options: FormOptions): Promise<Output> {
  // A blank report is of a set that says all that has to be reported.
  const loaded: LoadedSet = options.out === undefined ? criteriaOrDraft(edition, options) : criteriaOf(edition, options);
  if (loaded.draft !== undefined) return draftOutput("form", loaded.draft, loaded.warnings, options);
  const { criteria, warnings } = loaded;
  if (options.out !== undefined && (options.units !== undefined || isWorkbook(options.out)))
    return workbooksOutput(criteria, options.out, options);
  const unit = {
    ...(options.unit === undefined ? {} : { id: options.unit }),
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.group === undefined ? {} : { group: options.group }),
  };
  requireGroup(criteria, options.group);
  const form = evidenceForm(criteria, unit, options.period);
  if (options.schema === true && options.out === undefined) throw new UsageError(schemaWithoutOut);
  if (options.out !== undefined) save(options.out, fileText(criteria, form, options.out, options));
  return {
    command: "form",
    criteria,
    warnings,
    before: titleLines(criteria),
    // CSV has one heading line.
    sections: options.format === "csv" ? [figures(criteria, options)] : [figures(criteria, options), rules(criteria, options)],
    after: afterwards(options),
    data: form,
  };
}

async function workbooksOutput(criteria: CriteriaSet, out: string, options: FormOptions): Promise<Output> {
  const units = await saveFormWorkbooks(criteria, out, options);
  // Later rounds are checked beside those before them.
  const next = [isWorkbook(out) ? out : `${out}/*.xlsx`, ...(options.before ?? [])].join(" ");
  return {
    command: "form",
    criteria,
    before: [
      ...titleLines(criteria),
      { vi: `Đã lập ${units.length} phiếu: ${out}`, en: `Forms made: ${units.length}, in ${out}` },
      { vi: `Sau khi đơn vị điền và gửi lại: par-index check ${next}`, en: `When they come back: par-index check ${next}` },
    ],
    sections: [],
    data: { out, units },
  };
}

type Section = Output["sections"][number];

const leafColumns = [
  { key: "code", heading: { vi: "Mã", en: "Code" } },
  { key: "title", heading: { vi: "Tiêu chí", en: "Criterion" }, wide: true },
] as const;

function figures(criteria: CriteriaSet, options: FormOptions): Section {
  return {
    columns: [
      ...leafColumns,
      { key: "maxPoints", heading: { vi: "Điểm tối đa", en: "Maximum" }, number: true },
      { key: "key", heading: { vi: "Mục", en: "Field" } },
      { key: "label", heading: { vi: "Số liệu kê khai", en: "Figure to report" } },
      { key: "type", heading: { vi: "Cách ghi", en: "How to write it" } },
    ],
    rows: [...rowsOf(criteria, options), ...recordRows(criteria, options)],
  };
}

/** How the same leaves earn their points, a line below the other. */
function rules(criteria: CriteriaSet, { lang, group }: FormOptions): Section {
  return {
    columns: [...leafColumns, { key: "rule", heading: { vi: "Cách tính điểm", en: "How points are earned" } }],
    rows: reportedLeaves(criteria, group).map((leaf) => ({
      code: leaf.code,
      title: wordsIn(leaf.title, lang),
      rule: ruleInWords(criteria, leaf, lang)
        .map((line) => `- ${line}`)
        .join("\n"),
    })),
  };
}

function reportedLeaves(criteria: CriteriaSet, group: string | undefined): readonly Leaf[] {
  return treeOf(criteria, group).leaves.filter(({ node }) => node.selfScored !== false);
}

/** Where groups of units are scored by different trees, a form is of one of them. */
function requireGroup(criteria: CriteriaSet, group: string | undefined): void {
  const groups = criteria.file.groups.map(({ id }) => id);
  if (group === undefined ? !differsByGroup(criteria) : groups.includes(group)) return;
  const known = groups.join(", ");
  throw new UsageError({ vi: `Chọn nhóm đơn vị bằng --group: ${known}`, en: `Choose a group of units with --group: ${known}` });
}

function rowsOf(criteria: CriteriaSet, { lang, group }: FormOptions): Row[] {
  const say = (words: Words) => wordsIn(words, lang);
  return reportedLeaves(criteria, group).flatMap((leaf) =>
    leaf.fields.map((field, index) => ({
      code: index === 0 ? leaf.code : "",
      title: index === 0 ? say(leaf.title) : "",
      maxPoints: index === 0 ? leaf.node.maxPoints : "",
      key: field.key,
      label: say(field.label),
      type: howToWrite(field, lang),
    })),
  );
}

/** What a unit reports for its grade alone: facts, and whether events happened. */
function recordRows({ file: { grading }, facts }: CriteriaSet, { lang, group }: FormOptions): Row[] {
  const say = (words: Words) => wordsIn(words, lang);
  const events = grading === undefined ? [] : group === undefined ? (grading.events ?? []) : eventsOf(grading, group);
  const ofFacts = [...facts.values()].flatMap(({ fact, fields }) =>
    fields.map((field, index) => ({
      code: index === 0 ? `facts.${fact.id}` : "",
      title: index === 0 ? say(fact.title) : "",
      maxPoints: "",
      key: field.key,
      label: say(field.label),
      type: howToWrite(field, lang),
    })),
  );
  const happened = { vi: "Có xảy ra hay không", en: "Whether it happened" }[lang];
  const ofEvents = events.map(({ id, title }) => ({
    code: `events.${id}`,
    title: say(title),
    maxPoints: "",
    key: "happened",
    label: happened,
    type: typeWords.yesNo[lang],
  }));
  return [...ofFacts, ...ofEvents];
}

const typeWords: Readonly<Record<Field["type"], Bilingual>> = {
  count: { vi: "số nguyên", en: "whole number" },
  amount: { vi: 'số, ví dụ "1250,5"', en: 'number, such as "1250.5"' },
  points: { vi: 'điểm, ví dụ "1,5"', en: 'points, such as "1.5"' },
  percent: { vi: 'phần trăm, ví dụ "95,5"', en: 'percent, such as "95.5"' },
  ratio: { vi: "tỷ số từ 0 đến 1", en: "ratio from 0 to 1" },
  date: { vi: 'ngày, ví dụ "15/1/2021"', en: 'day, such as "2021-01-15"' },
  yesNo: { vi: "true / false", en: "true / false" },
  option: { vi: "một trong", en: "one of" },
};

function howToWrite({ type, options, unit }: Field, lang: Language): string {
  const words = typeWords[type][lang];
  if (type === "option") return `${words}: ${(options ?? []).map(({ id }) => `"${id}"`).join(", ")}`;
  return unit === undefined ? words : `${words} (${wordsIn(unit, lang)})`;
}

/** What is saved: the schema of a report, or a blank one, as a table or as JSON by the ending of the file's name. */
function fileText(criteria: CriteriaSet, form: EvidenceForm, file: string, { schema, lang }: FormOptions): string {
  if (schema === true) return json(reportSchema(criteria));
  return /\.csv$/i.test(file) ? reportsToCsv(criteria, [form], { language: lang }) : json(form);
}

const schemaWithoutOut: Bilingual = {
  vi: "--schema cần --out TỆP.schema.json, là tệp ghi ra.",
  en: "--schema needs --out FILE.schema.json, the file to write.",
};

function json(content: object): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}

function save(file: string, content: string): void {
  try {
    writeFileSync(file, content, { flag: "wx" });
  } catch {
    throw new UsageError({
      vi: `Không ghi được “${file}”: tệp đã có, hoặc thư mục không ghi được. Chọn tên khác.`,
      en: `"${file}" cannot be written: it exists, or its folder cannot be written to. Choose another name.`,
    });
  }
}

function afterwards({ out, schema }: FormOptions): readonly Words[] {
  return out === undefined
    ? [
        {
          vi: "Thêm --out PHIẾU.xlsx để lập phiếu Excel, hoặc --out TỆP.json, TỆP.csv để lưu mẫu trống; mục để null nghĩa là chưa có số liệu, không phải 0.",
          en: "Add --out FORM.xlsx for an Excel form, or --out FILE.json, FILE.csv for a blank report; a field left null is missing, not 0.",
        },
      ]
    : [
        schema === true
          ? { vi: `Đã lưu JSON Schema: ${out}`, en: `JSON Schema saved: ${out}` }
          : { vi: `Đã lưu mẫu trống: ${out}`, en: `Blank report saved: ${out}` },
      ];
}
