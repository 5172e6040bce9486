import type { Bilingual } from "../exact/formatNumber";

/** Where something is wrong: as much as is known, from the file down to the criterion. */
export interface Location {
  readonly file?: string;
  /** Line and column in the file, from 1. */
  readonly line?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly cell?: string;
  /** Number of the entry of a sealed record (số thứ tự bản ghi), from 1. */
  readonly entry?: number;
  /** Id of the unit (đơn vị) whose evidence it is. */
  readonly unit?: string;
  /** Id of the group of units (nhóm đơn vị) for which it is wrong, where it is not for all. */
  readonly group?: string;
  /** Code of the criterion (mã tiêu chí), and its title. */
  readonly code?: string;
  readonly title?: string;
  /** Keys that lead to the value inside the file or object. */
  readonly path?: readonly (string | number)[];
}

/** Code that stands for the whole criteria set in issues, scores, rankings and rows. */
export const totalCode = "total";

/** What a JSON file lacks at the place where it stops being JSON. */
export type JsonExpectation = "value" | "propertyName" | "comma" | "colon" | "closeBrace" | "closeBracket" | "endOfFile" | "validText";

/** Words of a file inside a payload: Vietnamese always, English where the file has it. */
interface Phrase {
  readonly vi: string;
  readonly en?: string | undefined;
}

/** A state of a sheet, with its words. */
type SheetWords = Bilingual & { readonly state: string };

/** What each issue code says about the case at hand. Numbers are exact text; the words around them are in the message tables. */
export interface IssuePayloads {
  // A file as text
  readonly notJson: { readonly expected: JsonExpectation };
  readonly byteOrderMark: object;
  readonly duplicateKey: { readonly key: string };
  readonly numberNotWhole: { readonly received: string };
  readonly reservedKey: { readonly key: string };
  readonly tooLarge: { readonly limit: string };
  readonly tooDeep: { readonly limit: number };
  readonly fileNotWritten: { readonly reason: "exists" | "other" };
  readonly fileUnreadable: { readonly reason: "notFound" | "isFolder" | "notPermitted" | "notUtf8" | "other" };

  // The shape of a value
  readonly missingKey: { readonly key: string };
  readonly unknownKey: { readonly key: string; readonly known: readonly string[] };
  readonly wrongType: { readonly expected: string; readonly received: string };
  readonly notAllowed: { readonly received: string; readonly allowed: readonly string[] };
  readonly emptyText: object;
  readonly controlCharacters: object;
  readonly badName: { readonly received: string; readonly example: string };
  readonly tooFew: { readonly least: string };
  readonly tooMany: { readonly most: string };
  readonly outOfRange: { readonly bound: string };
  readonly notNfc: object;
  readonly wrongShape: { readonly reason: string };

  // A figure
  readonly notDecimal: { readonly received: string; readonly example: string };
  readonly tooManyDigits: { readonly received: string; readonly limit: number };
  readonly ambiguousSeparator: { readonly received: string; readonly whole: string; readonly decimal: string };
  readonly notWhole: { readonly received: string };
  readonly countTooLarge: { readonly received: string; readonly most: string };
  readonly negative: { readonly received: string };
  readonly notADate: { readonly received: string };
  readonly notSha256: { readonly received: string };
  readonly pathLeadsOut: { readonly received: string };
  readonly percentLooksLikeRatio: { readonly received: string; readonly meant: string; readonly asRatio: string };
  readonly percentAbove100: { readonly received: string };
  readonly ratioAboveOne: { readonly received: string };
  readonly exactlyOneOf: { readonly keys: readonly string[] };

  // Reports as a table (CSV)
  readonly reportColumnUnknown: { readonly heading: string; readonly known: readonly Bilingual[] };
  readonly reportColumnMissing: { readonly column: Bilingual };
  readonly cellsDisagree: { readonly column: Bilingual; readonly received: string; readonly other: string };
  readonly titleDiffers: { readonly received: string; readonly expected: string };

  // Campaigns
  readonly sentLate: { readonly round: string; readonly sentOn: string; readonly to: string; readonly days: number };
  readonly lateNotCounted: { readonly round: string; readonly sentOn: string; readonly to: string; readonly days: number };
  readonly sentBeforeOpening: { readonly round: string; readonly sentOn: string; readonly from: string };
  readonly sentOnUnknown: { readonly round: string; readonly to: string };
  readonly neverSent: { readonly to: string };
  readonly neverSentNotRated: { readonly to: string };
  readonly stillToSend: { readonly to: string };

  // Evidence against its criteria set
  readonly unknownCode: { readonly code: string; readonly nearest?: string };
  readonly codeOfOtherGroup: { readonly group: string; readonly groups: readonly string[] };
  readonly codeIsBranch: { readonly code: string; readonly leaves: readonly string[] };
  readonly periodNotListed: { readonly period: string; readonly periods: readonly string[] };
  readonly unknownGroup: { readonly group: string; readonly groups: readonly string[] };
  readonly duplicateUnit: { readonly unit: string; readonly round: string; readonly appraiser?: string };
  readonly partsDiffer: object;
  readonly otherCriteria: { readonly expected: string; readonly received: string };
  readonly yearsOfTwoUnits: { readonly before: string; readonly after: string };
  readonly doneAboveDue: { readonly done: string; readonly due: string };
  readonly pointsAboveMax: { readonly points: string; readonly maxPoints: string };
  readonly notApplicableRefused: object;
  readonly notApplicableWithFigures: { readonly keys: readonly string[] };
  readonly notApplicableWithoutReason: object;
  readonly notInThisRound: { readonly key: string; readonly round: string };
  readonly oneVerdictOnly: { readonly keys: readonly string[] };
  readonly pointsWithoutReason: object;
  /** What stood before, by its key: figures, points given, or that it does not apply. */
  readonly changeWithoutReason: { readonly round: string; readonly before: Readonly<Record<string, string>> };
  readonly notSelfScored: { readonly round: string };
  readonly notItsArea: { readonly appraiser: string; readonly owner: string };
  /** `null` for an appraisal that names no agency. */
  readonly appraisedTwice: { readonly round: string; readonly appraisers: readonly (string | null)[] };
  readonly nothingToAccept: { readonly round: string };
  readonly appraisalWithoutReport: { readonly round: string };
  readonly roundWithoutReport: { readonly round: string };
  readonly groupDiffers: { readonly round: string; readonly group: string; readonly other: string };
  readonly roundsNotStated: object;
  readonly roundNotResolved: { readonly round: string };
  readonly otherUnit: { readonly expected: string; readonly received: string };
  readonly notAScore: object;
  readonly unknownPeriod: { readonly period: string; readonly periods: readonly string[] };
  readonly unknownUnit: { readonly unit: string; readonly units: readonly string[] };
  readonly costWithoutTarget: { readonly figure: string };
  readonly tooManySteps: { readonly steps: string; readonly most: string };
  readonly goalAboveMax: { readonly goal: string; readonly most: string };
  readonly noPercentage: { readonly code: string };
  readonly severalReports: { readonly reports: readonly string[] };
  readonly expectedDiffers: { readonly expected: string; readonly computed: string };

  // Units against their register
  readonly unitNotInRegister: { readonly unit: string; readonly nearest?: string };
  readonly unitNamedTwice: { readonly name: string; readonly other: string };
  readonly unitsInACircle: { readonly units: readonly string[] };
  readonly unitInOtherGroup: { readonly name: string; readonly group: string; readonly registered: string };
  readonly unitRenamed: { readonly name: string; readonly registered: string };
  readonly unitNameDiffers: { readonly name: string; readonly registered: string };
  readonly unitNotYet: { readonly name: string; readonly since: string };
  readonly unitEnded: { readonly name: string; readonly until: string };
  readonly unitMerged: { readonly name: string; readonly until: string; readonly into: string; readonly intoName: string };
  readonly unitListedAsNotRated: { readonly name: string; readonly reason: Phrase };
  readonly unitListedAsRated: { readonly name: string; readonly reason: Phrase };
  readonly periodNotRead: { readonly period: string };
  readonly registerOfOtherPeriods: { readonly period: string; readonly periods: readonly string[] };
  readonly reportsMissing: {
    readonly group: Phrase;
    readonly period: string;
    readonly round: string;
    readonly listed: number;
    readonly units: readonly { readonly id: string; readonly name: string }[];
  };

  // The way of a sheet, and days
  readonly moveNotAllowed: { readonly from: SheetWords; readonly to: SheetWords; readonly allowed: readonly SheetWords[] };
  readonly moveOfOther: { readonly by: string; readonly expected: string };
  readonly moveWithoutReason: { readonly to: SheetWords };
  readonly daysOutOfOrder: { readonly earlier: string; readonly later: string };
  readonly unknownDocument: { readonly document: string; readonly documents: readonly string[] };
  readonly pointsWithoutDocument: { readonly points: string };
  readonly requiredDocumentMissing: { readonly document: string; readonly title: Phrase };
  readonly fileUnderOtherNumber: { readonly number: string; readonly other: string; readonly unit: string; readonly code: string };
  readonly documentFileDiffers: { readonly expected: string; readonly found: string };
  readonly documentOutsideWindow: { readonly issuedOn: string; readonly period: string; readonly from: string; readonly to: string };

  // A criteria set that must prove itself
  readonly partsDoNotAddUp: { readonly parts: string; readonly whole: string; readonly difference: string };
  readonly cannotReachMax: { readonly best: string; readonly maxPoints: string };
  readonly partsEarnAboveMax: { readonly best: string; readonly maxPoints: string };
  readonly earnsAboveMax: { readonly best: string; readonly maxPoints: string; readonly what: string };
  readonly duplicateCode: { readonly code: string };
  readonly codeNotNested: { readonly code: string; readonly parent: string };
  readonly leavesAlike: { readonly other: string };
  readonly formerlyClaimedTwice: { readonly code: string; readonly other: string };
  readonly measureDoesNotFit: { readonly kind: string; readonly measure: string; readonly fitting: readonly string[] };
  readonly worseEarnsMore: { readonly worse: string; readonly better: string };
  readonly duplicateOption: { readonly option: string };
  readonly reservedOption: { readonly option: string };
  readonly bandGap: { readonly between: string; readonly and: string };
  readonly bandOverlap: { readonly between: string; readonly and: string };
  readonly bandEmpty: { readonly band: string };
  readonly bandsOutOfOrder: { readonly better: "higher" | "lower" };
  readonly boundNotWhole: { readonly received: string };
  readonly bandTwoBounds: { readonly band: string };
  readonly floorAboveTarget: { readonly floor: string; readonly target: string };
  readonly thresholdOutOfReach: { readonly key: string; readonly received: string; readonly most: string };
  readonly thresholdNotPositive: { readonly key: string; readonly received: string };
  readonly unknownCount: { readonly count: string; readonly counts: readonly string[] };
  readonly unknownSource: { readonly source: string; readonly sources: readonly string[] };
  readonly officialWithoutSource: object;
  readonly notOfficial: { readonly confidence: string };
  readonly nothingDueUnstated: object;
  readonly nothingDueNeverHappens: object;
  readonly notDoneUnstated: object;
  readonly notDoneNeverHappens: object;
  readonly monitoredWithPoints: { readonly maxPoints: string };
  readonly noticeMissing: object;
  readonly stillOpen: { readonly what: "maxPoints" | "rule" | "policy" | "grading" };
  readonly unknownAppraiser: { readonly appraiser: string; readonly appraisers: readonly string[] };
  readonly beyondMaxWithoutCap: { readonly beyondMax: "bonus" | "penalty" };
  readonly beyondMaxNested: { readonly beyondMax: "bonus" | "penalty" };
  readonly rescaledToOther: { readonly points: string; readonly maxPoints: string };
  readonly roundNotHeld: { readonly round: string; readonly rounds: readonly string[] };
  readonly unknownReading: { readonly reading: string; readonly readings: readonly string[] };
  readonly noInterpretation: { readonly code: string };

  // How a set grades
  readonly noGrading: object;
  readonly groupWithoutGrades: { readonly group: string };
  readonly unknownGrade: { readonly grade: string; readonly grades: readonly string[] };
  readonly gradeGap: { readonly between: string; readonly and: string };
  readonly lowestGradeConditional: { readonly grade: string };
  readonly unknownFact: { readonly fact: string; readonly facts: readonly string[] };
  readonly factNeedsCohort: { readonly measure: string };
  readonly factNothingDueUnstated: object;
  readonly boundMissing: object;
  readonly unknownEvent: { readonly event: string; readonly events: readonly string[] };
  readonly forcedNotLowest: { readonly grade: string; readonly lowest: readonly string[] };
  readonly quotaOfLowest: { readonly grade: string };
  readonly quotaWithoutBase: { readonly quota: string; readonly proposed: string };

  // The catalogue
  readonly badEditionId: { readonly id: string };
  readonly unknownEdition: { readonly id: string; readonly nearest: readonly string[] };
  readonly structureOnly: { readonly id: string };
  readonly editionHoldsOther: {
    readonly id: string;
    readonly holds: "criteria" | "units" | "questionnaire" | "plan";
    readonly wanted: "criteria" | "units" | "questionnaire" | "plan";
  };
  readonly editionChanged: { readonly id: string; readonly expected: string; readonly found: string };

  // A sealed record
  readonly notARecord: object;
  readonly recordNotUtf8: object;
  readonly recordNotNfc: object;
  readonly recordNotWhole: object;
  readonly lineUnknown: object;
  readonly lineRearranged: object;
  readonly entryChanged: { readonly expected: string; readonly found: string };
  readonly partChanged: { readonly part: string };
  readonly entryOutOfOrder: { readonly expected: number; readonly found: number };
  readonly chainBroken: { readonly before: number };
  readonly correctsNothing: { readonly number: number };
  readonly textChanged: object;
  readonly strayText: { readonly digest: string };
  readonly headMissing: { readonly entries: number };
  readonly headOfOtherSize: { readonly size: number; readonly entries: number };
  readonly headDiffers: { readonly expected: string; readonly found: string };
  readonly rootNotFound: { readonly root: string };
  readonly rootOfBeginning: { readonly root: string; readonly size: number; readonly entries: number };
  readonly badRoot: { readonly received: string };
  readonly signatureBroken: { readonly signer: string };
  readonly signatureOfOtherHead: { readonly signer: string };
  readonly signatureMissing: { readonly keyId: string };
  readonly notAKey: { readonly why: "notPem" | "otherKey" | "privateInsteadOfPublic" | "publicInsteadOfPrivate" };
  readonly secretTooShort: { readonly least: number };
  readonly nothingToRecord: object;
  readonly correctionWithoutReason: { readonly entries: number };
  readonly recordRedacted: { readonly withheld: number };
  readonly criteriaNotRecorded: object;
  readonly criteriaDigestDiffers: { readonly recorded: string; readonly found: string };
  readonly resultDiffers: {
    readonly what: string;
    readonly round?: string;
    readonly recorded: string;
    readonly recomputed: string;
    readonly cause: "engine" | "criteria" | "evidence" | "result";
  };
  readonly otherEngine: { readonly recorded: string; readonly running: string; readonly order: "newer" | "older" | "other" };
  readonly notAReceipt: object;
  readonly receiptOfOtherRoot: { readonly expected: string; readonly found: string };
  readonly receiptDoesNotProve: { readonly root: string };
  readonly notAConsistencyProof: object;
  readonly notConsistent: { readonly from: string; readonly to: string };

  // A published table
  readonly totalDiffers: { readonly printed: string; readonly parts: string; readonly tolerance: string };
  readonly partAboveMax: { readonly printed: string; readonly maxPoints: string };
  readonly rankAgainstValue: {
    readonly rank: string;
    readonly value: string;
    readonly other: string;
    readonly otherRank: string;
    readonly otherValue: string;
  };
  readonly rankRepeated: { readonly rank: string; readonly other: string };
  readonly rankMissing: { readonly rank: string };
  readonly meanDiffers: { readonly printed: string; readonly computed: string; readonly tolerance: string };
  readonly percentDiffers: { readonly printed: string; readonly computed: string; readonly tolerance: string };
  readonly changeDiffers: { readonly printed: string; readonly computed: string };
  readonly distanceDiffers: { readonly printed: string; readonly computed: string };
  readonly countDiffers: {
    readonly what:
      | "units"
      | "notRanked"
      | "aboveMean"
      | "up"
      | "down"
      | "unchanged"
      | "upAndDown"
      | "upDownAndUnchanged"
      | "group"
      | "allGroups";
    /** The name of the group, where the count is of one. */
    readonly group?: string;
    readonly printed: string;
    readonly computed: string;
  };
  readonly shareDiffers: { readonly group: string; readonly printed: string; readonly computed: string };
  readonly valueDiffers: { readonly printed: string; readonly other: string; readonly source: string };
  readonly unitRepeated: { readonly unit: string };
  readonly printedNotANumber: { readonly received: string };
  readonly zeroWithoutData: object;

  // A questionnaire that must prove itself
  readonly unknownScale: { readonly scale: string; readonly scales: readonly string[] };
  readonly answersAlike: { readonly written: string; readonly other: string };
  readonly nothingCounts: object;
  readonly factorWithoutQuestions: object;
  readonly partialWithoutGap: object;
  readonly questionNotAsked: { readonly question: string; readonly questions: readonly string[] };
  readonly generalQuestionMissing: object;

  // Surveys
  readonly otherSeries: { readonly series: Phrase; readonly other: Phrase };
  readonly otherConductor: {
    readonly series: Phrase;
    readonly other: Phrase;
    readonly by: "ministry" | "province";
    readonly otherBy: "ministry" | "province";
  };
  readonly tallyOfOther: { readonly tally: string; readonly questionnaire: string };
  readonly notCountedBy: { readonly key: string; readonly keys: readonly string[] };
  readonly notFinite: { readonly received: string };
  readonly singleClusterStratum: { readonly stratum: string };
  readonly populationTooSmall: { readonly stratum: string; readonly received: string; readonly sampled: string };
  readonly nothingToEstimate: { readonly measure: string };
  readonly intervalUndefined: {
    readonly method: string;
    readonly received: string;
    readonly reason: "noDegreesOfFreedom" | "notARate" | "noVariance";
  };
  readonly marginWithoutPeople: { readonly margin: string; readonly category: string };
  readonly marginWithoutTotal: { readonly margin: string; readonly category: string };
  readonly marginsDisagree: { readonly margin: string; readonly sum: string; readonly other: string; readonly otherSum: string };
  readonly rakingUnfinished: { readonly rounds: string; readonly distance: string };
  readonly surveyWithoutIndex: { readonly part: string; readonly reason: "noAnswers" | "tooFew" | "unknown" };

  // Answers to a survey
  readonly clusterInTwoStrata: { readonly cluster: string; readonly stratum: string; readonly other: string };
  readonly tallyKeysDiffer: { readonly keys: readonly string[]; readonly others: readonly string[] };
  readonly surveyPartUnknown: { readonly name: string };
  readonly answerOutsideScale: { readonly received: string; readonly allowed: readonly string[] };
  readonly columnUnknown: { readonly heading: string; readonly known: readonly string[] };
  readonly columnUnheaded: { readonly column: number; readonly letter: string };
  readonly columnMissing: { readonly column: string };
  readonly columnTwice: { readonly column: string; readonly headings: readonly string[] };
  readonly fieldsMiscounted: { readonly fields: number; readonly columns: number };
  readonly quoteNotClosed: object;
  readonly bytesNotText: object;
  readonly respondentTwice: { readonly respondent: string };
  readonly weightNotPositive: { readonly received: string };
  readonly designMissing: { readonly column: string };
  readonly questionnairePartial: { readonly questionnaire: string };
  readonly worthTooFine: { readonly worths: readonly string[] };
  readonly tallyRowUnreadable: { readonly received: string; readonly column: string };

  // Workbooks
  readonly workbookUnreadable: { readonly why: "legacy" | "notZip" | "damaged" };
  readonly workbookTooLarge: { readonly what: "bytes" | "expanded" | "rows" | "columns"; readonly found: string; readonly limit: string };
  readonly notAForm: object;
  readonly formOfOtherText: { readonly criteria: string };
  readonly formColumnMissing: { readonly heading: string };
  readonly formColumnTwice: { readonly heading: string; readonly other: string };
  readonly formSheetTwice: { readonly other: string };
  readonly formRowMissing: { readonly row: string };
  readonly formRowTwice: { readonly row: string; readonly other: string };
  readonly formRowUnknown: { readonly row: string };
  readonly formRowChanged: { readonly expected: string; readonly received: string };
  readonly strayCell: { readonly received: string };
  readonly documentUnnamed: object;
  readonly cellError: { readonly shown: string };
  readonly cellNoResult: object;
  readonly cellIsDay: { readonly day: string };
  readonly cellIsPercent: { readonly shown: string };
  readonly cellInBlock: { readonly first: string };
  readonly cellHidden: object;
  readonly cellLinked: object;
  readonly notPicked: { readonly received: string; readonly choices: readonly string[] };

  // A plan and its progress
  readonly planPartUnknown: {
    readonly what: "area" | "lead" | "task" | "report" | "period" | "target";
    readonly id: string;
    readonly known: readonly string[];
  };
  readonly dayOutsidePlan: { readonly day: string; readonly year: string };
  readonly outsideCalendar: { readonly day: string; readonly from: string; readonly to: string };
  readonly dayOffAndWorked: { readonly day: string };
  readonly thresholdOfAll: { readonly received: string };
  readonly progressOfOtherPlan: { readonly expected: string; readonly received: string };
  readonly doneAfterDay: { readonly on: string; readonly day: string };
  readonly progressOlder: { readonly asOf: string; readonly on: string };
  readonly baseDiffers: { readonly reported: string; readonly printed: string };
  readonly planOfOtherYear: { readonly year: string; readonly period: string };
  readonly planNotLinked: { readonly edition: string; readonly linked: readonly string[] };
  readonly figureDoesNotFit: { readonly key: string; readonly expected: string; readonly fed: "count" | "date" };
  readonly notFed: { readonly why: "notReported" | "deadlineNotStated" | "notDone" };
  readonly tasksWithoutDeadline: { readonly tasks: string };
  readonly planOfOtherUnit: { readonly expected: string; readonly received: string };
  readonly planDiffers: { readonly key: string; readonly reported: string; readonly planned: string };
}

export type IssueCode = keyof IssuePayloads;

/**
 * One thing that is wrong (lỗi) or worth knowing (lưu ý), as data: what, and where. The words are in `messages.vi.ts` and
 * `messages.en.ts`; {@link formatIssue} puts them together.
 */
export type Issue = {
  readonly [Code in IssueCode]: {
    readonly code: Code;
    readonly severity: "error" | "warning";
    readonly payload: IssuePayloads[Code];
    readonly location: Location;
  };
}[IssueCode];

/** One sentence or two for each issue code: what is wrong, what is expected, what to do. A code without words does not compile. */
export type Messages = { readonly [Code in IssueCode]: (payload: IssuePayloads[Code]) => string };

/**
 * An error (lỗi), for rule kinds and measures of your own.
 *
 * @example
 * ```ts
 * import { issue } from "par-index";
 * issue("negative", { received: "-1" }).severity; // => "error"
 * ```
 */
export function issue<Code extends IssueCode>(code: Code, payload: IssuePayloads[Code], location: Location = {}): Issue {
  return { code, severity: "error", payload, location } as Issue;
}

/** Makes a warning: the data is used, and the reader should know. */
export function warning<Code extends IssueCode>(code: Code, payload: IssuePayloads[Code], location: Location = {}): Issue {
  return { code, severity: "warning", payload, location } as Issue;
}

/** The same issue with the keys that lead to the value in which it was found. */
export function under(keys: readonly (string | number)[], found: Issue): Issue {
  return { ...found, location: { ...found.location, path: [...keys, ...(found.location.path ?? [])] } };
}

/** The same issue with more of its location known; what it already says of its place stays. */
export function at(location: Location, found: Issue): Issue {
  return { ...found, location: { ...location, ...found.location } };
}
