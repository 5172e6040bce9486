import fc from "fast-check";
import {
  compareRounds,
  type Evidence,
  type NodeRounds,
  type NodeScore,
  parseCriteria,
  parseEvidence,
  parseReports,
  type RoundScores,
  resolveRounds,
  type Score,
  scoreRounds,
  scoreUnit,
  selfScoreGap,
} from "par-index";
import { describe, expect, test } from "vitest";
import { listNodes } from "../../src/criteria/tree";
import { fromDecimal } from "../../src/exact/decimal";
import { compare, multiply, ratio, subtract, sum } from "../../src/exact/ratio";
import { fileWithRule, reportOf, type Scenario } from "../arbitraries/criteria";
import { invented } from "../arbitraries/policies";
import { roundScenarios } from "../arbitraries/rounds";
import type { CriteriaDocument, CriterionDocument, ReportDocument, RoundName, WrittenFigures } from "../oracle/documents";
import { speaks } from "../oracle/resolving";
import { criteriaOf, leavesOf, nodesOf } from "./scored";

const oneUnit = roundScenarios({ units: 1 });
const severalUnits = roundScenarios({ units: 3 });

function forEveryRound(scenarios: fc.Arbitrary<Scenario>, check: (scenario: Scenario) => void, numRuns = 150): void {
  fc.assert(fc.property(scenarios, check), { numRuns });
}

function resolved(scenario: Scenario, criteria = criteriaOf(scenario)) {
  return resolveRounds(criteria, parseReports(criteria, scenario.reports));
}

function scored(scenario: Scenario, criteria = criteriaOf(scenario)): RoundScores {
  return scoreRounds(criteria, parseReports(criteria, scenario.reports));
}

describe("what a later round says", () => {
  test("changes no digit when it accepts everything", () => {
    forEveryRound(oneUnit, (drawn) => {
      const scenario = selfScoredThroughout(drawn);
      const [self] = scenario.reports as [ReportDocument];
      const accepted = { ...self, round: "appraised" as const, items: mapItems(self, () => ({ accepted: true })) };
      const { rounds, counted } = scored({ ...scenario, reports: [self, accepted] });
      const [before, after] = rounds as [Score, Score];
      expect({ ...after, round: before.round }).toEqual(before);
      expect(nodesOf(counted[0] as Score).map(withoutOrigin)).toEqual(nodesOf(before).map(withoutOrigin));
    });
  });

  test("that a leaf earns 0 is a 0, and no earlier figure stands in for it", () => {
    forEveryRound(oneUnit, (drawn) => {
      const scenario = selfScoredThroughout(drawn);
      const [self] = scenario.reports as [ReportDocument];
      const zeros = mapItems(self, () => ({ givenPoints: "0", reason: "Không có tài liệu kiểm chứng" }));
      const { rounds, counted } = scored({ ...scenario, reports: [self, { ...self, round: "appraised", items: zeros }] });
      for (const score of [rounds[1] as Score, counted[0] as Score]) {
        expect(score.points).toBe("0");
        for (const { code, state, points } of leavesOf(score)) {
          if (state !== "monitored") expect([state, points]).toEqual(code in zeros ? ["scored", "0"] : ["missing", "0"]);
        }
      }
    });
  });

  test("counts, where the appraiser counts, and never what the unit gave itself and nobody accepted", () => {
    forEveryRound(severalUnits, (drawn) => {
      const scenario = withCounts(drawn, ["reappraised", "appraised"]);
      const { counted } = scored(scenario);
      for (const score of counted) {
        const appraisals = scenario.reports.filter(({ unit, round }) => unit.id === score.unit.id && round.endsWith("appraised"));
        for (const { code, state, origin } of leavesOf(score)) {
          const speaking = appraisals.filter(({ items }) => speaks(writtenIn(items[code])));
          expect(origin).toBe(speaking.some(({ round }) => round === "reappraised") ? "reappraised" : speaking[0]?.round);
          if (speaking.length === 0 && state !== "monitored") expect(state).toBe("missing");
        }
      }
    });
  });

  test("is the same whatever the order of the reports", () => {
    fc.assert(
      fc.property(severalUnits, fc.infiniteStream(fc.nat()), (scenario, keys) => {
        const reports = scenario.reports.map((report, index) => ({ ...report, unit: { ...report.unit, name: `Tên gọi ${index}` } }));
        const turned = reports.map((report) => ({ report, key: keys.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        const again = resolved({ ...scenario, reports: turned.map(({ report }) => report) });
        const first = resolved({ ...scenario, reports });
        for (const which of ["rounds", "counted"] as const) expect([...again[which]].sort(byUnit)).toEqual([...first[which]].sort(byUnit));
      }),
      { numRuns: 150 },
    );
  });

  test("is said for good: to resolve what was resolved changes nothing in any round", () => {
    forEveryRound(severalUnits, (scenario) => {
      const criteria = criteriaOf(scenario);
      const { rounds } = resolved(scenario, criteria);
      expect(resolveRounds(criteria, rounds).rounds).toEqual(rounds);
    });
  });
});

describe("a unit", () => {
  test("is called in what counts as its last round calls it", () => {
    forEveryRound(severalUnits, (scenario) => {
      const named = scenario.reports.map((report) => ({ ...report, unit: { ...report.unit, name: `${report.unit.id}, ${report.round}` } }));
      const { rounds, counted } = resolved({ ...scenario, reports: named });
      for (const { unit } of counted) {
        expect(unit.name).toBe(rounds.filter((one) => one.unit.id === unit.id).at(-1)?.unit.name);
      }
    });
  });

  test("has its rounds resolved period by period", () => {
    forEveryRound(oneUnit, ({ file, reports, ...scenario }) => {
      const periods = ["2021", "2022"];
      const later = reports.map((report) => ({ ...report, period: "2022", items: mapItems(report, () => ({ note: "Chưa có số liệu" })) }));
      const both = { ...scenario, file: { ...file, periods }, reports: [...reports, ...later] };
      const { rounds, counted } = resolved(both);
      const of = (all: readonly Evidence[], period: string) => all.filter((one) => one.period === period);
      const alone = resolved({ ...both, reports });
      expect([of(rounds, "2021"), of(counted, "2021")]).toEqual([alone.rounds, alone.counted]);
      expect(of(counted, "2022").map(({ items }) => items)).toEqual([{}]);
    });
  });
});

describe("a round", () => {
  test("is scored as a unit would be that reported just what stands after it", () => {
    forEveryRound(oneUnit, (scenario) => {
      const criteria = criteriaOf(scenario);
      const { rounds } = resolved(scenario, criteria);
      const scores = scored(scenario, criteria).rounds;
      for (const [index, evidence] of rounds.entries()) {
        const alone = scoreUnit(criteria, evidence);
        const comparesUnits = leavesOf(scores[index] as Score).some(({ cohort }) => cohort !== undefined);
        if (!comparesUnits) expect(scores[index]).toEqual(alone);
      }
    });
  });

  test("of another unit changes nothing, but for leaves that compare units", () => {
    forEveryRound(severalUnits, (scenario) => {
      const together = resolved(scenario);
      const [first] = scenario.reports as [ReportDocument];
      const alone = resolved({ ...scenario, reports: scenario.reports.filter(({ unit }) => unit.id === first.unit.id) });
      const own = (all: readonly Evidence[]) => all.filter(({ unit }) => unit.id === first.unit.id);
      expect([own(together.rounds), own(together.counted)]).toEqual([alone.rounds, alone.counted]);
    });
  });
});

describe("rounds side by side", () => {
  test("changes from round to round add up to the whole change, where every round has points", () => {
    forEveryRound(oneUnit, (scenario) => {
      const criteria = criteriaOf(scenario);
      const { rounds, counted } = scored(scenario);
      const { places } = scenario.file.policies.rounding;
      for (const { points, changes } of listNodes<NodeRounds>(compareRounds(criteria, [...rounds, ...counted]))) {
        const values = rounds.map(({ round }) => points[round]);
        const [first, last] = [values[0], values.at(-1)];
        if (values.some((value) => value == null) || first == null || last == null) continue;
        const total = sum(changes.map(({ difference }) => fromDecimal(difference ?? "0")));
        const whole = subtract(fromDecimal(last), fromDecimal(first));
        if (scenario.file.policies.change.of === "published") expect(total).toEqual(whole);
        else expect(isWithin(subtract(total, whole), changes.length + 2, places)).toBe(true);
      }
    });
  });

  test("are the same whatever the order of the scores, and each tells the points that its own score publishes", () => {
    forEveryRound(oneUnit, (scenario) => {
      const criteria = criteriaOf(scenario);
      const { rounds, counted } = scored(scenario);
      const scores = [...rounds, ...counted];
      const compared = compareRounds(criteria, scores);
      expect(compareRounds(criteria, [...scores].reverse())).toEqual(compared);
      for (const { code, points, counts } of listNodes<NodeRounds>(compared)) {
        for (const score of scores) {
          const node = nodesOf(score).find((one) => one.code === code);
          expect([null, node?.published]).toContain(points[score.round]);
        }
        const leaf = leavesOf(counted[0] as Score).find((one) => one.code === code);
        expect(counts).toBe(leaf?.origin);
      }
    });
  });

  test("stand in the order in which rounds follow each other, where the set does not say which it holds", () => {
    const criteria = parseCriteria(fileWithRule({ kind: "given", by: { vi: "Hội đồng" } }, "10"));
    const all = (["reappraised", "explained", "appraised", "selfAssessed"] as const).map((round, index) =>
      scoreUnit(criteria, parseEvidence(criteria, { ...reportOf({ id: "a", round }), items: { "1": { points: String(index) } } })),
    );
    const { changes, points } = compareRounds(criteria, all);
    expect(Object.keys(points)).toEqual(["selfAssessed", "appraised", "explained", "reappraised"]);
    expect(changes.map(({ from, to, difference }) => [from, to, difference])).toEqual([
      ["selfAssessed", "appraised", "-1.00"],
      ["appraised", "explained", "-1.00"],
      ["explained", "reappraised", "-1.00"],
    ]);
  });

  test("tell a change just where the points of two rounds differ, with the reason and the agency of the later", () => {
    forEveryRound(oneUnit, (scenario) => {
      const criteria = criteriaOf(scenario);
      const { rounds } = scored(scenario);
      for (const { code, points, changes } of listNodes<NodeRounds>(compareRounds(criteria, rounds))) {
        const published = rounds.slice(1).filter(({ round }, index) => points[round] !== points[rounds[index]?.round ?? round]);
        const told = changes.map(({ to }) => to);
        expect(told).toEqual(expect.arrayContaining(published.map(({ round }) => round)));
        if (scenario.file.policies.change.of === "published") expect(told).toEqual(published.map(({ round }) => round));
        for (const { to, reason, appraiser } of changes) {
          const leaf = leavesOf(rounds.find(({ round }) => round === to) as Score).find((one) => one.code === code);
          expect(reason).toBe(leaf?.reason);
          if (isUnits(scenario.file, to)) expect(appraiser).toBeUndefined();
        }
      }
    });
  });
});

describe("the gap between self-scores and what counts", () => {
  test("is zero when everything is accepted", () => {
    forEveryRound(severalUnits, (drawn) => {
      const scenario = selfScoredThroughout(drawn);
      const accepted = scenario.reports.map((self) => ({
        ...self,
        round: "appraised" as const,
        items: mapItems(self, () => ({ accepted: true })),
      }));
      const reports = [...scenario.reports, ...accepted];
      for (const { units, mean } of selfScoreGap(criteriaOf(scenario), scored({ ...scenario, reports }))) {
        for (const { selfScored, counted, difference } of [...units, ...(mean === null ? [] : [mean])]) {
          expect([counted, fromDecimal(difference)]).toEqual([selfScored, ratio(0)]);
        }
      }
    });
  });

  test("is what the unit gave itself less what counts, but for rounding", () => {
    forEveryRound(severalUnits, (scenario) => {
      for (const { units, mean } of selfScoreGap(criteriaOf(scenario), scored(scenario))) {
        for (const { selfScored, counted, difference } of [...units, ...(mean === null ? [] : [mean])]) {
          const printed = subtract(fromDecimal(selfScored), fromDecimal(counted));
          expect(isWithin(subtract(fromDecimal(difference), printed), 3, scenario.file.policies.rounding.places)).toBe(true);
        }
      }
    });
  });

  test("turns its sign when the two change places, for each unit and for the mean", () => {
    forEveryRound(severalUnits, (scenario) => {
      const criteria = criteriaOf(scenario);
      const { rounds, counted } = scored(scenario);
      const self = rounds.filter(({ round }) => round === "selfAssessed");
      const turned = {
        rounds: counted.map((score) => ({ ...score, round: "selfAssessed" as const })),
        counted: self.map((score) => ({ ...score, round: "counted" as const })),
      };
      const there = selfScoreGap(criteria, { rounds: self, counted });
      const back = selfScoreGap(criteria, turned);
      expect(back.map(turnedGap)).toEqual(there);
    });
  });

  test("is the difference of the two numbers shown, where the set takes changes of published points", () => {
    forEveryRound(severalUnits, (scenario) => {
      const { file, readings } = scenario;
      const { provenance } = file.policies.change;
      const criteria = parseCriteria({ ...file, policies: { ...file.policies, change: { of: "published", provenance } } }, { readings });
      for (const { units, mean } of selfScoreGap(criteria, scored(scenario, criteria))) {
        for (const { selfScored, counted, difference } of [...units, ...(mean === null ? [] : [mean])]) {
          expect(subtract(fromDecimal(selfScored), fromDecimal(counted))).toEqual(fromDecimal(difference));
        }
      }
    });
  });

  test("compares leaves that have points in both, and no others", () => {
    forEveryRound(severalUnits, (scenario) => {
      const { rounds, counted } = scored(scenario);
      for (const { unit, leaves } of selfScoreGap(criteriaOf(scenario), { rounds, counted }).flatMap(({ units }) => units)) {
        const told = [
          rounds.find((score) => score.round === "selfAssessed" && score.unit.id === unit.id),
          counted.find((score) => score.unit.id === unit.id),
        ];
        const [before, after] = told.map((score) =>
          leavesOf(score as Score)
            .filter(isTold)
            .map(({ code }) => code),
        );
        expect(leaves).toBe(before?.filter((code) => after?.includes(code)).length);
      }
    });
  });
});

function turnedGap(gap: ReturnType<typeof selfScoreGap>[number]) {
  return { ...gap, units: gap.units.map(turned), mean: gap.mean === null ? null : turned(gap.mean) };
}

function turned<G extends { readonly selfScored: string; readonly counted: string; readonly difference: string }>(gap: G): G {
  const { selfScored, counted, difference } = gap;
  const sign = difference.startsWith("-") || /^[0.]*$/.test(difference) ? "" : "-";
  return { ...gap, selfScored: counted, counted: selfScored, difference: `${sign}${difference.replace("-", "")}` };
}

function isTold({ state, countedMax }: { readonly state: string; readonly countedMax: string }): boolean {
  return !["missing", "waiting", "notSelfScored", "monitored"].includes(state) && countedMax !== "0";
}

/** At most so many half steps of the last digit away from nothing. */
function isWithin(value: ReturnType<typeof ratio>, steps: number, places: number): boolean {
  const size = value.numerator < 0n ? subtract(ratio(0), value) : value;
  return compare(size, multiply(ratio(steps), ratio(1n, 10n ** BigInt(places)))) <= 0;
}

function byUnit(a: Evidence, b: Evidence): number {
  return a.unit.id < b.unit.id ? -1 : a.unit.id > b.unit.id ? 1 : 0;
}

function withoutOrigin(node: NodeScore): NodeScore {
  if (node.children !== undefined) return { ...node, children: node.children.map(withoutOrigin) };
  const { origin: _, ...leaf } = node;
  return leaf;
}

function writtenIn(item: ReportDocument["items"][string] | undefined): WrittenFigures | undefined {
  return item == null ? undefined : Object.fromEntries(Object.entries(item).filter(([, written]) => written !== null));
}

/** Other items in place of those that say something; monitored leaves take no points. */
function mapItems({ items }: ReportDocument, other: () => WrittenFigures): ReportDocument["items"] {
  return Object.fromEntries(Object.entries(items).flatMap(([code, item]) => (speaks(writtenIn(item)) ? [[code, other()]] : [])));
}

function isUnits({ policies }: CriteriaDocument, round: string): boolean {
  return policies.rounds?.list.some(({ id, by }) => id === round && by === "unit") ?? false;
}

/** The set with all four rounds, of which these count. */
function withCounts(scenario: Scenario, counts: readonly RoundName[]): Scenario {
  const { policies } = scenario.file;
  const list = (["selfAssessed", "appraised", "explained", "reappraised"] as const).map((id) => ({
    ...{ id, title: { vi: `Vòng ${id}` } },
    by: policies.rounds?.list.find((held) => held.id === id)?.by ?? ("appraiser" as const),
  }));
  return { ...scenario, file: { ...scenario.file, policies: { ...policies, rounds: { list, counts, provenance: invented } } } };
}

/** Only the self-assessments, under a set in which the unit scores everything itself and the appraisal counts. */
function selfScoredThroughout(scenario: Scenario): Scenario {
  const list = [
    { id: "selfAssessed" as const, title: { vi: "Tự đánh giá" }, by: "unit" as const },
    { id: "appraised" as const, title: { vi: "Thẩm định" }, by: "appraiser" as const },
  ];
  const { file, reports, ...rest } = scenario;
  return {
    ...rest,
    file: {
      ...file,
      policies: { ...file.policies, rounds: { list, counts: ["appraised"], provenance: invented } },
      children: file.children.map(ownScored),
    },
    reports: reports.filter(({ round }) => round === "selfAssessed"),
  };
}

function ownScored({ selfScored: _, children, ...criterion }: CriterionDocument): CriterionDocument {
  return { ...criterion, ...(children === undefined ? {} : { children: children.map(ownScored) }) };
}
