import { safeParseCriteria } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { choice, fileOf, type Items, leaf, notApplicable, scoreOf, setOf } from "./smallSet";

type Leaf = ReturnType<typeof leaf>;
type Figures = Items[string];

/** How one leaf earns its points. */
export const leafRules: Family = {
  binary: earns(leaf("1", "0.5", choice({ yes: "100", no: "0" })), [
    [{ option: "yes" }, "0.5"],
    [{ option: "no" }, "0"],
    [notApplicable, null],
  ]),

  "count-capped": earns(leaf("1", "2", { kind: "perItem", reads: documents(), each: { points: "0.5" } }), [
    [{ count: 0 }, "0"],
    [{ count: 1 }, "0.5"],
    [{ count: 3 }, "1.5"],
    [{ count: 4 }, "2"],
    [{ count: 7 }, "2"],
  ]),

  "ratio-linear": () => {
    const completed = { kind: "proportional", reads: tasks(), target: "100" };
    earns(leaf("1", "10", completed, { nothingDue: "zero" }), [
      [{ done: 17, due: 20 }, "8.5"],
      [{ done: 0, due: 20 }, "0"],
      [{ done: 20, due: 20 }, "10"],
    ])();
    const silent = safeParseCriteria(fileOf([leaf("1", "10", completed)]));
    expect(silent.ok ? [] : silent.issues.map(({ code }) => code)).toEqual(["nothingDueUnstated"]);
  },

  "threshold-step": earns(
    leaf(
      "1",
      "2.5",
      bands([
        { atLeast: "95", points: "2.5" },
        { lessThan: "95", points: "0" },
      ]),
    ),
    [
      [{ percent: "94.99" }, "0"],
      [{ percent: "95" }, "2.5"],
      [{ percent: "100" }, "2.5"],
    ],
  ),

  "all-or-nothing": earns(
    leaf("1", "2.5", {
      kind: "cases",
      counts: [
        { id: "tasks", label: { vi: "Nhiệm vụ được giao" } },
        { id: "late", label: { vi: "Nhiệm vụ chậm" }, within: "tasks" },
      ],
      cases: [{ label: { vi: "Mọi nhiệm vụ đúng tiến độ" }, when: [{ count: "late", is: "equalTo", than: "0" }], points: "2.5" }],
      otherwise: { label: { vi: "Có nhiệm vụ chậm" }, points: "0" },
    }),
    [
      [{ tasks: 12, late: 0 }, "2.5"],
      [{ tasks: 12, late: 1 }, "0"],
    ],
  ),

  "zero-tolerance": earns(leaf("1", "2.5", deduction({ percentOfMax: "100" })), [
    [{ breach: 0 }, "2.5"],
    [{ breach: 1 }, "0"],
  ]),

  "graded-percent": earns(leaf("1", "2", choice({ a: "100", b: "60", c: "20", d: "0" })), [
    [{ option: "a" }, "2"],
    [{ option: "b" }, "1.2"],
    [{ option: "c" }, "0.4"],
    [{ option: "d" }, "0"],
  ]),

  "graded-breach": earns(leaf("1", "2", choice({ none: "100", light: "50", serious: "0" })), [
    [{ option: "none" }, "2"],
    [{ option: "light" }, "1"],
    [{ option: "serious" }, "0"],
  ]),

  "deduct-floor": earns(leaf("1", "3", deduction({ points: "0.5" })), [
    [{ breach: 0 }, "3"],
    [{ breach: 2 }, "2"],
    [{ breach: 9 }, "0"],
  ]),

  "low-band-zero": earns(
    leaf(
      "1",
      "2",
      bands([
        { atLeast: "60", points: "2" },
        { lessThan: "60", points: "0" },
      ]),
    ),
    [
      [{ percent: "59.9" }, "0"],
      [{ percent: "60" }, "2"],
    ],
  ),

  "graded-bonus": () => {
    const quality = choice({ excellent: "100", good: "75", done: "50" });
    const criteria = setOf([leaf("1", "100"), leaf("bonus", "2", quality, { beyondMax: "bonus" })]);
    const scores = ["excellent", "good", "done"].map((option) => scoreOf(criteria, { "1": { points: "80" }, bonus: { option } }));
    expect(scores.map(({ bonus }) => bonus)).toEqual(["2", "1.5", "1"]);
    expect(scores.map(({ points, countedMax }) => [points, countedMax])).toEqual([
      ["82", "100"],
      ["81.5", "100"],
      ["81", "100"],
    ]);
  },

  "derived-index-import": earns(
    leaf("1", "25", { kind: "proportional", reads: { measure: "percentage", of: { vi: "Chỉ số tác động" } }, target: "100" }),
    [[{ percent: "86.4" }, "21.6"]],
  ),
};

/** Each figures with the points they earn; `null` where the leaf does not count. */
function earns(only: Leaf, cases: readonly (readonly [Figures, string | null])[]) {
  return () => {
    const criteria = setOf([only]);
    const earned = cases.map(([figures]) => {
      const { points, countedMax } = scoreOf(criteria, { [only.code]: figures });
      return [figures, countedMax === "0" ? null : points];
    });
    expect(earned).toEqual(cases);
  };
}

function documents() {
  return { measure: "count", of: { vi: "Văn bản ban hành" }, unit: { vi: "văn bản" } };
}

function tasks() {
  return {
    measure: "share",
    done: { vi: "Nhiệm vụ hoàn thành" },
    due: { vi: "Nhiệm vụ được giao" },
    quantity: "count",
    unit: { vi: "nhiệm vụ" },
  };
}

function bands(listed: readonly Readonly<Record<string, string>>[]) {
  return { kind: "bands", reads: { measure: "percentage", of: { vi: "Tỷ lệ" } }, better: "higher", bands: listed };
}

function deduction(cost: Readonly<Record<string, string>>) {
  return { kind: "deduction", breaches: [{ id: "breach", label: { vi: "Lỗi, vi phạm" }, ...cost }] };
}
