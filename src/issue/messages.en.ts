import { isDecimal } from "../exact/decimal";
import { formatNumber } from "../exact/formatNumber";
import type { IssuePayloads, JsonExpectation, Messages } from "./issue";
import { openWords } from "./openWords";
import { roundWords } from "./roundWords";

const n = (exact: string) => formatNumber(exact, "en");
const list = (items: readonly string[]) => (items.length === 0 ? "(none)" : items.map((item) => `"${item}"`).join(", "));
const figures = (stood: Readonly<Record<string, string>>) =>
  Object.entries(stood)
    .map(([key, value]) => `${key}: ${isDecimal(value) ? n(value) : value}`)
    .join(", ");
const days = (count: number) => `${count} ${count === 1 ? "day" : "days"}`;
const round = (id: string) => (Object.hasOwn(roundWords, id) ? roundWords[id as keyof typeof roundWords].en : `"${id}"`);
const nearest = (item: string | undefined) => (item === undefined ? "" : ` Did you mean "${item}"?`);

/** Names are told of a part; a whole group that sent nothing may be hundreds. */
const namesUnlessAll = ({ units, listed }: IssuePayloads["reportsMissing"]) =>
  units.length === listed ? "" : `: ${units.map(({ name }) => name).join("; ")}`;

const fieldKinds: Readonly<Record<string, string>> = { count: "a count", date: "a day" };

const unfed: Readonly<Record<IssuePayloads["notFed"]["why"], string>> = {
  notReported: "the progress has no figures of the target",
  deadlineNotStated: "the plan states no deadline",
  notDone: "the task is not done",
};

const expected: Readonly<Record<JsonExpectation, string>> = {
  value: "a value",
  propertyName: "a name in double quotes",
  comma: "a comma",
  colon: "a colon",
  closeBrace: "a }",
  closeBracket: "a ]",
  endOfFile: "the end of the file",
  validText: "valid JSON",
};

const unreadable: Readonly<Record<IssuePayloads["fileUnreadable"]["reason"], string>> = {
  notFound: "there is no such file",
  isFolder: "it is a folder, not a file",
  notPermitted: "permission denied",
  notUtf8: "it is not saved as UTF-8",
  other: "it could not be read",
};

const counted: Readonly<Record<IssuePayloads["countDiffers"]["what"], string>> = {
  units: "units",
  notRanked: "units that are not ranked",
  aboveMean: "units above the mean",
  up: "units up",
  down: "units down",
  unchanged: "units unchanged",
  upAndDown: "units up and down together",
  upDownAndUnchanged: "units up, down and unchanged together",
  group: "units of the group",
  allGroups: "units of all groups together",
};

const reviewWords: Readonly<Record<string, string>> = {
  accepted: "only an appraiser, or the unit when it explains, accepts what stands",
  givenPoints: "only an appraiser gives points",
  asks: "only an appraiser asks for an explanation",
  appraiser: "a report of the unit's own names no appraiser",
};

const types: Readonly<Record<string, string>> = {
  object: "a group of entries { … }",
  array: "a list [ … ]",
  string: "text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  null: "null",
  undefined: "nothing",
  instance: "an instance of a class",
  decimal: 'a number in quotes, such as "0.5"',
};
const typeWords = (type: string) => types[type] ?? type;

/** A number as people print it; any other text as it is. */
const shown = (value: string) => (isDecimal(value) ? n(value) : value);

const keyFault: Readonly<Record<IssuePayloads["notAKey"]["why"], string>> = {
  notPem: "no key file in PEM form",
  otherKey: "a key of another algorithm",
  privateInsteadOfPublic: "a private key where a public one is needed; give the private key to nobody",
  publicInsteadOfPrivate: "a public key where the private one is needed to sign",
};

const resultParts: Readonly<Record<string, string>> = {
  countedMax: "maximum that counts",
  base: "points without bonus and penalty",
  published: "published value",
  unit: "the unit's result",
};

const causes: Readonly<Record<IssuePayloads["resultDiffers"]["cause"], string>> = {
  engine: "another version of the program",
  criteria: "the criteria set in the record was changed",
  evidence: "the evidence in the record was changed",
  result: "the result in the record is not what the evidence in it gives",
};

const engineOrder: Readonly<Record<IssuePayloads["otherEngine"]["order"], string>> = {
  newer: "newer",
  older: "older",
  other: "another program",
};

const editionWords: Readonly<Record<IssuePayloads["editionHoldsOther"]["holds"], string>> = {
  criteria: "criteria set",
  units: "register of units",
  questionnaire: "questionnaire",
  plan: "plan",
};

const conductors: Readonly<Record<IssuePayloads["otherConductor"]["by"], string>> = { ministry: "the ministry", province: "a province" };

const withoutIndex: Readonly<Record<IssuePayloads["surveyWithoutIndex"]["reason"], string>> = {
  noAnswers: "nobody gave an answer that counts",
  tooFew: "too few people answered",
  unknown: "the questionnaire has no such part",
};

const undefinedInterval = {
  noDegreesOfFreedom: "there are no more clusters than strata. Estimate for a larger group.",
  notARate: "the method is for rates from 0 to 1. Use wald.",
  noVariance: "the sample shows no variance. Use clopperPearson at a rate of 0 or 1, wald otherwise.",
} as const;

const unreadableWorkbook: Readonly<Record<IssuePayloads["workbookUnreadable"]["why"], string>> = {
  legacy: "an old .xls, or under a password",
  notZip: "not an .xlsx file",
  damaged: "damaged",
};

const workbookMeasure: Readonly<Record<IssuePayloads["workbookTooLarge"]["what"], string>> = {
  bytes: "its number of bytes",
  expanded: "its number of bytes when expanded",
  rows: "its number of rows",
  columns: "its number of columns",
};

/** The words of every issue in English: what is wrong, what is expected, what to do. */
export const messagesEn: Messages = {
  notJson: (p) => `the file is not JSON: ${expected[p.expected]} is expected here. Mend this place and run again.`,
  byteOrderMark: () => 'the file starts with a byte order mark, which was skipped. Save it as "UTF-8" rather than "UTF-8 with BOM".',
  duplicateKey: (p) => `the key "${p.key}" stands twice, and it is not clear which value counts. Keep one.`,
  numberNotWhole: (p) =>
    `the number ${p.received} cannot be used. Numbers in a JSON file are whole, and at most 9,007,199,254,740,991; write decimals in quotes, such as "95.5".`,
  reservedKey: (p) => `the name "${p.key}" may not be used in data. Remove or rename this entry.`,
  tooLarge: (p) => `the data holds more than ${n(p.limit)} values. Divide it into several files.`,
  tooDeep: (p) => `the data is nested more than ${p.limit} levels deep. Check the structure of the file.`,
  fileNotWritten: (p) =>
    p.reason === "exists"
      ? "the file is there already, and a key is not written over. Choose another name."
      : "the file cannot be written. Check the folder and the permission, or choose another place.",
  fileUnreadable: (p) => `the file cannot be read (${unreadable[p.reason]}). Check its name, or save it again as UTF-8.`,

  missingKey: (p) => `"${p.key}" is missing. Add it.`,
  unknownKey: (p) => `there is no "${p.key}" here. What may stand here: ${list(p.known)}. Correct the name or remove it.`,
  wrongType: (p) => `${typeWords(p.expected)} is expected, ${typeWords(p.received)} was given. Correct the value.`,
  notAllowed: (p) => `"${p.received}" is not one of the values allowed. Choose one of: ${list(p.allowed)}.`,
  emptyText: () => "this is empty. Fill it in.",
  controlCharacters: () => "this holds control characters that nobody sees. Type it again.",
  badName: (p) => `"${p.received}" cannot be a name here. Write it like "${p.example}": unaccented letters, digits, hyphens.`,
  tooFew: (p) => `at least ${p.least} are needed. Add what is missing.`,
  tooMany: (p) => `at most ${p.most} may stand here. Remove what is too many.`,
  outOfRange: (p) => `the value must be ${p.bound}. Correct it.`,
  notNfc: () =>
    "Vietnamese letters were written as base letter and marks (NFD) and were composed (NFC). Save the file with composed Unicode.",
  wrongShape: (p) => `the value does not have the right shape (${p.reason}). Compare it with the form.`,

  notDecimal: (p) => `"${p.received}" is not a number. Write digits, such as ${p.example}; in quotes in a JSON file.`,
  tooManyDigits: (p) => `"${p.received}" has more than ${p.limit} digits. Check the figure.`,
  ambiguousSeparator: (p) =>
    `"${p.received}" may mean ${n(p.whole)} or ${n(p.decimal)}. Write ${p.whole} for the whole number, or ${p.decimal}0 for the decimal.`,
  notWhole: (p) => `"${p.received}" is not a whole number. Write counts in digits without separators, such as 1250.`,
  countTooLarge: (p) => `"${p.received}" is above ${n(p.most)}, the largest count that can be read. Check the figure.`,
  negative: (p) => `${n(p.received)} is below 0. This figure cannot be negative; check it.`,
  notSha256: (p) => `"${p.received}" is not a SHA-256. Write its 64 hex digits (0-9, a-f), as sha256sum prints them.`,
  pathLeadsOut: (p) =>
    `"${p.received}" is not the name of a file inside the folder of the report. Write it like "proof/plan.pdf": without / or a drive at its start, without ".." or \\.`,
  notADate: (p) => `"${p.received}" is not a day that exists. Write 2021-01-15 or 15/1/2021.`,
  percentLooksLikeRatio: (p) =>
    `${n(p.received)} % looks like a ratio, not a percentage. For ${n(p.meant)} % write ${n(p.meant)} as the percentage (percent); if it really is ${n(p.received)} %, write ${n(p.asRatio)} as the ratio (ratio).`,
  percentAbove100: (p) => `${n(p.received)} % is above 100 %. This rate cannot exceed 100 %; check it.`,
  ratioAboveOne: (p) => `the ratio ${n(p.received)} is above 1. If it is a percentage, write it as one (percent).`,
  exactlyOneOf: (p) => `exactly one of these is expected: ${list(p.keys)}.`,

  reportColumnUnknown: (p) =>
    `a table of reports has no column "${p.heading}". Its columns: ${list(p.known.map(({ en }) => en))}. Correct the heading, or remove the column.`,
  reportColumnMissing: (p) => `the table of reports lacks the column "${p.column.en}". Add it.`,
  cellsDisagree: (p) =>
    `the column "${p.column.en}" says "${p.received}", an earlier row of the same report says "${p.other}". Make all rows of a report say the same.`,
  titleDiffers: (p) =>
    `the criterion is called "${p.received}" here, "${p.expected}" in the set. Check the code (a spreadsheet may have made 1.1 of 1.10), or correct the title.`,
  sentLate: (p) =>
    `the report of the round ${round(p.round)} was sent on ${p.sentOn}, ${days(p.days)} after the last day, ${p.to}; under this set it still counts. Check the day, or enter an extension in the campaign.`,
  lateNotCounted: (p) =>
    `the report of the round ${round(p.round)} was sent on ${p.sentOn}, ${days(p.days)} after the last day, ${p.to}; under this set that is as though it had not been sent. Check the day, or enter an extension in the campaign.`,
  sentBeforeOpening: (p) =>
    `the report of the round ${round(p.round)} was sent on ${p.sentOn}, before the first day, ${p.from}; it still counts. Check the day.`,
  sentOnUnknown: (p) =>
    `the report of the round ${round(p.round)} does not say when it was sent, so that whether it kept the last day, ${p.to}, is not known; it counts. Add "sentOn".`,
  neverSent: (p) =>
    `no self-assessment that counts was sent by ${p.to}; whatever was not reported is missing. Check whether a file was left out.`,
  neverSentNotRated: (p) =>
    `no self-assessment that counts was sent by ${p.to}; under this set the unit is not rated. Check whether a file was left out.`,
  stillToSend: (p) => `no self-assessment was sent yet; the last day, ${p.to}, is not past. Send it in time: it must come by then.`,
  unknownCode: (p) => `the criteria set has no criterion "${p.code}".${nearest(p.nearest)} Correct the code or remove the entry.`,
  codeOfOtherGroup: (p) =>
    `this criterion is only for the group ${list(p.groups)}, not for the unit's group "${p.group}". Check the unit's group, or remove the entry.`,
  codeIsBranch: (p) => `"${p.code}" is a branch whose points are added from its leaves. Report at: ${list(p.leaves)}.`,
  periodNotListed: (p) => `the criteria set is for ${list(p.periods)}, the report says "${p.period}". Check the period, or the edition.`,
  unknownGroup: (p) => `there is no group "${p.group}". Choose one of: ${list(p.groups)}.`,
  duplicateUnit: (p) =>
    `the unit "${p.unit}" has two reports in the round "${p.round}"${p.appraiser === undefined ? "" : `, both by the appraiser "${p.appraiser}"`}. Keep one.`,
  partsDiffer: () => "two reports of this unit, period and round say different things here. Agree on one, or say it in one report only.",
  otherCriteria: (p) =>
    `the report was made for the criteria set "${p.received}", not "${p.expected}". Use that set, or make the report again.`,
  yearsOfTwoUnits: (p) => `the earlier score is of the unit "${p.before}", the later one of "${p.after}". Choose two years of one unit.`,
  doneAboveDue: (p) =>
    `${n(p.done)} done is more than the ${n(p.due)} due. Check both figures, or take out what was carried over from an earlier period.`,
  pointsAboveMax: (p) => `${n(p.points)} points is above the maximum of ${n(p.maxPoints)}. Enter points from 0 to ${n(p.maxPoints)}.`,
  notApplicableRefused: () => 'this criteria set does not allow "not applicable". Report figures.',
  notApplicableWithFigures: (p) => `"not applicable" stands beside figures (${list(p.keys)}). Keep one of the two.`,
  notApplicableWithoutReason: () => '"not applicable" is answered without a reason. Add one (reason).',
  notInThisRound: (p) =>
    `"${p.key}" is not for the round "${p.round}": ${reviewWords[p.key] ?? ""}. Remove it, or correct the round of the report.`,
  oneVerdictOnly: (p) => `${list(p.keys)} stand together. Keep one: accept, change the figures, give points, or not applicable.`,
  pointsWithoutReason: () => "points are given without a reason. Add one (reason).",
  changeWithoutReason: (p) =>
    `the round "${p.round}" changes what stood before it (${figures(p.before)}) without a reason. Add one (reason), or accept it (accepted) if it stays as it was.`,
  notSelfScored: (p) =>
    `the unit does not score this itself, so nothing is reported here in the round "${p.round}". Remove the entry; the appraiser, a survey or the leadership scores it later.`,
  notItsArea: (p) => `"${p.appraiser}" does not appraise this; "${p.owner}" does. Remove the entry, or correct the report's "appraiser".`,
  appraisedTwice: (p) => {
    const by = p.appraisers.map((appraiser) => (appraiser === null ? "a report that names no agency" : `"${appraiser}"`)).join(", ");
    return `there are ${p.appraisers.length} appraisals in the round "${p.round}", by ${by}. Keep one.`;
  },
  nothingToAccept: (p) =>
    `the round "${p.round}" accepts figures, and there are none before it. Remove the entry and let the unit report; where the unit does not score itself, enter figures, or give points with a reason.`,
  appraisalWithoutReport: (p) =>
    `the round "${p.round}" appraises what the unit never reported. Add it to the unit's self-assessment, or let the unit report it in its explanation.`,
  roundWithoutReport: (p) =>
    `there is a round "${p.round}" and no self-assessment of the unit. Add its self-assessment to the files that are scored.`,
  roundNotResolved: (p) =>
    `the round "${p.round}" accepts what stands before it, so it cannot be scored alone. The rounds must be scored together (scoreRounds).`,
  groupDiffers: (p) =>
    `the round "${p.round}" puts the unit into the group "${p.group}", its first report into "${p.other}". Correct them to one group.`,
  roundsNotStated: () =>
    'the set does not say which rounds it holds and which of them counts. State "policies.rounds" in the set, or score each round by itself.',
  otherUnit: (p) =>
    `the score of "${p.received}" cannot stand beside that of "${p.expected}": only rounds of one unit, in one group and one period, are compared. Remove it.`,
  notAScore: () => "this is no score under this criteria set, or it was changed by hand. It must be scored again from the report.",
  unknownPeriod: (p) =>
    `there is no report of the period "${p.period}". Periods with reports: ${list(p.periods)}. Correct the period or add its reports.`,
  unknownUnit: (p) =>
    `there is no report of the unit "${p.unit}". Units with reports: ${list(p.units)}. Correct the id, the period or the round.`,
  costWithoutTarget: (p) =>
    `points do not follow "${p.figure}" in one direction, so that a cost for each unit of it says nothing. Name the figure to be reached at this cost with "to".`,
  tooManySteps: (p) =>
    `there are ${n(p.steps)} steps to look at, more than ${n(p.most)}. Name a larger "per", such as the cost of every 100 dossiers.`,
  goalAboveMax: (p) => `the goal of ${n(p.goal)} is above the most there can be, ${n(p.most)}. Name a lower goal.`,
  noPercentage: (p) =>
    `the unit reports no percentage at ${p.code}, so there is nothing that a standard error could be of. Check the code.`,
  severalReports: (p) => `there are several reports: ${p.reports.join("; ")}. Choose one by period and round.`,
  expectedDiffers: (p) =>
    `the file expects ${n(p.expected)}, the computation gives ${n(p.computed)}. Check the figures or the reading applied.`,

  unitNotInRegister: (p) =>
    `the register of units has no "${p.unit}".${nearest(p.nearest)} Correct the id, or add the unit to the register.`,
  unitNamedTwice: (p) => `the name "${p.name}" is also that of the unit "${p.other}" in the same group. Tell the two apart or remove one.`,
  unitsInACircle: (p) =>
    `the units lead in a circle: ${[...p.units, ...p.units.slice(0, 1)].map((id) => `"${id}"`).join(" → ")}. Correct one of them.`,
  unitInOtherGroup: (p) =>
    `the register has "${p.name}" in the group "${p.registered}", the report says "${p.group}". Correct the report, or the register.`,
  unitRenamed: (p) => `the report says "${p.name}"; in this period the unit is called "${p.registered}". Use the name of the period.`,
  unitNameDiffers: (p) => `the report says "${p.name}", the register "${p.registered}". Check the id and the name.`,
  unitNotYet: (p) => `there was no "${p.name}" by the end of the period: it exists since ${p.since}. Check the period and the unit.`,
  unitEnded: (p) => `"${p.name}" existed until ${p.until}, which is before the end of the period. Check the period and the unit.`,
  unitMerged: (p) =>
    `"${p.name}" existed until ${p.until} and then became part of "${p.intoName}" (${p.into}). Report for the new unit, or check the period.`,
  unitListedAsNotRated: (p) =>
    `the register lists "${p.name}" as not rated (${p.reason.en ?? p.reason.vi}), the report does not say so. Add "notRated" to the report, or correct the register.`,
  unitListedAsRated: (p) =>
    `the report says that the unit is not rated (${p.reason.en ?? p.reason.vi}), the register does not say so of "${p.name}". Remove "notRated", or correct the register.`,
  periodNotRead: (p) =>
    `the last day of the period "${p.period}" cannot be told, so former names, foundings and mergers were not checked. Write periods like 2021, 2026-Q3 or 2025-08.`,
  registerOfOtherPeriods: (p) =>
    `the register is for ${list(p.periods)}, the report is of "${p.period}"; what changed by then may not be entered. Check the register.`,
  reportsMissing: (p) =>
    `group "${p.group.en ?? p.group.vi}": ${p.units.length} of ${p.listed} units sent no report of the period "${p.period}", round "${p.round}"${namesUnlessAll(p)}. Check, and remind them.`,

  moveNotAllowed: (p) =>
    `the sheet is in the state "${p.from.en}" and cannot become "${p.to.en}". Choose one of: ${list(p.allowed.map(({ en }) => en))}.`,
  moveOfOther: (p) => `this step belongs to the ${p.expected}, the log says the ${p.by}. Correct who took it.`,
  moveWithoutReason: (p) => `a sheet becomes "${p.to.en}" only with a reason. Add "reason".`,
  daysOutOfOrder: (p) => `${p.later} is before ${p.earlier}, where it must not be. Check both days.`,
  unknownDocument: (p) =>
    `this criterion requires no document "${p.document}". It requires: ${list(p.documents)}. Correct "proves", or remove it.`,
  pointsWithoutDocument: (p) =>
    `${n(p.points)} points are claimed without a supporting document. Add a document, or explain how they were reached.`,
  requiredDocumentMissing: (p) =>
    `the required document "${p.title.en ?? p.title.vi}" (${p.document}) is missing. Add it; if it is there, set "proves": "${p.document}" on that document.`,
  fileUnderOtherNumber: (p) =>
    `the document "${p.number}" has the same file digest as the document "${p.other}" (${p.unit}, criterion ${p.code}). One file cannot be two documents: check the numbers and the files.`,
  documentFileDiffers: (p) =>
    `the file has the digest ${p.found}, the report says ${p.expected}. Check whether the file was replaced, or the digest entered wrongly.`,
  documentOutsideWindow: (p) =>
    `the document was issued on ${p.issuedOn}, outside the days that count for the period "${p.period}" (${p.from} to ${p.to}). Check the day, or use another document.`,

  partsDoNotAddUp: (p) =>
    `the parts add up to ${n(p.parts)}, not to the maximum of ${n(p.whole)} (difference ${n(p.difference)}). Compare each maximum with the text.`,
  cannotReachMax: (p) =>
    `the rule gives at most ${n(p.best)} points, short of the maximum of ${n(p.maxPoints)}; no unit can reach it. Compare with the text.`,
  partsEarnAboveMax: (p) => `the parts together give ${n(p.best)} points, above the maximum of ${n(p.maxPoints)}. Compare with the text.`,
  earnsAboveMax: (p) => `${p.what} gives ${n(p.best)} points, above the maximum of ${n(p.maxPoints)}. Compare with the text.`,
  duplicateCode: (p) => `the code "${p.code}" is used for two entries. Use each code once.`,
  codeNotNested: (p) =>
    `the code "${p.code}" stands under "${p.parent}" but does not begin with "${p.parent}.". Correct the code or move the entry.`,
  leavesAlike: (p) => `has the same title as "${p.other}" in the same branch. Tell the two apart or remove one.`,
  formerlyClaimedTwice: (p) =>
    `the former code "${p.code}" is already claimed by "${p.other}". An earlier criterion lives on in one entry only; correct or remove one "formerly".`,
  measureDoesNotFit: (p) =>
    `the rule "${p.kind}" cannot read the measure "${p.measure}". It reads: ${list(p.fitting)}. Change the measure or the rule.`,
  worseEarnsMore: (p) => `${p.worse} is worse than ${p.better} and earns more. Order them from best to worst, or correct the points.`,
  duplicateOption: (p) => `"${p.option}" stands twice. Use each name once.`,
  reservedOption: (p) => `"${p.option}" is a name the report form keeps for itself. Choose another.`,
  bandGap: (p) => `there is a gap between ${p.between} and ${p.and}: a value in it earns nothing stated. Make the bands meet.`,
  bandOverlap: (p) => `${p.between} and ${p.and} overlap: a value falls into both. Correct the boundary.`,
  bandEmpty: (p) => `the band ${p.band} holds no value. Correct its boundaries.`,
  bandsOutOfOrder: (p) =>
    `bands go from best to worst, so values must ${p.better === "higher" ? "fall" : "rise"} from one to the next. Turn their order round.`,
  boundNotWhole: (p) => `the boundary ${n(p.received)} is not whole, while this measure has only whole values. Write whole boundaries.`,
  bandTwoBounds: (p) => `the band ${p.band} has two boundaries on one side. Keep one.`,
  floorAboveTarget: (p) => `the floor of ${n(p.floor)} is above the target of ${n(p.target)}. Compare with the text.`,
  thresholdOutOfReach: (p) =>
    `"${p.key}" is ${n(p.received)}, but this measure is ${n(p.most)} at most; no unit can reach it. Compare with the text.`,
  thresholdNotPositive: (p) => `"${p.key}" is ${n(p.received)}; it must be above 0.`,
  unknownCount: (p) => `there is no count "${p.count}". The counts declared: ${list(p.counts)}. Correct the name, or declare the count.`,
  unknownSource: (p) =>
    `there is no source "${p.source}". The sources declared: ${list(p.sources)}. Correct the name, or declare the source.`,
  officialWithoutSource: () => 'this is called "official" without its source. Add "source" and "locator", its place in the text.',
  notOfficial: (p) =>
    `the file says "official" but the confidence here is "${p.confidence}". Give the place in the text, or call the file a "reconstruction"; a policy or rule on which the text is silent may be "inferred" with a "note".`,
  nothingDueUnstated: () =>
    'the denominator can be 0 and the set does not say what that earns. State "nothingDue": "fullPoints", "zero", "leaveOut" or "splitEqually".',
  nothingDueNeverHappens: () => 'this rule never meets a denominator of 0. Remove "nothingDue".',
  notDoneUnstated: () => 'the thing may not be done at all and the set does not say what that earns. State "notDone".',
  notDoneNeverHappens: () => 'this measure always has a value. Remove "notDone".',
  monitoredWithPoints: (p) => `a monitored entry carries ${n(p.maxPoints)} points. Set its maximum to 0, or remove "monitored".`,
  noticeMissing: () => 'what is not the official text needs a "notice" that tells its readers so.',
  stillOpen: (p) => `${openWords[p.what].en} is still open (null). Fill it in from the instrument, with its source, before scoring.`,
  unknownAppraiser: (p) =>
    `the set declares no appraiser "${p.appraiser}". Those declared: ${list(p.appraisers)}. Correct the name, or add it to the set's "appraisers".`,
  beyondMaxWithoutCap: (p) => `a ${p.beyondMax} without a cap (maxPoints is 0). State the most that it can come to.`,
  beyondMaxNested: (p) => `a ${p.beyondMax} inside an area. Correct it: move it up, beside the areas.`,
  rescaledToOther: (p) =>
    `the maximum here is ${n(p.maxPoints)}, but where something is left out the rest is brought to ${n(p.points)}. Check with the instrument.`,
  roundNotHeld: (p) => `the set holds no round "${p.round}". Its rounds: ${list(p.rounds)}. Correct the round.`,
  unknownReading: (p) => `there is no reading "${p.reading}". The readings: ${list(p.readings)}.`,
  noInterpretation: (p) => `the criterion "${p.code}" has no readings to choose from. Remove this choice.`,

  noGrading: () => 'this criteria set does not grade. Remove this part, or use a set that has a "grading".',
  groupWithoutGrades: (p) => `the group "${p.group}" has no grades. Add it to one of the "scales".`,
  unknownGrade: (p) => `there is no grade "${p.grade}". The grades of these units: ${list(p.grades)}. Correct the name.`,
  gradeGap: (p) =>
    `there is a gap between ${p.between} and ${p.and}: a value in it has no grade. Compare with the text; a unit that falls there waits for the competent body to decide.`,
  lowestGradeConditional: (p) =>
    `the lowest grade "${p.grade}" has conditions: a unit that does not meet them has no grade at all. Compare with the text.`,
  unknownFact: (p) => `there is no fact "${p.fact}". The facts declared: ${list(p.facts)}. Correct the name.`,
  factNeedsCohort: (p) =>
    `the measure "${p.measure}" depends on other units and cannot serve a condition. Use one that is made from the unit's own figures.`,
  factNothingDueUnstated: () =>
    'the denominator can be 0 and the set does not say whether the condition holds then. State "nothingDue": "holds", "fails" or "undecided".',
  boundMissing: () => 'the condition has no boundary. State "atLeast", "moreThan", "lessThan" or "atMost".',
  unknownEvent: (p) =>
    `there is no event "${p.event}". The events that may be reported: ${list(p.events)}. Correct the name or remove the entry.`,
  forcedNotLowest: (p) =>
    `the event forces "${p.grade}", which is not the lowest grade (${list(p.lowest)}). Use "caps" if only nothing better may be given, or correct the name.`,
  quotaOfLowest: (p) => `a quota on the lowest grade "${p.grade}": units beyond it have no grade to fall to. Compare with the text.`,
  quotaWithoutBase: (p) =>
    `the quota "${p.quota}" is a share of no units at all, while ${n(p.proposed)} are proposed. The competent body must decide about them.`,

  badEditionId: (p) =>
    `"${p.id}" is not the id of an edition. Ids are lower-case letters, digits, hyphens and slashes; the path of a file ends in .json. The editions command lists them.`,
  unknownEdition: (p) =>
    `there is no edition "${p.id}" in the catalogue, and no file of that name.${p.nearest.length > 0 ? ` Did you mean ${list(p.nearest)}?` : ""} The editions command lists them.`,
  structureOnly: (p) =>
    `of "${p.id}" only the structure is known, not the rule of each leaf, so it cannot be scored. The original text is needed to complete it.`,
  editionHoldsOther: (p) =>
    p.holds === "units" && p.wanted === "criteria"
      ? `"${p.id}" is a register of units, not a criteria set. Use it with --units, or choose a set from the editions command.`
      : `"${p.id}" is a ${editionWords[p.holds]}, not a ${editionWords[p.wanted]}. Choose a ${editionWords[p.wanted]} from the editions command, or name a file by its path.`,
  editionChanged: (p) =>
    `the edition "${p.id}" does not match its digest in the catalogue (expected ${p.expected}, found ${p.found}). Install the package again, or name the file by its path.`,

  notARecord: () => "no sealed record: it holds no entry. Choose a file that the seal command wrote.",
  recordNotUtf8: () => "this line is no longer UTF-8 text: the file is damaged or was changed. Compare it with the original file.",
  recordNotNfc: () =>
    "text in decomposed form (NFD), where a record holds composed form (NFC) only: it was converted after it was sealed. Compare it with the original file.",
  recordNotWhole: () =>
    "a fraction or a number too large as a JSON number; a record writes it as text, so that no digit is lost. Compare it with the original file.",
  lineUnknown: () => "this line is no entry, no head and no signature. Check whether something was added to the file after it was sealed.",
  lineRearranged: () =>
    "this line is not written in canonical form (the order of keys or blanks changed); what it says is whole. Better use the original file.",
  entryChanged: (p) =>
    `the entry does not match its digest (expected ${p.expected}, found ${p.found}): it was changed after it was sealed. Compare it with the original file.`,
  partChanged: (p) =>
    `the part "${p.part}" of the entry was changed after it was sealed. Compare it with the original file, or ask whoever recorded it.`,
  entryOutOfOrder: (p) =>
    `entry ${p.expected} is due, and ${p.found} is here: an entry was dropped, added or moved. Compare it with the original file.`,
  chainBroken: (p) =>
    `this entry was chained to another entry ${p.before} than the one here: one of the two was replaced. Compare it with the original file.`,
  correctsNothing: (p) =>
    `it corrects or withdraws entry ${p.number}, and no such entry stands before it. Compare it with the original file.`,
  textChanged: () =>
    "a text beside the entry does not match its digest in the entry: this name, document or remark was changed. Compare it with the original file.",
  strayText: (p) => `a text beside the entry (digest ${p.digest}) belongs to no place in it. Compare it with the original file.`,
  headMissing: (p) =>
    `after ${p.entries} entries the file ends without a head: its tail may have been cut off. Compare it with the original file.`,
  headOfOtherSize: (p) =>
    `the head speaks of ${p.size} entries, and ${p.entries} stand before it: entries were dropped or added. Compare it with the original file.`,
  headDiffers: (p) =>
    `the root in the file (${p.expected}) is not the root of its entries (${p.found}). Compare it with the root that was printed at publication.`,
  rootNotFound: (p) =>
    `the printed root ${p.root} is not the root of this record, nor of any beginning of it. Check the digits typed; if they are right, this is not the record that was published.`,
  rootOfBeginning: (p) =>
    `the printed root ${p.root} is that of the first ${p.size} entries; the record has ${p.entries} by now. See the corrections that came after.`,
  badRoot: (p) => `"${p.received}" is no root: 64 hexadecimal digits (0–9, a–f) are expected. Enter the printed root again.`,
  signatureBroken: (p) =>
    `the signature of "${p.signer}" does not hold under the public key given: root, signer or day was changed. Check the key, and the original file.`,
  signatureOfOtherHead: (p) =>
    `the signature of "${p.signer}" is of a root that this record does not have. Compare it with the original file.`,
  signatureMissing: (p) => `no signature by the key ${p.keyId}. Check whether it is the signer's public key.`,
  notAKey: (p) => `${keyFault[p.why]}. Use an Ed25519 key file in PEM form, as the keygen command or openssl writes it.`,
  secretTooShort: (p) => `the secret that hides texts needs ${p.least} characters at least. Make a longer random one, and keep it.`,
  nothingToRecord: () => "nothing differs from the record as it stands, so there is nothing to add. Check the reports that were named.",
  correctionWithoutReason: (p) => `${p.entries} entries would be corrected or withdrawn without a reason. State it by --reason.`,
  recordRedacted: (p) => `${p.withheld} texts of the record are withheld, so nothing can be added to it. Use the full record.`,
  criteriaNotRecorded: () => "the record holds no criteria set, so nothing can be recomputed. Use the full record.",
  criteriaDigestDiffers: (p) =>
    `the record was scored by the set with digest ${p.recorded}; the one named has ${p.found}: a record is not recomputed by another set. Leave the option out to use the set that the record holds.`,
  resultDiffers: (p) =>
    `${resultParts[p.what] ?? p.what}${p.round === undefined ? "" : ` (${round(p.round)})`}: the record says ${shown(p.recorded)}, recomputed it is ${shown(p.recomputed)}. Cause: ${causes[p.cause]}. Compare it with the original record.`,
  otherEngine: (p) =>
    `the record was computed by version ${p.recorded}, and ${p.running} is running (${engineOrder[p.order]}). See the result of the replay for whether any digit moved.`,
  notAReceipt: () => "no receipt of a sealed record. Choose a file that the receipt command wrote.",
  receiptOfOtherRoot: (p) =>
    `the receipt is of the root ${p.found}, and ${p.expected} was printed. Check whether it is of this publication.`,
  receiptDoesNotProve: (p) =>
    `this entry does not belong to the root ${p.root}: the entry or its proof was changed. Compare it with the original receipt.`,
  notAConsistencyProof: () => "no proof of consistency between two publications. Choose a file that the consistency command wrote.",
  notConsistent: (p) =>
    `the proof does not show that the publication ${p.to} holds every entry of ${p.from}. Compare both roots with those printed.`,

  unknownScale: (p) => `there is no scale "${p.scale}". The scales declared: ${list(p.scales)}. Correct the name, or declare the scale.`,
  answersAlike: (p) =>
    `"${p.written}" is already a way of writing the answer "${p.other}" (capitals make no difference). Keep it for one answer.`,
  nothingCounts: () => 'no answer of this scale counts, so nothing can be counted by it. Give at least one answer a worth, such as "100".',
  factorWithoutQuestions: () =>
    'the file says "complete" and this factor has no question. Add its questions, or call the file "partial" where they are not known.',
  partialWithoutGap: () =>
    'the file says "partial" and every factor has questions. Change it to "complete", or leave the questions of a factor that is not known empty.',
  questionNotAsked: (p) =>
    `the questionnaire has no question "${p.question}". Its questions: ${list(p.questions)}. Correct the id or remove it.`,
  generalQuestionMissing: () =>
    'the rule "generalQuestion" reads the general question, and the file has none. Add "general", or choose another rule.',

  otherSeries: (p) =>
    `the two results are of different series: "${p.series.en ?? p.series.vi}" and "${p.other.en ?? p.other.vi}". Other people or other questions were asked, so they are not compared; choose results of one series.`,
  otherConductor: (p) =>
    `"${p.series.en ?? p.series.vi}" was asked by ${conductors[p.by]}, "${p.other.en ?? p.other.vi}" by ${conductors[p.otherBy]}. A province's own surveys and the ministry's are not compared; choose results of one of them.`,
  tallyOfOther: (p) => `the tally was counted under ${p.tally}, not ${p.questionnaire}. Choose the questionnaire that it is of.`,
  notCountedBy: (p) =>
    p.keys.length === 0
      ? `the data have no column "${p.key}", so they cannot be told apart by it. Add the column to the file of answers.`
      : `the data have no column "${p.key}", so they cannot be told apart by it. The columns there are: ${list(p.keys)}.`,
  notFinite: (p) => `"${p.received}" is not a finite number. Look for a division by zero or an empty cell where it comes from.`,
  singleClusterStratum: (p) =>
    `stratum "${p.stratum}" has a single cluster, so that its variance cannot be seen. Join it with a similar stratum, or choose: remove, certainty, adjust, average.`,
  populationTooSmall: (p) =>
    `stratum "${p.stratum}": ${p.received === "?" ? "no number of clusters in the population is given" : `the population is given ${p.received} clusters`}, and ${p.sampled} were drawn. Give a whole number that is not smaller.`,
  nothingToEstimate: (p) =>
    `"${p.measure}" cannot be estimated: nobody answered it, or all who did are in one cluster that a replicate leaves out. Widen the group, or use Taylor linearisation.`,
  intervalUndefined: (p) => `the interval by ${p.method} of ${p.received} is not defined: ${undefinedInterval[p.reason]}`,
  marginWithoutPeople: (p) =>
    `margin "${p.margin}": category "${p.category}" needs people in the sample and a total above 0. Join it with another category, or correct its total.`,
  marginWithoutTotal: (p) =>
    `margin "${p.margin}": people are in category "${p.category}", which has no total. Give its total in the population.`,
  marginsDisagree: (p) =>
    `the totals of "${p.margin}" add up to ${p.sum}, those of "${p.other}" to ${p.otherSum}; they must be of one population. Correct the totals.`,
  rakingUnfinished: (p) =>
    `after ${p.rounds} rounds the weights are still ${p.distance} of a total away. Join small categories, or allow more rounds or a larger tolerance.`,
  surveyWithoutIndex: (p) =>
    `the part "${p.part}" has no index for a criterion: ${withoutIndex[p.reason]}. Do not write 0 where there are no data.`,
  clusterInTwoStrata: (p) =>
    `the cluster "${p.cluster}" lies in the stratum "${p.stratum}", before in "${p.other}". A cluster lies in one stratum; correct one of the two.`,
  tallyKeysDiffer: (p) =>
    `the tally was counted by ${list(p.keys)}, the first one by ${list(p.others)}. Count both by the same columns before they are merged.`,
  surveyPartUnknown: (p) => `the questionnaire has no question or part "${p.name}". Correct the id, or choose the right questionnaire.`,
  answerOutsideScale: (p) =>
    `"${p.received}" is not an answer of the scale. The codes there are: ${list(p.allowed)}. Correct the answer, or leave it blank where there is none.`,
  columnUnknown: (p) =>
    `the column "${p.heading}" is neither a question nor a column of the sample. The questions are: ${list(p.known)}. Correct the heading, or name the column in "ignored" if it is not used.`,
  columnUnheaded: (p) =>
    `column ${p.column} (${p.letter} in Excel) has a blank heading; merged cells name their first column only. Unmerge them and give each column its heading.`,
  columnMissing: (p) => `the column "${p.column}" is missing. Add it, or say with "columns" which column it is.`,
  columnTwice: (p) => `"${p.column}" stands in more than one column: ${list(p.headings)}. Keep one.`,
  fieldsMiscounted: (p) =>
    `the row has ${p.fields} fields, the heading ${p.columns} columns. Check the separators and quotation marks of this row.`,
  quoteNotClosed: () =>
    "a quotation mark that opens in this row is not closed where it must be, so the row is left out and reading goes on with the next line. Add the missing quotation mark.",
  bytesNotText: () =>
    'the field has bytes that are not UTF-8, as the file is before. Save the file in one encoding, or state it with "encoding".',
  respondentTwice: (p) =>
    `the respondent "${p.respondent}" stands in an earlier row, so this one is not counted. Remove what was entered twice, or correct the id.`,
  weightNotPositive: (p) => `the weight is "${p.received}", and must be a number above 0. Correct the weight of this respondent.`,
  designMissing: (p) =>
    `the field "${p.column}" is blank, so the place of this respondent in the sample is not known. Fill in the columns of the sample design.`,
  questionnairePartial: (p) =>
    `the questionnaire "${p.questionnaire}" does not hold all its questions, so answers cannot be counted under it. Use a complete one.`,
  worthTooFine: (p) => `what answers count for (${list(p.worths)}) is too fine to be added as whole numbers. Use fewer decimals.`,
  tallyRowUnreadable: (p) =>
    `the result of the query has "${p.received}" in the column "${p.column}", which is no count. Run the query as tallySql wrote it.`,
  planPartUnknown: (p) => `the plan has no ${p.what} "${p.id}". It has: ${list(p.known)}. Correct the id, or add it to the plan.`,
  dayOutsidePlan: (p) => `${p.day} is neither in ${p.year}, the year of the plan, nor in the next. Check the day or the year.`,
  outsideCalendar: (p) =>
    `the calendar is known from ${p.from} to ${p.to} only, so holidays around ${p.day} are not counted. Add them, or check the working days.`,
  dayOffAndWorked: (p) => `${p.day} is both a day off and a day worked in exchange. Keep one of the two.`,
  thresholdOfAll: (p) => `the target is "all" and states a threshold of ${n(p.received)} too. Remove "value", or change "boundary".`,
  progressOfOtherPlan: (p) => `the progress is of the plan "${p.received}", not "${p.expected}". Use the right plan, or correct "plan".`,
  doneAfterDay: (p) => `done on ${p.on}, after ${p.day}, on which the progress stands. Check both days, or ask for a later day.`,
  progressOlder: (p) =>
    `the progress stands on ${p.asOf} and is asked for on ${p.on}: what was done in between is not in it. Report it anew where needed.`,
  baseDiffers: (p) =>
    `${n(p.reported)} are reported as the whole, the plan prints ${n(p.printed)}. Check it; the target is judged by what is reported.`,
  planOfOtherYear: (p) =>
    `the plan is of ${p.year}, the report of the period "${p.period}". Use the plan of that year, or correct the period.`,
  planNotLinked: (p) =>
    `the plan is not linked to the set "${p.edition}"${p.linked.length === 0 ? "" : `, only to ${list(p.linked)}`}. Add "links" to the plan, or choose another set.`,
  figureDoesNotFit: (p) =>
    `"${p.key}" of the criterion needs ${fieldKinds[p.expected] ?? `a value of the type "${p.expected}"`}, the plan gives ${fieldKinds[p.fed]}. Correct this link.`,
  notFed: (p) =>
    `nothing is given to this criterion: ${unfed[p.why]}. Add it to the plan or the progress; it is left blank, which is not 0.`,
  tasksWithoutDeadline: (p) =>
    `${n(p.tasks)} tasks have no stated deadline and do not count as due. Add it from the plan itself where it says one.`,
  planOfOtherUnit: (p) =>
    `the report is of "${p.received}", the figures of the plan are of "${p.expected}". Choose the report of the same unit and period.`,
  planDiffers: (p) =>
    `"${p.key}" is reported as ${p.reported}, the plan comes to ${p.planned}. What is reported stands; check which of the two is right.`,
  totalDiffers: (p) =>
    `the total is printed ${n(p.printed)}, its parts add up to ${n(p.parts)}: more than rounding explains (${n(p.tolerance)}). Check the original table.`,
  partAboveMax: (p) => `printed ${n(p.printed)}, above the maximum of ${n(p.maxPoints)}. Check the original table.`,
  rankAgainstValue: (p) =>
    `rank ${p.rank} with ${n(p.value)}, while "${p.other}" has rank ${p.otherRank} with ${n(p.otherValue)}: the ranks contradict the values. Check the original table.`,
  rankRepeated: (p) => `rank ${p.rank} is also given to "${p.other}", whose value differs. Check the original table.`,
  rankMissing: (p) => `no unit has rank ${p.rank}. Look for a unit that is not ranked, or a row left out.`,
  meanDiffers: (p) =>
    `the mean is printed ${n(p.printed)}, recomputed ${n(p.computed)}: more than rounding explains (${n(p.tolerance)}). Check the original table.`,
  percentDiffers: (p) =>
    `the percentage is printed ${n(p.printed)} %, the points are ${n(p.computed)} % of the maximum that counts: more than rounding explains (${n(p.tolerance)}). Check the original table.`,
  changeDiffers: (p) =>
    `the change is printed ${n(p.printed)}, recomputed ${n(p.computed)}. Always compute changes from the two published values.`,
  distanceDiffers: (p) =>
    `the distance from the mean is printed ${n(p.printed)}, recomputed ${n(p.computed)}. Always subtract the published mean from the published value.`,
  countDiffers: (p) =>
    `${counted[p.what]}${p.group === undefined ? "" : ` "${p.group}"`}: stated ${n(p.printed)}, the table allows ${n(p.computed)}. Check the original table.`,
  shareDiffers: (p) =>
    `the share of the group "${p.group}" is printed ${n(p.printed)} %, its units are ${n(p.computed)} % of all units. Check the original table.`,
  valueDiffers: (p) => `printed ${n(p.printed)}, while "${p.source}" prints ${n(p.other)}. Prefer the official table and note the source.`,
  unitRepeated: (p) => `"${p.unit}" has more than one row, where each unit has one. Check the original table.`,
  printedNotANumber: (p) => `"${p.received}" is not a number. Leave the cell of a unit without data empty; do not write 0.`,
  zeroWithoutData: () => "printed 0, and no points lead to it. Leave the cell of a unit without data empty; do not write 0.",
  workbookUnreadable: (p) =>
    `the Excel file cannot be read (${unreadableWorkbook[p.why]}). Open it with Excel or LibreOffice and save it as .xlsx without a password.`,
  workbookTooLarge: (p) =>
    `the Excel file is too large: ${workbookMeasure[p.what]} is ${n(p.found)}, at most ${n(p.limit)}. Check that it is the form; delete empty areas that were formatted.`,
  notAForm: () =>
    "this Excel file is not a form made by the program (its hidden sheet is missing). Make one with: par-index form EDITION --out form.xlsx, and fill that in.",
  formOfOtherText: (p) =>
    `the form was made from another text of "${p.criteria}": the id and revision are the same, the criteria set is not. Make the form again from the set in use.`,
  formColumnMissing: (p) => `the column "${p.heading}" of the form is gone. Take the form as it was made and copy the figures into it.`,
  formColumnTwice: (p) => `the column "${p.heading}" stands twice (the other at ${p.other}), and it is not clear which counts. Delete one.`,
  formRowMissing: (p) =>
    `the row "${p.row}" of the form is gone, so that nothing is known of it. Take the form as it was made and copy the figures into it.`,
  formSheetTwice: (p) => `the form holds this sheet twice (the other is "${p.other}"), and it is not clear which counts. Delete one.`,
  formRowTwice: (p) => `the row "${p.row}" stands twice (the other at ${p.other}), and it is not clear which counts. Delete one.`,
  formRowUnknown: (p) => `this row is not of the form as it was made ("${p.row}"). Delete it, or take the form as it was made.`,
  formRowChanged: (p) =>
    `this cell says "${p.received}", the form said "${p.expected}": the row was changed. Write it as it was, or take the form as it was made.`,
  strayCell: (p) => `"${p.received}" stands outside the cells of the form and is not read. Move it into its cell, or delete it.`,
  documentUnnamed: () => "the document names no criterion, so it is not clear what it proves. Choose the code at the beginning of the row.",
  cellError: (p) => `the cell shows the error ${p.shown}. Mend the formula, or write the number.`,
  cellNoResult: () => "the formula in the cell was never worked out. Open the file with Excel and save it, or write the number.",
  cellIsDay: (p) =>
    `the cell is the day ${p.day}, where no day is expected (Excel may have changed it, such as "1/2"). Format the cell as a number or text and write it again.`,
  cellIsPercent: (p) =>
    `the cell is ${p.shown}, where a number of things is expected and no percentage. Format the cell as a number and write it again.`,
  cellInBlock: (p) =>
    `this cell was merged into ${p.first}, so that there is no place for its figure. Unmerge the cells and write each figure again.`,
  cellHidden: () => "the row or column of this cell is hidden; its figure was read all the same. Show it, so that readers see it.",
  cellLinked: () =>
    "the figure comes by a formula from another file; the value saved in this one was read, the other was not opened. Better write the number.",
  notPicked: (p) => `"${p.received}" is not in the list. Choose one of: ${list(p.choices)}.`,
};
