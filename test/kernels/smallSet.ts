import {
  type CriteriaFile,
  type CriteriaSet,
  type Evidence,
  exactText,
  type FileNode,
  fromExactText,
  type Policies,
  parseCriteria,
  parseEvidence,
  parseReports,
  type Score,
  scoreAll,
  scoreUnit,
  sum,
} from "par-index";

/** Where everything in a set for a test comes from. */
export const invented = { confidence: "invented" } as const;

type Rule = NonNullable<FileNode["rule"]>;

/** Points that a council gives: a leaf that earns just what a test wants it to. */
export const given: Rule = { kind: "given", by: { vi: "Hội đồng thẩm định" } };

/** One answer of several, best first, each worth so many percent of the maximum. */
export function choice(percents: Readonly<Record<string, string>>): Rule {
  return {
    kind: "choice",
    options: Object.entries(percents).map(([id, percentOfMax]) => ({ id, label: { vi: id }, percentOfMax })),
  };
}

export function leaf(code: string, maxPoints: string, rule: Rule = given, more: Partial<FileNode> = {}): FileNode {
  return { ...shared(code, maxPoints), method: "appraised", rule, provenance: { points: invented, rule: invented }, ...more };
}

export function branch(code: string, maxPoints: string, children: readonly FileNode[], more: Partial<FileNode> = {}): FileNode {
  return { ...shared(code, maxPoints), provenance: { points: invented }, children, ...more };
}

function shared(code: string, maxPoints: string) {
  return { code, title: { vi: `Tiêu chí ${code}` }, maxPoints };
}

/** What a test says of its set; the rest is as plain as it can be. */
export interface Said extends Partial<Pick<CriteriaFile, "byGroup" | "grading" | "rescaleTo">> {
  /** Ids of the groups of units. */
  readonly groups?: readonly string[];
  readonly periods?: readonly string[];
  readonly places?: number;
  readonly publishes?: "points" | "index";
  readonly ranking?: Partial<Policies["ranking"]>;
  readonly rounds?: Policies["rounds"];
}

export function fileOf(children: readonly FileNode[], said: Said = {}): CriteriaFile {
  const { groups = ["unit"], periods = ["2021"], places = 2, publishes = "points", ranking, rounds, ...more } = said;
  const base = children.filter(({ beyondMax }) => beyondMax === undefined);
  return {
    format: "par-index/criteria/1",
    id: "example/kernel",
    revision: 1,
    status: "example",
    title: { vi: "Bộ tiêu chí nhỏ để thử" },
    notice: { vi: "Đặt ra để thử." },
    instrument: { provenance: invented },
    periods,
    sources: {},
    groups: groups.map((id) => ({ id, title: { vi: id } })),
    policies: {
      rounding: { places, mode: "halfUp", stage: "published", provenance: invented },
      published: { value: publishes, provenance: invented },
      notApplicable: { policy: "leaveOut", provenance: invented },
      ranking: { compare: "exact", ties: "share", incomplete: "unranked", within: "group", ...ranking, provenance: invented },
      mean: { of: "exact", provenance: invented },
      change: { of: "published", provenance: invented },
      ...(rounds === undefined ? {} : { rounds }),
    },
    maxPoints: exactText(sum(base.map(({ maxPoints }) => fromExactText(maxPoints)))),
    children,
    ...more,
  };
}

export function setOf(children: readonly FileNode[], said?: Said): CriteriaSet {
  return parseCriteria(fileOf(children, said));
}

/** Figures by the code of their leaf. */
export type Items = Readonly<Record<string, unknown>>;

/** Who reports, when, in which round. */
export interface Heading {
  readonly group?: string;
  readonly period?: string;
  readonly round?: Evidence["round"];
}

export function reportOf(unit: string, items: Items, { group = "unit", period = "2021", round = "appraised" }: Heading = {}) {
  return { unit: { id: unit, name: unit, group }, period, round, items };
}

/** Said of a leaf that does not apply. */
export const notApplicable = { notApplicable: true, reason: "Không thuộc diện thực hiện" };

export function scoreOf(criteria: CriteriaSet, items: Items, heading?: Heading): Score {
  return scoreUnit(criteria, parseEvidence(criteria, reportOf("A", items, heading)));
}

/** Scores of a set whose one leaf `1` is given points: each unit with its points. */
export function scoresGiven(criteria: CriteriaSet, points: Readonly<Record<string, string>>, heading?: Heading): readonly Score[] {
  return scoreAll(
    criteria,
    parseReports(
      criteria,
      Object.entries(points).map(([unit, own]) => reportOf(unit, { "1": { points: own } }, heading)),
    ),
  );
}
