/** What a criteria file and a report say, as the oracle reads them: written down here anew, so that it borrows nothing from the library. */

export interface Words {
  readonly vi: string;
  readonly en?: string;
}

export interface Named {
  readonly id: string;
  readonly label: Words;
}

/** What something earns: points as printed, or a share of the leaf's maximum. */
export interface Worth {
  readonly points?: string;
  readonly percentOfMax?: string;
}

export interface LowerBound {
  readonly atLeast?: string;
  readonly moreThan?: string;
}

export interface Bounds extends LowerBound {
  readonly lessThan?: string;
  readonly atMost?: string;
}

interface Quantity {
  readonly quantity: "count" | "money" | "days";
  readonly unit: Words;
}

export interface Share extends Quantity {
  readonly measure: "share";
  readonly done: Words;
  readonly due: Words;
  readonly fallback?: { readonly label: Words; readonly spans: readonly (Named & { readonly divisor: string })[] };
}
export interface Product {
  readonly measure: "product";
  readonly factors: readonly (Named & Quantity & { readonly done: Words; readonly due: Words })[];
}
export interface Attainment extends Quantity {
  readonly measure: "attainment";
  readonly actual: Words;
  readonly plan: Words;
}
export interface Change extends Quantity {
  readonly measure: "change";
  readonly direction: "rising" | "falling";
  readonly before: Words;
  readonly now: Words;
}
export interface Count {
  readonly measure: "count";
  readonly of: Words;
  readonly unit: Words;
}
export interface DaysLate {
  readonly measure: "daysLate";
  readonly of: Words;
}
export interface Percentage {
  readonly measure: "percentage";
  readonly of: Words;
}
export interface PeerMean {
  readonly measure: "peerMean";
  readonly of: Words;
}
export interface PeerLeader extends Quantity {
  readonly measure: "peerLeader";
  readonly actual: Words;
  readonly target: Words;
  readonly met: string;
  readonly below: "inProportion" | "zero";
}
export type Measure = Share | Product | Attainment | Change | Count | DaysLate | Percentage | PeerMean | PeerLeader;

export interface Choice {
  readonly kind: "choice";
  readonly options: readonly (Named & Worth)[];
}
export interface Condition {
  readonly count: string;
  readonly is: "equalTo" | "atLeast" | "moreThan" | "lessThan" | "atMost";
  readonly than: string;
}
export interface Cases {
  readonly kind: "cases";
  readonly counts: readonly (Named & { readonly within?: string })[];
  readonly due?: string;
  readonly cases: readonly (Worth & { readonly label: Words; readonly when: readonly Condition[] })[];
  readonly otherwise: Worth & { readonly label: Words };
}
export interface Checklist {
  readonly kind: "checklist";
  readonly parts: readonly (Named & Worth)[];
}
export interface PerItem {
  readonly kind: "perItem";
  readonly reads: Measure;
  readonly each: Worth;
}
export interface Deduction {
  readonly kind: "deduction";
  readonly breaches: readonly (Named & Worth)[];
}
export interface Bands {
  readonly kind: "bands";
  readonly reads: Measure;
  readonly better: "higher" | "lower";
  readonly bands: readonly (Bounds & Worth)[];
  readonly notDone?: string;
}
export interface Proportional {
  readonly kind: "proportional";
  readonly reads: Measure;
  readonly target: string;
  readonly floor?: LowerBound;
}
export interface Given {
  readonly kind: "given";
  readonly by: Words;
}
export type Rule = Choice | Cases | Checklist | PerItem | Deduction | Bands | Proportional | Given;

export type LeftOut = "fullPoints" | "zero" | "leaveOut" | "splitEqually";
export type Mode = "halfUp" | "halfEven" | "halfDown" | "up" | "down";

interface Provenance {
  readonly confidence: "invented";
}

/** What a criterion is for the units of one group, where it is not as for the others. */
export interface VariantDocument {
  readonly maxPoints?: string;
  readonly rule?: Rule;
  readonly nothingDue?: LeftOut;
  readonly notApplicable?: "refuse" | LeftOut;
}

export interface RescaleDocument {
  readonly points: string;
  readonly provenance: Provenance;
}

export interface CriterionDocument {
  readonly code: string;
  readonly title: Words;
  readonly maxPoints: string;
  readonly groups?: readonly string[];
  readonly byGroup?: Readonly<Record<string, VariantDocument>>;
  readonly beyondMax?: "bonus" | "penalty";
  readonly selfScored?: false;
  readonly appraiser?: string;
  readonly rescaleTo?: RescaleDocument;
  readonly provenance: { readonly points: Provenance; readonly rule?: Provenance };
  readonly children?: readonly CriterionDocument[];
  readonly method?: "appraised" | "surveyed" | "fromIndex" | "leadership";
  readonly rule?: Rule;
  readonly nothingDue?: LeftOut;
  readonly notApplicable?: "refuse" | LeftOut;
  readonly monitored?: true;
  readonly reads?: Measure;
  readonly formerly?: { readonly code: string; readonly edition?: string };
  readonly interpretation?: {
    readonly question: Words;
    readonly taken: { readonly id: string; readonly words: Words };
    readonly others: readonly { readonly id: string; readonly words: Words; readonly rule?: Rule; readonly nothingDue?: LeftOut }[];
  };
}

export type NodesCondition =
  | { readonly kind: "noZero"; readonly of: "areas" | "criteria" | "leaves" }
  | { readonly kind: "eachAtLeast"; readonly of: "areas" | "criteria" | "leaves"; readonly percent: string };
export type FactCondition = { readonly kind: "fact"; readonly fact: string } & Bounds;

export interface GradeDocument extends Bounds {
  readonly id: string;
  readonly title: Words;
  readonly conditions?: readonly (NodesCondition | FactCondition)[];
}

export interface EventDocument {
  readonly id: string;
  readonly title: Words;
  readonly groups?: readonly string[];
  readonly effect: { readonly forces: string } | { readonly caps: string } | { readonly notRated: true };
  readonly provenance: Provenance;
}

export interface QuotaDocument {
  readonly id: string;
  readonly grade: string;
  readonly groups?: readonly string[];
  readonly share?: { readonly percent: string; readonly of: "rated" | { readonly grades: readonly string[] }; readonly rounding: Mode };
  readonly count?: number;
  readonly effect: "grade" | "commend";
  readonly provenance: Provenance;
}

export interface GradingDocument {
  readonly compare: "exact" | "published";
  readonly scales: readonly { readonly groups: readonly string[]; readonly grades: readonly GradeDocument[] }[];
  readonly facts?: readonly {
    readonly id: string;
    readonly title: Words;
    readonly reads: Measure;
    readonly nothingDue?: "holds" | "fails" | "undecided";
    readonly provenance: Provenance;
  }[];
  readonly events?: readonly EventDocument[];
  readonly unrecorded: "didNotHappen" | "undecided";
  readonly incomplete: "graded" | "ungraded";
  readonly quotas?: readonly QuotaDocument[];
  readonly provenance: Provenance;
}

export interface CriteriaDocument {
  readonly format: "par-index/criteria/1";
  readonly id: string;
  readonly revision: number;
  readonly status: "example";
  readonly title: Words;
  readonly notice: Words;
  readonly instrument: { readonly provenance: Provenance };
  readonly periods: readonly string[];
  readonly sources: Readonly<Record<string, never>>;
  readonly groups: readonly { readonly id: string; readonly title: Words }[];
  readonly appraisers?: readonly { readonly id: string; readonly title: Words }[];
  readonly policies: {
    readonly rounding: {
      readonly places: number;
      readonly mode: Mode;
      readonly stage: "leaf" | "published";
      readonly provenance: Provenance;
    };
    readonly published: { readonly value: "points" | "index"; readonly provenance: Provenance };
    readonly notApplicable: { readonly policy: "refuse" | LeftOut; readonly provenance: Provenance };
    readonly ranking: {
      readonly compare: "exact" | "published";
      readonly tieBreakers?: readonly string[];
      readonly ties: "share" | "dense" | "undecided";
      readonly incomplete: "ranked" | "unranked";
      readonly within: "group" | "all";
      readonly provenance: Provenance;
    };
    readonly mean: { readonly of: "exact" | "published"; readonly provenance: Provenance };
    readonly change: { readonly of: "exact" | "published"; readonly provenance: Provenance };
    readonly rounds?: RoundsDocument;
  };
  readonly grading?: GradingDocument;
  readonly maxPoints: string;
  readonly byGroup?: Readonly<Record<string, VariantDocument>>;
  readonly rescaleTo?: RescaleDocument;
  readonly children: readonly CriterionDocument[];
}

/** The rounds in which a unit is assessed, in order, and which of them count, the first before the others. */
export interface RoundsDocument {
  readonly list: readonly { readonly id: RoundName; readonly title: Words; readonly by: "unit" | "appraiser" }[];
  readonly counts: readonly RoundName[];
  readonly provenance: Provenance;
}

export type RoundName = "selfAssessed" | "appraised" | "explained" | "reappraised";

/** A figure as an officer wrote it: a decimal may have a comma, a day may be 15/1/2021, `null` is a blank field. */
export type WrittenFigures = Readonly<Record<string, number | string | boolean | null>>;
export type WrittenItem = WrittenFigures | null;

export interface ReportDocument {
  readonly unit: { readonly id: string; readonly name: string; readonly group: string };
  readonly period: string;
  readonly round: RoundName;
  readonly appraiser?: string;
  readonly items: Readonly<Record<string, WrittenItem>>;
  readonly facts?: Readonly<Record<string, WrittenFigures>>;
  readonly events?: Readonly<Record<string, { readonly happened: boolean; readonly countedIn?: string }>>;
}

/** What stands of a unit after a round, or counts in the end; under a set that holds no rounds, its report as it is. */
export interface EffectiveReport extends Omit<ReportDocument, "round"> {
  readonly round: RoundName | "counted";
  readonly origins?: Readonly<Record<string, RoundName>>;
}
