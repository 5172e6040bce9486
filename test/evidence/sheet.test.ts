import fc from "fast-check";
import { formatIssue, type SheetMove, safeSheetState, sheetMoves, sheetState, sheetStates } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "../badInput/issues";

const states = Object.keys(sheetStates);

/** The log of a sheet that went these ways, a day apart. */
function logOf(moves: readonly SheetMove[]): readonly object[] {
  return moves.map(({ to, by, reasonRequired }, index) => ({
    to,
    by,
    on: `2025-12-${String(index + 1).padStart(2, "0")}`,
    ...(reasonRequired === true ? { reason: "Theo biên bản họp" } : {}),
  }));
}

/** Ways that sheets may go, from the draft on. */
const ways: fc.Arbitrary<readonly SheetMove[]> = fc.array(fc.nat(), { maxLength: 25 }).map((choices) => {
  const moves: SheetMove[] = [];
  for (const choice of choices) {
    const possible = sheetMoves.filter(({ from }) => from === (moves.at(-1)?.to ?? "draft"));
    const move = possible[choice % possible.length];
    if (move !== undefined) moves.push(move);
  }
  return moves;
});

test("a sheet that never moved is a draft", () => {
  expect(sheetState([])).toEqual({ state: "draft", since: null, next: sheetMoves.filter(({ from }) => from === "draft") });
});

test("the whole way: appraised, explained, appraised again, settled, closed, recalled and appraised anew", () => {
  const steps = [
    "submitted",
    "underAppraisal",
    "explanationAsked",
    "explained",
    "reappraised",
    "final",
    "closed",
    "recalled",
    "underAppraisal",
  ];
  const reasons: Readonly<Record<string, string>> = {
    explanationAsked: "Chưa rõ tài liệu 1.2",
    recalled: "Phát hiện số liệu không có căn cứ",
  };
  const log = steps.map((to, index) => ({
    to,
    on: `2025-12-${10 + index}`,
    ...(reasons[to] === undefined ? {} : { reason: reasons[to] }),
  }));
  for (const [index, state] of steps.entries()) {
    expect(sheetState(log.slice(0, index + 1))).toMatchObject({ state, since: `2025-12-${10 + index}` });
  }
});

describe("every way that is allowed", () => {
  test("is followed to its end, as a value and as text, and answers what may come next", () => {
    fc.assert(
      fc.property(ways, (moves) => {
        const state = moves.at(-1)?.to ?? "draft";
        const expected = { state, since: moves.length === 0 ? null : `2025-12-${String(moves.length).padStart(2, "0")}` };
        expect(sheetState(logOf(moves))).toMatchObject(expected);
        expect(sheetState(JSON.stringify(logOf(moves)))).toMatchObject(expected);
        expect(sheetState(logOf(moves)).next.every(({ from }) => from === state)).toBe(true);
      }),
    );
  });

  test("leads to every state, and from every state on", () => {
    const reached = new Set(["draft"]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const { from, to } of sheetMoves) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...states].sort());
    expect([...new Set(sheetMoves.map(({ from }) => from))].sort()).toEqual([...states].sort());
  });

  test("with a step that is not among the next is refused there, and told what may be chosen", () => {
    fc.assert(
      fc.property(ways, fc.constantFrom(...states), (moves, to) => {
        const allowed = sheetState(logOf(moves)).next.map((move) => move.to as string);
        const outcome = safeSheetState([...logOf(moves), { to, on: "2025-12-31", reason: "x" }]);
        expect(outcome.ok).toBe(allowed.includes(to));
        if (outcome.ok) return;
        expect(issuesOf(outcome).map(told)).toEqual([`${moves.length}.to: moveNotAllowed`]);
        expect(issuesOf(outcome)).toMatchObject([{ payload: { to: { state: to }, allowed: allowed.map((state) => ({ state })) } }]);
      }),
    );
  });
});

describe("a log is refused", () => {
  const start = [
    { to: "submitted", on: "2025-12-12" },
    { to: "underAppraisal", on: "2025-12-15" },
  ];
  const vectors: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["that is no list", {}, ["wrongType"]],
    ["with a state that does not exist", [{ to: "sent", on: "2025-12-12" }], ["0.to: notAllowed"]],
    ["with a day that does not exist", [{ to: "submitted", on: "31/11/2025" }], ["0.on: notADate"]],
    ["that skips a step", [{ to: "final", on: "2025-12-12" }], ["0.to: moveNotAllowed"]],
    ["that stays where it is", [...start, { to: "underAppraisal", on: "2025-12-16" }], ["2.to: moveNotAllowed"]],
    ["without a reason for what needs one", [...start, { to: "returned", on: "2025-12-16" }], ["2: moveWithoutReason"]],
    ["with a blank reason", [...start, { to: "returned", on: "2025-12-16", reason: "  " }], ["2.reason: emptyText"]],
    ["with a step taken by another", [{ to: "submitted", on: "2025-12-12", by: "appraiser" }], ["0.by: moveOfOther"]],
    [
      "whose days go back",
      [
        { to: "submitted", on: "2025-12-15" },
        { to: "underAppraisal", on: "14/12/2025" },
      ],
      ["1.on: daysOutOfOrder"],
    ],
    [
      "with all its mistakes at once, each judged by the entry before",
      [
        { to: "final", on: "2025-12-15" },
        { to: "recalled", on: "2025-12-14", by: "unit" },
        { to: "submitted", on: "2025-12-16" },
      ],
      ["0.to: moveNotAllowed", "1.by: moveOfOther", "1: moveWithoutReason", "1.on: daysOutOfOrder", "2.to: moveNotAllowed"],
    ],
  ];

  test.each(vectors)("%s", (_, log, found) => {
    const outcome = safeSheetState(log);
    expect(issuesOf(outcome).map(told)).toEqual(found);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => sheetState(log), outcome);
  });

  test("in words that an officer reads", () => {
    expect(issuesOf(safeSheetState([...start, { to: "closed", on: "2025-12-16" }])).map((issue) => formatIssue(issue, "vi"))).toEqual([
      "2.to: phiếu đang ở trạng thái “đang thẩm định”, không chuyển sang “đã đóng” được. Chọn một trong: “trả lại”, “chờ giải trình”, “đã chốt”.",
    ]);
  });

  test("two steps of one day are in order", () => {
    expect(sheetState([start[0], { to: "underAppraisal", on: "2025-12-12" }]).state).toBe("underAppraisal");
  });
});
