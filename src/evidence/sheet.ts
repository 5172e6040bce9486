import * as z from "zod/mini";
import type { CivilDate } from "../exact/civilDate";
import type { Bilingual } from "../exact/formatNumber";
import { civilDate, text } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { type Issue, issue, under } from "../issue/issue";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";

const stateNames = [
  "draft",
  "submitted",
  "underAppraisal",
  "returned",
  "explanationAsked",
  "explained",
  "reappraised",
  "final",
  "closed",
  "reopened",
  "recalled",
] as const;
export type SheetStateName = (typeof stateNames)[number];

const actors = ["unit", "appraiser", "council"] as const;
/** Who moves a sheet: the unit, who appraises it, or the council (hội đồng) that settles results. */
export type SheetActor = (typeof actors)[number];

/**
 * The states of a sheet (trạng thái phiếu) in words.
 *
 * @example
 * ```ts
 * import { sheetStates } from "par-index";
 * sheetStates.explanationAsked.vi; // => "chờ giải trình"
 * ```
 */
export const sheetStates: Readonly<Record<SheetStateName, Bilingual>> = {
  draft: { vi: "đang lập", en: "draft" },
  submitted: { vi: "đã gửi", en: "submitted" },
  underAppraisal: { vi: "đang thẩm định", en: "under appraisal" },
  returned: { vi: "trả lại", en: "returned" },
  explanationAsked: { vi: "chờ giải trình", en: "explanation asked" },
  explained: { vi: "đã giải trình", en: "explained" },
  reappraised: { vi: "đã thẩm định lần 2", en: "reappraised" },
  final: { vi: "đã chốt", en: "final" },
  closed: { vi: "đã đóng", en: "closed" },
  reopened: { vi: "mở lại", en: "reopened" },
  recalled: { vi: "bị thu hồi kết quả", en: "recalled" },
};

/** One step that a sheet may take (bước chuyển trạng thái). */
export interface SheetMove {
  readonly from: SheetStateName;
  readonly to: SheetStateName;
  readonly by: SheetActor;
  readonly reasonRequired?: true;
  readonly label: Bilingual;
}

/**
 * Every step that a sheet may take (các bước chuyển trạng thái phiếu), and whose it is. A final result that is later found
 * unfounded is recalled and appraised anew.
 *
 * @example
 * ```ts
 * import { sheetMoves } from "par-index";
 * sheetMoves.filter(({ from }) => from === "final").map(({ to, by }) => [to, by]); // => [["closed", "council"], ["reopened", "council"], ["recalled", "council"]]
 * ```
 */
export const sheetMoves: readonly SheetMove[] = [
  { from: "draft", to: "submitted", by: "unit", label: { vi: "Gửi phiếu", en: "Submit" } },
  { from: "submitted", to: "underAppraisal", by: "appraiser", label: { vi: "Nhận thẩm định", en: "Take up" } },
  { from: "underAppraisal", to: "returned", by: "appraiser", reasonRequired: true, label: { vi: "Trả lại", en: "Return" } },
  { from: "returned", to: "submitted", by: "unit", label: { vi: "Gửi lại", en: "Submit again" } },
  {
    from: "underAppraisal",
    to: "explanationAsked",
    by: "appraiser",
    reasonRequired: true,
    label: { vi: "Yêu cầu giải trình", en: "Ask for an explanation" },
  },
  { from: "explanationAsked", to: "explained", by: "unit", label: { vi: "Giải trình", en: "Explain" } },
  { from: "explained", to: "reappraised", by: "appraiser", label: { vi: "Thẩm định lần 2", en: "Appraise again" } },
  {
    from: "explanationAsked",
    to: "reappraised",
    by: "appraiser",
    reasonRequired: true,
    label: { vi: "Thẩm định lần 2 khi không có giải trình", en: "Appraise again without an explanation" },
  },
  { from: "underAppraisal", to: "final", by: "council", label: { vi: "Chốt kết quả", en: "Settle" } },
  { from: "reappraised", to: "final", by: "council", label: { vi: "Chốt kết quả", en: "Settle" } },
  { from: "final", to: "closed", by: "council", label: { vi: "Đóng phiếu", en: "Close" } },
  { from: "final", to: "reopened", by: "council", reasonRequired: true, label: { vi: "Mở lại", en: "Reopen" } },
  { from: "closed", to: "reopened", by: "council", reasonRequired: true, label: { vi: "Mở lại", en: "Reopen" } },
  { from: "reopened", to: "underAppraisal", by: "appraiser", label: { vi: "Thẩm định lại", en: "Appraise anew" } },
  { from: "final", to: "recalled", by: "council", reasonRequired: true, label: { vi: "Thu hồi kết quả", en: "Recall" } },
  { from: "closed", to: "recalled", by: "council", reasonRequired: true, label: { vi: "Thu hồi kết quả", en: "Recall" } },
  { from: "recalled", to: "underAppraisal", by: "appraiser", label: { vi: "Thẩm định lại", en: "Appraise anew" } },
];

/** One entry of a sheet's log (nhật ký phiếu): what it became, when, by whom, why. */
export interface SheetLogEntry {
  readonly to: SheetStateName;
  readonly on: CivilDate;
  readonly by?: SheetActor | undefined;
  readonly reason?: string | undefined;
}

/** Where a sheet stands. */
export interface SheetState {
  readonly state: SheetStateName;
  /** The day since which it stands there; `null` for a draft that never moved. */
  readonly since: CivilDate | null;
  /** The steps that it may take next. */
  readonly next: readonly SheetMove[];
}

const logSchema = z.array(
  z.strictObject({ to: z.enum(stateNames), on: civilDate, by: z.optional(z.enum(actors)), reason: z.optional(text) }),
);

/**
 * Where a sheet stands (trạng thái phiếu) after its log, a list of entries or JSON text of one, and what may come next.
 * Every sheet begins as a draft; an empty log leaves it there.
 *
 * **Errors:** {@link ParError} with every issue at once, located by the entry: a step that is not allowed, or not this
 * actor's, a reason that is missing, a day before that of the entry before.
 *
 * @example
 * ```ts
 * import { sheetState } from "par-index";
 *
 * const sheet = sheetState([
 *   { to: "submitted", on: "2025-12-12", by: "unit" },
 *   { to: "underAppraisal", on: "15/12/2025", by: "appraiser" },
 * ]);
 * [sheet.state, sheet.since]; // => ["underAppraisal", "2025-12-15"]
 * sheet.next.map(({ to }) => to); // => ["returned", "explanationAsked", "final"]
 * ```
 */
export function sheetState(log: unknown): SheetState {
  return unwrap(safeSheetState(log));
}

/** {@link sheetState} that answers a {@link Result} and never throws. */
export function safeSheetState(log: unknown): Result<SheetState> {
  return readInput(log, (value) => {
    const read = readWith(logSchema, value);
    return read.value === undefined ? read : { value: stateAfter(read.value), issues: logFaults(read.value) };
  });
}

function stateAfter(log: readonly SheetLogEntry[]): SheetState {
  const { to: state, on: since } = log.at(-1) ?? { to: "draft" as const, on: null };
  return { state, since, next: movesFrom(state) };
}

function movesFrom(state: SheetStateName): readonly SheetMove[] {
  return sheetMoves.filter(({ from }) => from === state);
}

/** Each entry is judged by the one before as it stands, so that one wrong step does not make all later ones wrong. */
function logFaults(log: readonly SheetLogEntry[]): Issue[] {
  return log.flatMap((entry, index) => {
    const before = log[index - 1];
    const found = [...stepFaults(before?.to ?? "draft", entry), ...dayFaults(before, entry)];
    return found.map((one) => under([index], one));
  });
}

function stepFaults(from: SheetStateName, { to, by, reason }: SheetLogEntry): Issue[] {
  const moves = movesFrom(from);
  const move = moves.find((candidate) => candidate.to === to);
  if (move === undefined) {
    const allowed = moves.map((candidate) => named(candidate.to));
    return [issue("moveNotAllowed", { from: named(from), to: named(to), allowed }, { path: ["to"] })];
  }
  return [
    ...(by === undefined || by === move.by ? [] : [issue("moveOfOther", { by, expected: move.by }, { path: ["by"] })]),
    ...(move.reasonRequired === true && reason === undefined ? [issue("moveWithoutReason", { to: named(to) })] : []),
  ];
}

function dayFaults(before: SheetLogEntry | undefined, { on }: SheetLogEntry): Issue[] {
  // Days written year first are in the order of their text.
  return before !== undefined && on < before.on ? [issue("daysOutOfOrder", { earlier: before.on, later: on }, { path: ["on"] })] : [];
}

function named(state: SheetStateName): Bilingual & { readonly state: SheetStateName } {
  return { state, ...sheetStates[state] };
}
