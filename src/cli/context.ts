import type { CriteriaSet, CriteriaTree } from "../criteria/criteriaSet";
import type { ParsedDraft } from "../criteria/parseCriteria";
import { safeAdmitReports } from "../evidence/admitReports";
import type { Evidence, Expected, Round } from "../evidence/evidence";
import { repeatedUnits } from "../evidence/readReport";
import { readCivilDate } from "../exact/civilDate";
import type { Bilingual, Language } from "../exact/formatNumber";
import type { Words } from "../issue/fields";
import type { Issue } from "../issue/issue";
import { type Result, result } from "../issue/result";
import { safeLoadCampaign } from "../node/loadCampaign";
import { safeLoadCriteria, safeLoadDraft } from "../node/loadCriteria";
import { safeLoadReports } from "../node/loadReports";
import { safeLoadUnits } from "../node/loadUnits";
import type { Score } from "../score/score";
import { type RoundScores, safeScoreRounds } from "../score/scoreRounds";
import { isWorkbook, loadForms } from "./forms";

/** What every command can be asked: the language of its words and the form of its output. */
export interface CommonOptions {
  readonly lang: Language;
  readonly format: "table" | "json" | "csv";
  readonly reading?: readonly string[] | undefined;
}

/** The command was called wrongly, rather than its data being wrong: exit code 2. */
export class UsageError extends Error {
  constructor(readonly words: Bilingual) {
    super(words.en);
  }
}

/** The data has issues: all of them are printed, and the exit code is 1, or 2 when it was the call that named no such thing. */
export class DataError extends Error {
  constructor(
    readonly issues: readonly Issue[],
    /** What was done all the same, such as files that were saved. */
    readonly done: readonly Words[] = [],
  ) {
    super(`${issues.length} issues`);
  }
}

/** The criteria set that a command names, under the readings it chooses, with the warnings of its file. */
export function criteriaOf(
  edition: string,
  { reading = [] }: CommonOptions,
): { readonly criteria: CriteriaSet; readonly warnings: readonly Issue[] } {
  const { value, warnings } = orThrow(safeLoadCriteria(edition, { readings: Object.fromEntries(reading.map(splitReading)) }));
  return { criteria: value, warnings };
}

/** A criteria set that can be scored, or a draft. */
export type LoadedSet =
  | { readonly criteria: CriteriaSet; readonly draft?: undefined; readonly warnings: readonly Issue[] }
  | { readonly draft: ParsedDraft; readonly warnings: readonly Issue[] };

/** The criteria set that a command names; or, where something in it is still open, the draft, with what is open. */
export function criteriaOrDraft(edition: string, options: CommonOptions): LoadedSet {
  try {
    return criteriaOf(edition, options);
  } catch (error) {
    if (!(error instanceof DataError) || !isOnlyOpen(error.issues)) throw error;
    const { value, warnings } = orThrow(safeLoadDraft(edition));
    return { draft: value, warnings };
  }
}

/** True where nothing is wrong but that something has not been filled in yet. */
export function isOnlyOpen(issues: readonly Issue[]): boolean {
  const errors = issues.filter(({ severity }) => severity === "error");
  return errors.length > 0 && errors.every(({ code }) => code === "stillOpen");
}

/** The reports that a command names: JSON, CSV, or forms that were filled in with Excel. */
export async function reportsOf(
  criteria: CriteriaSet,
  files: readonly string[],
  { lang }: Pick<CommonOptions, "lang">,
): Promise<{ readonly reports: readonly Evidence[]; readonly expected: readonly Expected[]; readonly warnings: readonly Issue[] }> {
  const loaded = safeLoadReports(
    criteria,
    files.filter((file) => !isWorkbook(file)),
  );
  const forms = await loadForms(criteria, files.filter(isWorkbook), lang);
  const found = [loaded, forms].flatMap((outcome) => (outcome.ok ? outcome.warnings : outcome.issues));
  const { reports, expected } = loaded.ok ? loaded.value : { reports: [], expected: [] };
  const all = [...reports, ...(forms.ok ? forms.value : [])];
  const repeated = loaded.ok && forms.ok ? repeatedUnits(all.map((report) => ({ report }))) : [];
  const { warnings } = orThrow(result([...found, ...repeated], () => undefined));
  return { reports: all, expected, warnings };
}

/** The scores of the reports that a command names, through all rounds. */
export async function scoresOf(
  criteria: CriteriaSet,
  files: readonly string[],
  options: Pick<CommonOptions, "lang"> & CampaignOptions,
): Promise<ScoredReports> {
  const { reports: sent, warnings } = await reportsOf(criteria, files, options);
  const { reports, notes } = countingReports(criteria, sent, options);
  return { scores: orThrow(safeScoreRounds(criteria, reports)).value, reports, sent, warnings: [...warnings, ...notes] };
}

interface ScoredReports {
  readonly scores: RoundScores;
  /** Those that were scored; in a campaign not all that were sent, and what stands for those that were not. */
  readonly reports: readonly Evidence[];
  readonly sent: readonly Evidence[];
  readonly warnings: readonly Issue[];
}

/** The campaign that reports were sent in, the day asked about, and the register of those who were to send them. */
export interface CampaignOptions {
  readonly campaign?: string | undefined;
  readonly on?: string | undefined;
  readonly units?: string | undefined;
}

/** Where a command names a campaign, the reports that count in it, and what is to be said of the others. */
function countingReports(
  criteria: CriteriaSet,
  reports: readonly Evidence[],
  { campaign: file, on, units }: CampaignOptions,
): { readonly reports: readonly Evidence[]; readonly notes: readonly Issue[] } {
  if (file === undefined) return { reports, notes: [] };
  if (on === undefined) throw new UsageError({ vi: "--campaign cần có --on NGÀY.", en: "--campaign needs --on DAY." });
  const { value: campaign, warnings } = orThrow(safeLoadCampaign(criteria, file));
  const register = units === undefined ? undefined : orThrow(safeLoadUnits(units)).value;
  const admitted = orThrow(safeAdmitReports(criteria, campaign, reports, { on: readCivilDate(on) ?? on, register })).value;
  return { reports: admitted.reports, notes: [...warnings, ...admitted.notes] };
}

/** Which of several reports is meant. */
export interface UnitOptions {
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly round?: string | undefined;
}

/** The scores that the options leave: those that count, unless a round is named. */
export function chosenScores({ rounds, counted }: RoundScores, { unit, period, round }: UnitOptions): readonly Score[] {
  const all = round === undefined ? counted : [...new Set([...rounds, ...counted])].filter((score) => score.round === round);
  return all.filter(
    (score) =>
      (unit === undefined || score.unit.id === unit || score.unit.name === unit) && (period === undefined || score.period === period),
  );
}

/** The one score that the options choose, or the only one there is. */
export function scoreOf(scores: RoundScores, options: UnitOptions, chosenBy = "--unit, --period, --round"): Score {
  const wanted = chosenScores(scores, options);
  const [only] = wanted;
  if (only !== undefined && wanted.length === 1) return only;
  throw choiceFault(scores, wanted, chosenBy);
}

/** The id of the one unit that the options choose, by its id or name, whatever the number of its reports. */
export function unitIdOf(scores: RoundScores, options: UnitOptions): string {
  const wanted = chosenScores(scores, options);
  const [only, ...others] = new Set(wanted.map(({ unit }) => unit.id));
  if (only !== undefined && others.length === 0) return only;
  throw choiceFault(scores, wanted, "--unit");
}

function choiceFault(scores: RoundScores, wanted: readonly Score[], chosenBy: string): UsageError {
  const choices = (wanted.length > 1 ? wanted : [...new Set([...scores.rounds, ...scores.counted])])
    .map(({ unit, period, round }) => `${unit.id} (${period}, ${round})`)
    .join("; ");
  return new UsageError(
    wanted.length === 0
      ? { vi: `Không có báo cáo như vậy. Trong tệp có: ${choices}`, en: `There is no such report. The files hold: ${choices}` }
      : {
          vi: `Cần chọn một báo cáo bằng ${chosenBy}. Trong tệp có: ${choices}`,
          en: `Choose one report with ${chosenBy}. The files hold: ${choices}`,
        },
  );
}

/** Refuses a code that the tree does not have: the whole set's, or that of the unit's group. */
export function requireCode({ nodes }: CriteriaTree, code: string): void {
  if (nodes.has(code)) return;
  const known = [...nodes.keys()].join(", ");
  throw new UsageError({ vi: `Không có tiêu chí “${code}”. Các mã: ${known}`, en: `There is no criterion "${code}". The codes: ${known}` });
}

/** The round that a command names; refuses one of which there is no report. */
export function requireRound({ rounds, counted }: RoundScores, round: string | undefined): Round | undefined {
  const held = [...new Set([...rounds, ...counted].map((score) => score.round))];
  const known = held.find((one) => one === round);
  if (round === undefined || known !== undefined) return known;
  throw new UsageError({
    vi: `Không có báo cáo ở vòng “${round}”. Trong tệp có: ${held.join(", ")}`,
    en: `There is no report of the round "${round}". The files hold: ${held.join(", ")}`,
  });
}

/** The value of a result with its warnings, or its issues thrown, to be printed. */
export function orThrow<T>(outcome: Result<T>): { readonly value: T; readonly warnings: readonly Issue[] } {
  if (!outcome.ok) throw new DataError(outcome.issues);
  return outcome;
}

function splitReading(written: string): [string, string] {
  const [code, reading] = written.split("=");
  if (code === undefined || reading === undefined || code === "" || reading === "") {
    throw new UsageError({
      vi: `--reading viết dạng MÃ=CÁCH-HIỂU, không phải “${written}”`,
      en: `--reading is written CODE=READING, not "${written}"`,
    });
  }
  return [code, reading];
}
