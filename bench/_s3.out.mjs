// bench/_s3.mjs
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

// src/node/readChunks.ts
import { closeSync, openSync, readSync } from "node:fs";

// src/issue/issue.ts
var totalCode = "total";
function issue(code, payload, location = {}) {
  return { code, severity: "error", payload, location };
}
function warning(code, payload, location = {}) {
  return { code, severity: "warning", payload, location };
}
function under(keys, found) {
  return { ...found, location: { ...found.location, path: [...keys, ...found.location.path ?? []] } };
}
function at(location, found) {
  return { ...found, location: { ...location, ...found.location } };
}

// src/exact/ratio.ts
function ratio(numerator, denominator = 1n) {
  return lowestTerms(BigInt(numerator), BigInt(denominator));
}
var zero = ratio(0);
var one = ratio(1);
var hundred = ratio(100);
function add(a, b) {
  return a.denominator === b.denominator ? lowestTerms(a.numerator + b.numerator, a.denominator) : lowestTerms(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}
function multiply(a, b) {
  return lowestTerms(a.numerator * b.numerator, a.denominator * b.denominator);
}
function divide(a, b) {
  return lowestTerms(a.numerator * b.denominator, a.denominator * b.numerator);
}
function sum(terms) {
  let [numerator, denominator] = [0n, 1n];
  for (const term of terms) {
    if (denominator % term.denominator === 0n) {
      numerator += term.numerator * (denominator / term.denominator);
    } else {
      numerator = numerator * term.denominator + term.numerator * denominator;
      denominator *= term.denominator;
    }
  }
  return lowestTerms(numerator, denominator);
}
function isZero(a) {
  return a.numerator === 0n;
}
function lowestTerms(numerator, denominator) {
  if (denominator === 0n) throw new RangeError("a ratio has no value when its denominator is zero");
  if (denominator === 1n) return { numerator, denominator };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator);
  const signed = denominator < 0n ? -divisor : divisor;
  return signed === 1n ? { numerator, denominator } : { numerator: numerator / signed, denominator: denominator / signed };
}
var largestNumber = BigInt(Number.MAX_SAFE_INTEGER);
function greatestCommonDivisor(a, b) {
  let [x, y] = [a, b];
  while (y > largestNumber) [x, y] = [y, x % y];
  if (y === 0n) return x;
  let [small, rest] = [Number(y), Number(x % y)];
  while (rest !== 0) [small, rest] = [rest, small % rest];
  return BigInt(small);
}

// src/exact/decimal.ts
var decimalShape = /^-?\d+(\.\d+)?$/;
var mostDigits = 30;
function isDecimal(text2) {
  return decimalShape.test(text2) && text2.replace(/\D/g, "").length <= mostDigits;
}
function fromDecimal(text2) {
  if (!decimalShape.test(text2)) throw new RangeError(`not a decimal: ${text2}`);
  const point = text2.indexOf(".");
  return point < 0 ? ratio(BigInt(text2)) : ratio(BigInt(text2.replace(".", "")), 10n ** BigInt(text2.length - point - 1));
}
function exactText(value) {
  if (value.denominator === 1n) return value.numerator.toString();
  const places = decimalPlaces(value.denominator);
  if (places === void 0) return `${value.numerator}/${value.denominator}`;
  return withPoint(value.numerator * 10n ** BigInt(places) / value.denominator, places);
}
function withPoint(units, places) {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, "0");
  const sign = units < 0n ? "-" : "";
  return places === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
function isExactText(text2) {
  return /^-?\d+(\.\d+|\/0*[1-9]\d*)?$/.test(text2);
}
function fromExactText(text2) {
  const slash = text2.indexOf("/");
  return slash < 0 ? fromDecimal(text2) : ratio(BigInt(text2.slice(0, slash)), BigInt(text2.slice(slash + 1)));
}
function decimalPlaces(denominator) {
  if (denominator <= BigInt(Number.MAX_SAFE_INTEGER)) return placesOf(Number(denominator));
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2n === 0n) {
    rest /= 2n;
    twos += 1;
  }
  while (rest % 5n === 0n) {
    rest /= 5n;
    fives += 1;
  }
  return rest === 1n ? Math.max(twos, fives) : void 0;
}
function placesOf(denominator) {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  while (rest % 2 === 0) {
    rest /= 2;
    twos += 1;
  }
  while (rest % 5 === 0) {
    rest /= 5;
    fives += 1;
  }
  return rest === 1 ? Math.max(twos, fives) : void 0;
}

// src/exact/rounding.ts
import { Decimal } from "decimal.js";
var OwnDecimal = Decimal.clone({ defaults: true, toExpNeg: -9e15, toExpPos: 9e15 });
var decimalModes = {
  halfUp: Decimal.ROUND_HALF_UP,
  halfEven: Decimal.ROUND_HALF_EVEN,
  halfDown: Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN
};
function round(value, { places, mode }) {
  const negative = value.numerator < 0n;
  const scaled = (negative ? -value.numerator : value.numerator) * 10n ** BigInt(places);
  const whole = scaled / value.denominator;
  const twiceTheRest = 2n * (scaled % value.denominator);
  if (twiceTheRest === 0n) return withPoint(negative ? -whole : whole, places);
  const rest = twiceTheRest < value.denominator ? "25" : twiceTheRest === value.denominator ? "5" : "75";
  const rounded = BigInt(new OwnDecimal(`${whole}.${rest}`).toDecimalPlaces(0, decimalModes[mode]).toFixed());
  return withPoint(negative ? -rounded : rounded, places);
}

// src/exact/formatNumber.ts
var shownPlaces = 4;
function formatNumber(exact, language) {
  if (exact.includes("/")) {
    return `\u2248 ${formatNumber(round(fromExactText(exact), { places: shownPlaces, mode: "halfUp" }), language)}`;
  }
  const [whole = "", decimals] = exact.split(".");
  const [group, point] = language === "vi" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === void 0 ? grouped : `${grouped}${point}${decimals}`;
}

// src/issue/openWords.ts
var openWords = {
  maxPoints: { vi: "\u0111i\u1EC3m t\u1ED1i \u0111a", en: "the maximum" },
  rule: { vi: "c\xE1ch ch\u1EA5m \u0111i\u1EC3m", en: "the rule" },
  policy: { vi: "quy \u0111\u1ECBnh t\xEDnh to\xE1n n\xE0y", en: "this policy" },
  grading: { vi: "quy \u0111\u1ECBnh x\u1EBFp lo\u1EA1i", en: "the grading" }
};

// src/issue/roundWords.ts
var roundWords = {
  selfAssessed: { vi: "t\u1EF1 \u0111\xE1nh gi\xE1", en: "self-assessed" },
  appraised: { vi: "th\u1EA9m \u0111\u1ECBnh", en: "appraised" },
  explained: { vi: "gi\u1EA3i tr\xECnh", en: "explained" },
  reappraised: { vi: "th\u1EA9m \u0111\u1ECBnh l\u1EA7n 2", en: "reappraised" },
  counted: { vi: "k\u1EBFt qu\u1EA3 t\xEDnh \u0111i\u1EC3m", en: "counted" }
};

// src/issue/messages.en.ts
var n = (exact) => formatNumber(exact, "en");
var list = (items) => items.length === 0 ? "(none)" : items.map((item) => `"${item}"`).join(", ");
var figures = (stood) => Object.entries(stood).map(([key, value]) => `${key}: ${isDecimal(value) ? n(value) : value}`).join(", ");
var round2 = (id2) => Object.hasOwn(roundWords, id2) ? roundWords[id2].en : `"${id2}"`;
var nearest = (item) => item === void 0 ? "" : ` Did you mean "${item}"?`;
var namesUnlessAll = ({ units, listed }) => units.length === listed ? "" : `: ${units.map(({ name: name2 }) => name2).join("; ")}`;
var expected = {
  value: "a value",
  propertyName: "a name in double quotes",
  comma: "a comma",
  colon: "a colon",
  closeBrace: "a }",
  closeBracket: "a ]",
  endOfFile: "the end of the file",
  validText: "valid JSON"
};
var unreadable = {
  notFound: "there is no such file",
  isFolder: "it is a folder, not a file",
  notPermitted: "permission denied",
  notUtf8: "it is not saved as UTF-8",
  other: "it could not be read"
};
var counted = {
  units: "units",
  notRanked: "units that are not ranked",
  aboveMean: "units above the mean",
  up: "units up",
  down: "units down",
  unchanged: "units unchanged",
  upAndDown: "units up and down together",
  upDownAndUnchanged: "units up, down and unchanged together",
  group: "units of the group",
  allGroups: "units of all groups together"
};
var reviewWords = {
  accepted: "only an appraiser, or the unit when it explains, accepts what stands",
  givenPoints: "only an appraiser gives points",
  asks: "only an appraiser asks for an explanation",
  appraiser: "a report of the unit's own names no appraiser"
};
var types = {
  object: "a group of entries { \u2026 }",
  array: "a list [ \u2026 ]",
  string: "text in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  null: "null",
  undefined: "nothing",
  instance: "an instance of a class",
  decimal: 'a number in quotes, such as "0.5"'
};
var typeWords = (type) => types[type] ?? type;
var shown = (value) => isDecimal(value) ? n(value) : value;
var keyFault = {
  notPem: "no key file in PEM form",
  otherKey: "a key of another algorithm",
  privateInsteadOfPublic: "a private key where a public one is needed; give the private key to nobody",
  publicInsteadOfPrivate: "a public key where the private one is needed to sign"
};
var resultParts = {
  countedMax: "maximum that counts",
  base: "points without bonus and penalty",
  published: "published value",
  unit: "the unit's result"
};
var causes = {
  engine: "another version of the program",
  criteria: "the criteria set in the record was changed",
  evidence: "the evidence in the record was changed",
  result: "the result in the record is not what the evidence in it gives"
};
var engineOrder = {
  newer: "newer",
  older: "older",
  other: "another program"
};
var editionWords = {
  criteria: "criteria set",
  units: "register of units",
  questionnaire: "questionnaire"
};
var conductors = { ministry: "the ministry", province: "a province" };
var withoutIndex = {
  noAnswers: "nobody gave an answer that counts",
  tooFew: "too few people answered",
  unknown: "the questionnaire has no such part"
};
var undefinedInterval = {
  noDegreesOfFreedom: "there are no more clusters than strata. Estimate for a larger group.",
  notARate: "the method is for rates from 0 to 1. Use wald.",
  noVariance: "the sample shows no variance. Use clopperPearson at a rate of 0 or 1, wald otherwise."
};
var messagesEn = {
  notJson: (p) => `the file is not JSON: ${expected[p.expected]} is expected here. Mend this place and run again.`,
  byteOrderMark: () => 'the file starts with a byte order mark, which was skipped. Save it as "UTF-8" rather than "UTF-8 with BOM".',
  duplicateKey: (p) => `the key "${p.key}" stands twice, and it is not clear which value counts. Keep one.`,
  numberNotWhole: (p) => `the number ${p.received} cannot be used. Numbers in a JSON file are whole, and at most 9,007,199,254,740,991; write decimals in quotes, such as "95.5".`,
  reservedKey: (p) => `the name "${p.key}" may not be used in data. Remove or rename this entry.`,
  tooLarge: (p) => `the data holds more than ${n(p.limit)} values. Divide it into several files.`,
  tooDeep: (p) => `the data is nested more than ${p.limit} levels deep. Check the structure of the file.`,
  fileNotWritten: (p) => p.reason === "exists" ? "the file is there already, and a key is not written over. Choose another name." : "the file cannot be written. Check the folder and the permission, or choose another place.",
  fileUnreadable: (p) => `the file cannot be read (${unreadable[p.reason]}). Check its name, or save it again as UTF-8.`,
  missingKey: (p) => `"${p.key}" is missing. Add it.`,
  unknownKey: (p) => `there is no "${p.key}" here. What may stand here: ${list(p.known)}. Correct the name or remove it.`,
  wrongType: (p) => `${typeWords(p.expected)} is expected, ${typeWords(p.received)} was given. Correct the value.`,
  notAllowed: (p) => `"${p.received}" is not one of the values allowed. Choose one of: ${list(p.allowed)}.`,
  emptyText: () => "this is empty. Fill it in.",
  controlCharacters: () => "this holds control characters that nobody sees. Type it again.",
  badName: (p) => `"${p.received}" cannot be a name here. Write it like "${p.example}": unaccented letters, digits, hyphens.`,
  tooFew: (p) => `at least ${p.least} are needed. Add what is missing.`,
  outOfRange: (p) => `the value must be ${p.bound}. Correct it.`,
  notNfc: () => "Vietnamese letters were written as base letter and marks (NFD) and were composed (NFC). Save the file with composed Unicode.",
  wrongShape: (p) => `the value does not have the right shape (${p.reason}). Compare it with the form.`,
  notDecimal: (p) => `"${p.received}" is not a number. Write digits, in quotes, such as "${p.example}".`,
  tooManyDigits: (p) => `"${p.received}" has more than ${p.limit} digits. Check the figure.`,
  ambiguousSeparator: (p) => `"${p.received}" may mean ${n(p.whole)} or ${n(p.decimal)}. Write ${p.whole} for the whole number, or ${p.decimal}0 for the decimal.`,
  notWhole: (p) => `"${p.received}" is not a whole number. Write counts in digits without separators, such as 1250.`,
  countTooLarge: (p) => `"${p.received}" is above ${n(p.most)}, the largest count that can be read. Check the figure.`,
  negative: (p) => `${n(p.received)} is below 0. This figure cannot be negative; check it.`,
  notADate: (p) => `"${p.received}" is not a day that exists. Write 2021-01-15 or 15/1/2021.`,
  percentLooksLikeRatio: (p) => `${n(p.received)} % looks like a ratio, not a percentage. For ${n(p.meant)} % write "percent": "${p.meant}"; if it really is ${n(p.received)} %, write "ratio": "${p.asRatio}".`,
  percentAbove100: (p) => `${n(p.received)} % is above 100 %. This rate cannot exceed 100 %; check it.`,
  ratioAboveOne: (p) => `the ratio ${n(p.received)} is above 1. If it is a percentage, write "percent": "${p.received}".`,
  exactlyOneOf: (p) => `exactly one of these is expected: ${list(p.keys)}.`,
  unknownCode: (p) => `the criteria set has no criterion "${p.code}".${nearest(p.nearest)} Correct the code or remove the entry.`,
  codeOfOtherGroup: (p) => `this criterion is only for the group ${list(p.groups)}, not for the unit's group "${p.group}". Check the unit's group, or remove the entry.`,
  codeIsBranch: (p) => `"${p.code}" is a branch whose points are added from its leaves. Report at: ${list(p.leaves)}.`,
  periodNotListed: (p) => `the criteria set is for ${list(p.periods)}, the report says "${p.period}". Check the period, or the edition.`,
  unknownGroup: (p) => `there is no group "${p.group}". Choose one of: ${list(p.groups)}.`,
  duplicateUnit: (p) => `the unit "${p.unit}" has two reports in the round "${p.round}"${p.appraiser === void 0 ? "" : `, both by the appraiser "${p.appraiser}"`}. Keep one.`,
  otherCriteria: (p) => `the report was made for the criteria set "${p.received}", not "${p.expected}". Use that set, or make the report again.`,
  yearsOfTwoUnits: (p) => `the earlier score is of the unit "${p.before}", the later one of "${p.after}". Choose two years of one unit.`,
  doneAboveDue: (p) => `${n(p.done)} done is more than the ${n(p.due)} due. Check both figures, or take out what was carried over from an earlier period.`,
  pointsAboveMax: (p) => `${n(p.points)} points is above the maximum of ${n(p.maxPoints)}. Enter points from 0 to ${n(p.maxPoints)}.`,
  notApplicableRefused: () => 'this criteria set does not allow "not applicable". Report figures.',
  notApplicableWithFigures: (p) => `"not applicable" stands beside figures (${list(p.keys)}). Keep one of the two.`,
  notApplicableWithoutReason: () => '"not applicable" is answered without a reason. Add "reason".',
  notInThisRound: (p) => `"${p.key}" is not for the round "${p.round}": ${reviewWords[p.key] ?? ""}. Remove it, or correct the round of the report.`,
  oneVerdictOnly: (p) => `${list(p.keys)} stand together. Keep one: accept, change the figures, give points, or not applicable.`,
  pointsWithoutReason: () => 'points are given without a reason. Add "reason".',
  changeWithoutReason: (p) => `the round "${p.round}" changes what stood before it (${figures(p.before)}) without a reason. Add "reason", or write "accepted": true if it stays as it was.`,
  notSelfScored: (p) => `the unit does not score this itself, so nothing is reported here in the round "${p.round}". Remove the entry; the appraiser, a survey or the leadership scores it later.`,
  notItsArea: (p) => `"${p.appraiser}" does not appraise this; "${p.owner}" does. Remove the entry, or correct the report's "appraiser".`,
  appraisedTwice: (p) => {
    const by2 = p.appraisers.map((appraiser) => appraiser === null ? "a report that names no agency" : `"${appraiser}"`).join(", ");
    return `there are ${p.appraisers.length} appraisals in the round "${p.round}", by ${by2}. Keep one.`;
  },
  nothingToAccept: (p) => `the round "${p.round}" accepts figures, and there are none before it. Remove the entry and let the unit report; where the unit does not score itself, enter figures, or give points with a reason.`,
  appraisalWithoutReport: (p) => `the round "${p.round}" appraises what the unit never reported. Add it to the unit's self-assessment, or let the unit report it in its explanation.`,
  roundWithoutReport: (p) => `there is a round "${p.round}" and no self-assessment of the unit. Add its self-assessment to the files that are scored.`,
  roundNotResolved: (p) => `the round "${p.round}" accepts what stands before it, so it cannot be scored alone. The rounds must be scored together (scoreRounds).`,
  groupDiffers: (p) => `the round "${p.round}" puts the unit into the group "${p.group}", its first report into "${p.other}". Correct them to one group.`,
  roundsNotStated: () => 'the set does not say which rounds it holds and which of them counts. State "policies.rounds" in the set, or score each round by itself.',
  otherUnit: (p) => `the score of "${p.received}" cannot stand beside that of "${p.expected}": only rounds of one unit, in one group and one period, are compared. Remove it.`,
  notAScore: () => "this is no score under this criteria set, or it was changed by hand. It must be scored again from the report.",
  unknownUnit: (p) => `there is no report of the unit "${p.unit}". Units with reports: ${list(p.units)}. Correct the id, the period or the round.`,
  expectedDiffers: (p) => `the file expects ${n(p.expected)}, the computation gives ${n(p.computed)}. Check the figures or the reading applied.`,
  unitNotInRegister: (p) => `the register of units has no "${p.unit}".${nearest(p.nearest)} Correct the id, or add the unit to the register.`,
  unitNamedTwice: (p) => `the name "${p.name}" is also that of the unit "${p.other}" in the same group. Tell the two apart or remove one.`,
  unitsInACircle: (p) => `the units lead in a circle: ${[...p.units, ...p.units.slice(0, 1)].map((id2) => `"${id2}"`).join(" \u2192 ")}. Correct one of them.`,
  unitInOtherGroup: (p) => `the register has "${p.name}" in the group "${p.registered}", the report says "${p.group}". Correct the report, or the register.`,
  unitRenamed: (p) => `the report says "${p.name}"; in this period the unit is called "${p.registered}". Use the name of the period.`,
  unitNameDiffers: (p) => `the report says "${p.name}", the register "${p.registered}". Check the id and the name.`,
  unitNotYet: (p) => `there was no "${p.name}" by the end of the period: it exists since ${p.since}. Check the period and the unit.`,
  unitEnded: (p) => `"${p.name}" existed until ${p.until}, which is before the end of the period. Check the period and the unit.`,
  unitMerged: (p) => `"${p.name}" existed until ${p.until} and then became part of "${p.intoName}" (${p.into}). Report for the new unit, or check the period.`,
  unitListedAsNotRated: (p) => `the register lists "${p.name}" as not rated (${p.reason.en ?? p.reason.vi}), the report does not say so. Add "notRated" to the report, or correct the register.`,
  unitListedAsRated: (p) => `the report says that the unit is not rated (${p.reason.en ?? p.reason.vi}), the register does not say so of "${p.name}". Remove "notRated", or correct the register.`,
  periodNotRead: (p) => `the last day of the period "${p.period}" cannot be told, so former names, foundings and mergers were not checked. Write periods like 2021, 2026-Q3 or 2025-08.`,
  registerOfOtherPeriods: (p) => `the register is for ${list(p.periods)}, the report is of "${p.period}"; what changed by then may not be entered. Check the register.`,
  reportsMissing: (p) => `group "${p.group.en ?? p.group.vi}": ${p.units.length} of ${p.listed} units sent no report of the period "${p.period}", round "${p.round}"${namesUnlessAll(p)}. Check, and remind them.`,
  moveNotAllowed: (p) => `the sheet is in the state "${p.from.en}" and cannot become "${p.to.en}". Choose one of: ${list(p.allowed.map(({ en }) => en))}.`,
  moveOfOther: (p) => `this step belongs to the ${p.expected}, the log says the ${p.by}. Correct who took it.`,
  moveWithoutReason: (p) => `a sheet becomes "${p.to.en}" only with a reason. Add "reason".`,
  daysOutOfOrder: (p) => `${p.later} is before ${p.earlier}, where it must not be. Check both days.`,
  documentOutsideWindow: (p) => `the document was issued on ${p.issuedOn}, outside the days that count for the period "${p.period}" (${p.from} to ${p.to}). Check the day, or use another document.`,
  partsDoNotAddUp: (p) => `the parts add up to ${n(p.parts)}, not to the maximum of ${n(p.whole)} (difference ${n(p.difference)}). Compare each maximum with the text.`,
  cannotReachMax: (p) => `the rule gives at most ${n(p.best)} points, short of the maximum of ${n(p.maxPoints)}; no unit can reach it. Compare with the text.`,
  partsEarnAboveMax: (p) => `the parts together give ${n(p.best)} points, above the maximum of ${n(p.maxPoints)}. Compare with the text.`,
  earnsAboveMax: (p) => `${p.what} gives ${n(p.best)} points, above the maximum of ${n(p.maxPoints)}. Compare with the text.`,
  duplicateCode: (p) => `the code "${p.code}" is used for two entries. Use each code once.`,
  codeNotNested: (p) => `the code "${p.code}" stands under "${p.parent}" but does not begin with "${p.parent}.". Correct the code or move the entry.`,
  leavesAlike: (p) => `has the same title as "${p.other}" in the same branch. Tell the two apart or remove one.`,
  formerlyClaimedTwice: (p) => `the former code "${p.code}" is already claimed by "${p.other}". An earlier criterion lives on in one entry only; correct or remove one "formerly".`,
  measureDoesNotFit: (p) => `the rule "${p.kind}" cannot read the measure "${p.measure}". It reads: ${list(p.fitting)}. Change the measure or the rule.`,
  worseEarnsMore: (p) => `${p.worse} is worse than ${p.better} and earns more. Order them from best to worst, or correct the points.`,
  duplicateOption: (p) => `"${p.option}" stands twice. Use each name once.`,
  reservedOption: (p) => `"${p.option}" is a name the report form keeps for itself. Choose another.`,
  bandGap: (p) => `there is a gap between ${p.between} and ${p.and}: a value in it earns nothing stated. Make the bands meet.`,
  bandOverlap: (p) => `${p.between} and ${p.and} overlap: a value falls into both. Correct the boundary.`,
  bandEmpty: (p) => `the band ${p.band} holds no value. Correct its boundaries.`,
  bandsOutOfOrder: (p) => `bands go from best to worst, so values must ${p.better === "higher" ? "fall" : "rise"} from one to the next. Turn their order round.`,
  boundNotWhole: (p) => `the boundary ${n(p.received)} is not whole, while this measure has only whole values. Write whole boundaries.`,
  bandTwoBounds: (p) => `the band ${p.band} has two boundaries on one side. Keep one.`,
  floorAboveTarget: (p) => `the floor of ${n(p.floor)} is above the target of ${n(p.target)}. Compare with the text.`,
  thresholdOutOfReach: (p) => `"${p.key}" is ${n(p.received)}, but this measure is ${n(p.most)} at most; no unit can reach it. Compare with the text.`,
  thresholdNotPositive: (p) => `"${p.key}" is ${n(p.received)}; it must be above 0.`,
  unknownCount: (p) => `there is no count "${p.count}". The counts declared: ${list(p.counts)}. Correct the name, or declare the count.`,
  unknownSource: (p) => `there is no source "${p.source}". The sources declared: ${list(p.sources)}. Correct the name, or declare the source.`,
  officialWithoutSource: () => 'this is called "official" without its source. Add "source" and "locator", its place in the text.',
  notOfficial: (p) => `the file says "official" but the confidence here is "${p.confidence}". Give the place in the text, or call the file a "reconstruction"; a policy or rule on which the text is silent may be "inferred" with a "note".`,
  nothingDueUnstated: () => 'the denominator can be 0 and the set does not say what that earns. State "nothingDue": "fullPoints", "zero", "leaveOut" or "splitEqually".',
  nothingDueNeverHappens: () => 'this rule never meets a denominator of 0. Remove "nothingDue".',
  notDoneUnstated: () => 'the thing may not be done at all and the set does not say what that earns. State "notDone".',
  notDoneNeverHappens: () => 'this measure always has a value. Remove "notDone".',
  monitoredWithPoints: (p) => `a monitored entry carries ${n(p.maxPoints)} points. Set its maximum to 0, or remove "monitored".`,
  noticeMissing: () => 'what is not the official text needs a "notice" that tells its readers so.',
  stillOpen: (p) => `${openWords[p.what].en} is still open (null). Fill it in from the instrument, with its source, before scoring.`,
  unknownAppraiser: (p) => `the set declares no appraiser "${p.appraiser}". Those declared: ${list(p.appraisers)}. Correct the name, or add it to the set's "appraisers".`,
  beyondMaxWithoutCap: (p) => `a ${p.beyondMax} without a cap (maxPoints is 0). State the most that it can come to.`,
  beyondMaxNested: (p) => `a ${p.beyondMax} inside an area. Correct it: move it up, beside the areas.`,
  rescaledToOther: (p) => `the maximum here is ${n(p.maxPoints)}, but where something is left out the rest is brought to ${n(p.points)}. Check with the instrument.`,
  roundNotHeld: (p) => `the set holds no round "${p.round}". Its rounds: ${list(p.rounds)}. Correct the round.`,
  unknownReading: (p) => `there is no reading "${p.reading}". The readings: ${list(p.readings)}.`,
  noInterpretation: (p) => `the criterion "${p.code}" has no readings to choose from. Remove this choice.`,
  noGrading: () => 'this criteria set does not grade. Remove this part, or use a set that has a "grading".',
  groupWithoutGrades: (p) => `the group "${p.group}" has no grades. Add it to one of the "scales".`,
  unknownGrade: (p) => `there is no grade "${p.grade}". The grades of these units: ${list(p.grades)}. Correct the name.`,
  gradeGap: (p) => `there is a gap between ${p.between} and ${p.and}: a value in it has no grade. Compare with the text; a unit that falls there waits for the competent body to decide.`,
  lowestGradeConditional: (p) => `the lowest grade "${p.grade}" has conditions: a unit that does not meet them has no grade at all. Compare with the text.`,
  unknownFact: (p) => `there is no fact "${p.fact}". The facts declared: ${list(p.facts)}. Correct the name.`,
  factNeedsCohort: (p) => `the measure "${p.measure}" depends on other units and cannot serve a condition. Use one that is made from the unit's own figures.`,
  factNothingDueUnstated: () => 'the denominator can be 0 and the set does not say whether the condition holds then. State "nothingDue": "holds", "fails" or "undecided".',
  boundMissing: () => 'the condition has no boundary. State "atLeast", "moreThan", "lessThan" or "atMost".',
  unknownEvent: (p) => `there is no event "${p.event}". The events that may be reported: ${list(p.events)}. Correct the name or remove the entry.`,
  forcedNotLowest: (p) => `the event forces "${p.grade}", which is not the lowest grade (${list(p.lowest)}). Use "caps" if only nothing better may be given, or correct the name.`,
  quotaOfLowest: (p) => `a quota on the lowest grade "${p.grade}": units beyond it have no grade to fall to. Compare with the text.`,
  quotaWithoutBase: (p) => `the quota "${p.quota}" is a share of no units at all, while ${n(p.proposed)} are proposed. The competent body must decide about them.`,
  badEditionId: (p) => `"${p.id}" is not the id of an edition. Ids are lower-case letters, digits, hyphens and slashes; the path of a file ends in .json. The editions command lists them.`,
  unknownEdition: (p) => `there is no edition "${p.id}" in the catalogue, and no file of that name.${p.nearest.length > 0 ? ` Did you mean ${list(p.nearest)}?` : ""} The editions command lists them.`,
  structureOnly: (p) => `of "${p.id}" only the structure is known, not the rule of each leaf, so it cannot be scored. The original text is needed to complete it.`,
  editionHoldsOther: (p) => p.holds === "units" && p.wanted === "criteria" ? `"${p.id}" is a register of units, not a criteria set. Use it with --units, or choose a set from the editions command.` : `"${p.id}" is a ${editionWords[p.holds]}, not a ${editionWords[p.wanted]}. Choose a ${editionWords[p.wanted]} from the editions command, or name a file by its path.`,
  editionChanged: (p) => `the edition "${p.id}" does not match its digest in the catalogue (expected ${p.expected}, found ${p.found}). Install the package again, or name the file by its path.`,
  notARecord: () => "no sealed record: it holds no entry. Choose a file that the seal command wrote.",
  recordNotUtf8: () => "this line is no longer UTF-8 text: the file is damaged or was changed. Compare it with the original file.",
  recordNotNfc: () => "text in decomposed form (NFD), where a record holds composed form (NFC) only: it was converted after it was sealed. Compare it with the original file.",
  recordNotWhole: () => "a fraction or a number too large as a JSON number; a record writes it as text, so that no digit is lost. Compare it with the original file.",
  lineUnknown: () => "this line is no entry, no head and no signature. Check whether something was added to the file after it was sealed.",
  lineRearranged: () => "this line is not written in canonical form (the order of keys or blanks changed); what it says is whole. Better use the original file.",
  entryChanged: (p) => `the entry does not match its digest (expected ${p.expected}, found ${p.found}): it was changed after it was sealed. Compare it with the original file.`,
  partChanged: (p) => `the part "${p.part}" of the entry was changed after it was sealed. Compare it with the original file, or ask whoever recorded it.`,
  entryOutOfOrder: (p) => `entry ${p.expected} is due, and ${p.found} is here: an entry was dropped, added or moved. Compare it with the original file.`,
  chainBroken: (p) => `this entry was chained to another entry ${p.before} than the one here: one of the two was replaced. Compare it with the original file.`,
  correctsNothing: (p) => `it corrects or withdraws entry ${p.number}, and no such entry stands before it. Compare it with the original file.`,
  textChanged: () => "a text beside the entry does not match its digest in the entry: this name, document or remark was changed. Compare it with the original file.",
  strayText: (p) => `a text beside the entry (digest ${p.digest}) belongs to no place in it. Compare it with the original file.`,
  headMissing: (p) => `after ${p.entries} entries the file ends without a head: its tail may have been cut off. Compare it with the original file.`,
  headOfOtherSize: (p) => `the head speaks of ${p.size} entries, and ${p.entries} stand before it: entries were dropped or added. Compare it with the original file.`,
  headDiffers: (p) => `the root in the file (${p.expected}) is not the root of its entries (${p.found}). Compare it with the root that was printed at publication.`,
  rootNotFound: (p) => `the printed root ${p.root} is not the root of this record, nor of any beginning of it. Check the digits typed; if they are right, this is not the record that was published.`,
  rootOfBeginning: (p) => `the printed root ${p.root} is that of the first ${p.size} entries; the record has ${p.entries} by now. See the corrections that came after.`,
  badRoot: (p) => `"${p.received}" is no root: 64 hexadecimal digits (0\u20139, a\u2013f) are expected. Enter the printed root again.`,
  signatureBroken: (p) => `the signature of "${p.signer}" does not hold under the public key given: root, signer or day was changed. Check the key, and the original file.`,
  signatureOfOtherHead: (p) => `the signature of "${p.signer}" is of a root that this record does not have. Compare it with the original file.`,
  signatureMissing: (p) => `no signature by the key ${p.keyId}. Check whether it is the signer's public key.`,
  notAKey: (p) => `${keyFault[p.why]}. Use an Ed25519 key file in PEM form, as the keygen command or openssl writes it.`,
  secretTooShort: (p) => `the secret that hides texts needs ${p.least} characters at least. Make a longer random one, and keep it.`,
  nothingToRecord: () => "nothing differs from the record as it stands, so there is nothing to add. Check the reports that were named.",
  correctionWithoutReason: (p) => `${p.entries} entries would be corrected or withdrawn without a reason. State it by --reason.`,
  recordRedacted: (p) => `${p.withheld} texts of the record are withheld, so nothing can be added to it. Use the full record.`,
  criteriaNotRecorded: () => "the record holds no criteria set, so nothing can be recomputed. Use the full record.",
  criteriaDigestDiffers: (p) => `the record was scored by the set with digest ${p.recorded}; the one named has ${p.found}: a record is not recomputed by another set. Leave the option out to use the set that the record holds.`,
  resultDiffers: (p) => `${resultParts[p.what] ?? p.what}${p.round === void 0 ? "" : ` (${round2(p.round)})`}: the record says ${shown(p.recorded)}, recomputed it is ${shown(p.recomputed)}. Cause: ${causes[p.cause]}. Compare it with the original record.`,
  otherEngine: (p) => `the record was computed by version ${p.recorded}, and ${p.running} is running (${engineOrder[p.order]}). See the result of the replay for whether any digit moved.`,
  notAReceipt: () => "no receipt of a sealed record. Choose a file that the receipt command wrote.",
  receiptOfOtherRoot: (p) => `the receipt is of the root ${p.found}, and ${p.expected} was printed. Check whether it is of this publication.`,
  receiptDoesNotProve: (p) => `this entry does not belong to the root ${p.root}: the entry or its proof was changed. Compare it with the original receipt.`,
  notAConsistencyProof: () => "no proof of consistency between two publications. Choose a file that the consistency command wrote.",
  notConsistent: (p) => `the proof does not show that the publication ${p.to} holds every entry of ${p.from}. Compare both roots with those printed.`,
  unknownScale: (p) => `there is no scale "${p.scale}". The scales declared: ${list(p.scales)}. Correct the name, or declare the scale.`,
  answersAlike: (p) => `"${p.written}" is already a way of writing the answer "${p.other}" (capitals make no difference). Keep it for one answer.`,
  nothingCounts: () => 'no answer of this scale counts, so nothing can be counted by it. Give at least one answer a worth, such as "100".',
  factorWithoutQuestions: () => 'the file says "complete" and this factor has no question. Add its questions, or call the file "partial" where they are not known.',
  partialWithoutGap: () => 'the file says "partial" and every factor has questions. Change it to "complete", or leave the questions of a factor that is not known empty.',
  questionNotAsked: (p) => `the questionnaire has no question "${p.question}". Its questions: ${list(p.questions)}. Correct the id or remove it.`,
  generalQuestionMissing: () => 'the rule "generalQuestion" reads the general question, and the file has none. Add "general", or choose another rule.',
  otherSeries: (p) => `the two results are of different series: "${p.series.en ?? p.series.vi}" and "${p.other.en ?? p.other.vi}". Other people or other questions were asked, so they are not compared; choose results of one series.`,
  otherConductor: (p) => `"${p.series.en ?? p.series.vi}" was asked by ${conductors[p.by]}, "${p.other.en ?? p.other.vi}" by ${conductors[p.otherBy]}. A province's own surveys and the ministry's are not compared; choose results of one of them.`,
  tallyOfOther: (p) => `the tally was counted under ${p.tally}, not ${p.questionnaire}. Choose the questionnaire that it is of.`,
  notCountedBy: (p) => p.keys.length === 0 ? `the data have no column "${p.key}", so they cannot be told apart by it. Add the column to the file of answers.` : `the data have no column "${p.key}", so they cannot be told apart by it. The columns there are: ${list(p.keys)}.`,
  notFinite: (p) => `"${p.received}" is not a finite number. Look for a division by zero or an empty cell where it comes from.`,
  singleClusterStratum: (p) => `stratum "${p.stratum}" has a single cluster, so that its variance cannot be seen. Join it with a similar stratum, or choose: remove, certainty, adjust, average.`,
  populationTooSmall: (p) => `stratum "${p.stratum}": ${p.received === "?" ? "no number of clusters in the population is given" : `the population is given ${p.received} clusters`}, and ${p.sampled} were drawn. Give a whole number that is not smaller.`,
  nothingToEstimate: (p) => `"${p.measure}" cannot be estimated: nobody answered it, or all who did are in one cluster that a replicate leaves out. Widen the group, or use Taylor linearisation.`,
  intervalUndefined: (p) => `the interval by ${p.method} of ${p.received} is not defined: ${undefinedInterval[p.reason]}`,
  marginWithoutPeople: (p) => `margin "${p.margin}": category "${p.category}" needs people in the sample and a total above 0. Join it with another category, or correct its total.`,
  marginWithoutTotal: (p) => `margin "${p.margin}": people are in category "${p.category}", which has no total. Give its total in the population.`,
  marginsDisagree: (p) => `the totals of "${p.margin}" add up to ${p.sum}, those of "${p.other}" to ${p.otherSum}; they must be of one population. Correct the totals.`,
  rakingUnfinished: (p) => `after ${p.rounds} rounds the weights are still ${p.distance} of a total away. Join small categories, or allow more rounds or a larger tolerance.`,
  surveyWithoutIndex: (p) => `the part "${p.part}" has no index for a criterion: ${withoutIndex[p.reason]}. Do not write 0 where there are no data.`,
  clusterInTwoStrata: (p) => `the cluster "${p.cluster}" lies in the stratum "${p.stratum}", before in "${p.other}". A cluster lies in one stratum; correct one of the two.`,
  tallyKeysDiffer: (p) => `the tally was counted by ${list(p.keys)}, the first one by ${list(p.others)}. Count both by the same columns before they are merged.`,
  surveyPartUnknown: (p) => `the questionnaire has no question or part "${p.name}". Correct the id, or choose the right questionnaire.`,
  answerOutsideScale: (p) => `"${p.received}" is not an answer of the scale. The codes there are: ${list(p.allowed)}. Correct the answer, or leave it blank where there is none.`,
  columnUnknown: (p) => `the column "${p.heading}" is neither a question nor a column of the sample. The questions are: ${list(p.known)}. Correct the heading, or name the column in "ignored" if it is not used.`,
  columnMissing: (p) => `the column "${p.column}" is missing. Add it, or say with "columns" which column it is.`,
  columnTwice: (p) => `"${p.column}" stands in more than one column: ${list(p.headings)}. Keep one.`,
  fieldsMiscounted: (p) => `the row has ${p.fields} fields, the heading ${p.columns} columns. Check the separators and quotation marks of this row.`,
  quoteNotClosed: () => "a quotation mark that opens in this row is not closed where it must be, so the row is left out and reading goes on with the next line. Add the missing quotation mark.",
  bytesNotText: () => 'the field has bytes that are not UTF-8, as the file is before. Save the file in one encoding, or state it with "encoding".',
  respondentTwice: (p) => `the respondent "${p.respondent}" stands in an earlier row, so this one is not counted. Remove what was entered twice, or correct the id.`,
  weightNotPositive: (p) => `the weight is "${p.received}", and must be a number above 0. Correct the weight of this respondent.`,
  designMissing: (p) => `the field "${p.column}" is blank, so the place of this respondent in the sample is not known. Fill in the columns of the sample design.`,
  questionnairePartial: (p) => `the questionnaire "${p.questionnaire}" does not hold all its questions, so answers cannot be counted under it. Use a complete one.`,
  worthTooFine: (p) => `what answers count for (${list(p.worths)}) is too fine to be added as whole numbers. Use fewer decimals.`,
  tallyRowUnreadable: (p) => `the result of the query has "${p.received}" in the column "${p.column}", which is no count. Run the query as tallySql wrote it.`,
  totalDiffers: (p) => `the total is printed ${n(p.printed)}, its parts add up to ${n(p.parts)}: more than rounding explains (${n(p.tolerance)}). Check the original table.`,
  partAboveMax: (p) => `printed ${n(p.printed)}, above the maximum of ${n(p.maxPoints)}. Check the original table.`,
  rankAgainstValue: (p) => `rank ${p.rank} with ${n(p.value)}, while "${p.other}" has rank ${p.otherRank} with ${n(p.otherValue)}: the ranks contradict the values. Check the original table.`,
  rankRepeated: (p) => `rank ${p.rank} is also given to "${p.other}", whose value differs. Check the original table.`,
  rankMissing: (p) => `no unit has rank ${p.rank}. Look for a unit that is not ranked, or a row left out.`,
  meanDiffers: (p) => `the mean is printed ${n(p.printed)}, recomputed ${n(p.computed)}: more than rounding explains (${n(p.tolerance)}). Check the original table.`,
  percentDiffers: (p) => `the percentage is printed ${n(p.printed)} %, the points are ${n(p.computed)} % of the maximum that counts: more than rounding explains (${n(p.tolerance)}). Check the original table.`,
  changeDiffers: (p) => `the change is printed ${n(p.printed)}, recomputed ${n(p.computed)}. Always compute changes from the two published values.`,
  distanceDiffers: (p) => `the distance from the mean is printed ${n(p.printed)}, recomputed ${n(p.computed)}. Always subtract the published mean from the published value.`,
  countDiffers: (p) => `${counted[p.what]}${p.group === void 0 ? "" : ` "${p.group}"`}: stated ${n(p.printed)}, the table allows ${n(p.computed)}. Check the original table.`,
  shareDiffers: (p) => `the share of the group "${p.group}" is printed ${n(p.printed)} %, its units are ${n(p.computed)} % of all units. Check the original table.`,
  valueDiffers: (p) => `printed ${n(p.printed)}, while "${p.source}" prints ${n(p.other)}. Prefer the official table and note the source.`,
  unitRepeated: (p) => `"${p.unit}" has more than one row, where each unit has one. Check the original table.`,
  printedNotANumber: (p) => `"${p.received}" is not a number. Leave the cell of a unit without data empty; do not write 0.`,
  zeroWithoutData: () => "printed 0, and no points lead to it. Leave the cell of a unit without data empty; do not write 0."
};

// src/exact/civilDate.ts
import { millisecondsInDay } from "date-fns/constants";
import { parseISO } from "date-fns/parseISO";
function readCivilDate(text2) {
  const iso = text2.replace(
    /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    (_, day2, month, year) => [year, month.padStart(2, "0"), day2.padStart(2, "0")].join("-")
  );
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(midnight(iso)) ? iso : void 0;
}
function formatCivilDate(date, language) {
  return language === "vi" ? date.split("-").reverse().map(Number).join("/") : date;
}
function midnight(date) {
  return parseISO(`${date}T00:00:00Z`).getTime();
}

// src/issue/messages.vi.ts
var n2 = (exact) => formatNumber(exact, "vi");
var list2 = (items) => items.length === 0 ? "(kh\xF4ng c\xF3)" : items.map((item) => `\u201C${item}\u201D`).join(", ");
var figures2 = (stood) => Object.entries(stood).map(([key, value]) => `${key}: ${isDecimal(value) ? n2(value) : value}`).join(", ");
var round3 = (id2) => Object.hasOwn(roundWords, id2) ? `${roundWords[id2].vi} (${id2})` : `\u201C${id2}\u201D`;
var nearest2 = (item) => item === void 0 ? "" : ` C\xF3 ph\u1EA3i \u201C${item}\u201D?`;
var day = (date) => formatCivilDate(date, "vi");
var namesUnlessAll2 = ({ units, listed }) => units.length === listed ? "" : `: ${units.map(({ name: name2 }) => name2).join("; ")}`;
var expected2 = {
  value: "m\u1ED9t gi\xE1 tr\u1ECB",
  propertyName: "t\xEAn m\u1EE5c trong d\u1EA5u ngo\u1EB7c k\xE9p",
  comma: "d\u1EA5u ph\u1EA9y",
  colon: "d\u1EA5u hai ch\u1EA5m",
  closeBrace: "d\u1EA5u }",
  closeBracket: "d\u1EA5u ]",
  endOfFile: "h\u1EBFt t\u1EC7p",
  validText: "n\u1ED9i dung JSON h\u1EE3p l\u1EC7"
};
var unreadable2 = {
  notFound: "kh\xF4ng c\xF3 t\u1EC7p n\xE0y",
  isFolder: "\u0111\xE2y l\xE0 th\u01B0 m\u1EE5c, kh\xF4ng ph\u1EA3i t\u1EC7p",
  notPermitted: "kh\xF4ng c\xF3 quy\u1EC1n \u0111\u1ECDc",
  notUtf8: "t\u1EC7p kh\xF4ng l\u01B0u \u1EDF m\xE3 UTF-8",
  other: "l\u1ED7i \u0111\u1ECDc t\u1EC7p"
};
var counted2 = {
  units: "s\u1ED1 \u0111\u01A1n v\u1ECB",
  notRanked: "s\u1ED1 \u0111\u01A1n v\u1ECB kh\xF4ng x\u1EBFp h\u1EA1ng",
  aboveMean: "s\u1ED1 \u0111\u01A1n v\u1ECB tr\xEAn m\u1EE9c trung b\xECnh",
  up: "s\u1ED1 \u0111\u01A1n v\u1ECB t\u0103ng",
  down: "s\u1ED1 \u0111\u01A1n v\u1ECB gi\u1EA3m",
  unchanged: "s\u1ED1 \u0111\u01A1n v\u1ECB gi\u1EEF nguy\xEAn",
  upAndDown: "s\u1ED1 \u0111\u01A1n v\u1ECB t\u0103ng v\xE0 gi\u1EA3m c\u1ED9ng l\u1EA1i",
  upDownAndUnchanged: "s\u1ED1 \u0111\u01A1n v\u1ECB t\u0103ng, gi\u1EA3m v\xE0 gi\u1EEF nguy\xEAn c\u1ED9ng l\u1EA1i",
  group: "s\u1ED1 \u0111\u01A1n v\u1ECB c\u1EE7a nh\xF3m",
  allGroups: "s\u1ED1 \u0111\u01A1n v\u1ECB c\u1EE7a c\xE1c nh\xF3m c\u1ED9ng l\u1EA1i"
};
var reviewWords2 = {
  accepted: "ch\u1EC9 ng\u01B0\u1EDDi th\u1EA9m \u0111\u1ECBnh, ho\u1EB7c \u0111\u01A1n v\u1ECB khi gi\u1EA3i tr\xECnh, m\u1EDBi ch\u1EA5p nh\u1EADn s\u1ED1 li\u1EC7u \u0111\xE3 c\xF3",
  givenPoints: "ch\u1EC9 ng\u01B0\u1EDDi th\u1EA9m \u0111\u1ECBnh m\u1EDBi cho \u0111i\u1EC3m",
  asks: "ch\u1EC9 ng\u01B0\u1EDDi th\u1EA9m \u0111\u1ECBnh m\u1EDBi y\xEAu c\u1EA7u gi\u1EA3i tr\xECnh",
  appraiser: "b\xE1o c\xE1o c\u1EE7a ch\xEDnh \u0111\u01A1n v\u1ECB kh\xF4ng ghi c\u01A1 quan th\u1EA9m \u0111\u1ECBnh"
};
var actors = { unit: "\u0111\u01A1n v\u1ECB", appraiser: "c\u01A1 quan th\u1EA9m \u0111\u1ECBnh", council: "h\u1ED9i \u0111\u1ED3ng" };
var types2 = {
  object: "m\u1ED9t nh\xF3m m\u1EE5c { \u2026 }",
  array: "m\u1ED9t danh s\xE1ch [ \u2026 ]",
  string: "ch\u1EEF trong d\u1EA5u ngo\u1EB7c k\xE9p",
  number: "m\u1ED9t s\u1ED1",
  int: "m\u1ED9t s\u1ED1 nguy\xEAn",
  boolean: "true ho\u1EB7c false",
  null: "null",
  undefined: "kh\xF4ng c\xF3 g\xEC",
  instance: "m\u1ED9t \u0111\u1ED1i t\u01B0\u1EE3ng c\u1EE7a ch\u01B0\u01A1ng tr\xECnh",
  decimal: 's\u1ED1 vi\u1EBFt trong d\u1EA5u ngo\u1EB7c k\xE9p, nh\u01B0 "0.5"'
};
var typeWords2 = (type) => types2[type] ?? type;
var shown2 = (value) => isDecimal(value) ? n2(value) : value;
var keyFault2 = {
  notPem: "kh\xF4ng ph\u1EA3i t\u1EC7p kh\xF3a d\u1EA1ng PEM",
  otherKey: "l\xE0 kh\xF3a c\u1EE7a thu\u1EADt to\xE1n kh\xE1c",
  privateInsteadOfPublic: "l\xE0 kh\xF3a b\xED m\u1EADt, \u1EDF \u0111\xE2y c\u1EA7n kh\xF3a c\xF4ng khai; kh\xF4ng \u0111\u01B0a kh\xF3a b\xED m\u1EADt cho ai",
  publicInsteadOfPrivate: "l\xE0 kh\xF3a c\xF4ng khai, \u1EDF \u0111\xE2y c\u1EA7n kh\xF3a b\xED m\u1EADt \u0111\u1EC3 k\xFD"
};
var resultParts2 = {
  points: "\u0111i\u1EC3m",
  state: "t\xECnh tr\u1EA1ng",
  countedMax: "\u0111i\u1EC3m t\u1ED1i \u0111a \u0111\u01B0\u1EE3c t\xEDnh",
  base: "\u0111i\u1EC3m ch\u01B0a k\u1EC3 \u0111i\u1EC3m c\u1ED9ng, \u0111i\u1EC3m tr\u1EEB",
  bonus: "\u0111i\u1EC3m c\u1ED9ng",
  penalty: "\u0111i\u1EC3m tr\u1EEB",
  index: "ch\u1EC9 s\u1ED1",
  published: "gi\xE1 tr\u1ECB c\xF4ng b\u1ED1",
  place: "x\u1EBFp h\u1EA1ng",
  grade: "x\u1EBFp lo\u1EA1i",
  group: "nh\xF3m",
  unit: "k\u1EBFt qu\u1EA3 c\u1EE7a \u0111\u01A1n v\u1ECB"
};
var causes2 = {
  engine: "phi\xEAn b\u1EA3n ch\u01B0\u01A1ng tr\xECnh kh\xE1c",
  criteria: "b\u1ED9 ti\xEAu ch\xED trong h\u1ED3 s\u01A1 \u0111\xE3 b\u1ECB s\u1EEDa",
  evidence: "s\u1ED1 li\u1EC7u trong h\u1ED3 s\u01A1 \u0111\xE3 b\u1ECB s\u1EEDa",
  result: "k\u1EBFt qu\u1EA3 ghi trong h\u1ED3 s\u01A1 kh\xF4ng ph\u1EA3i k\u1EBFt qu\u1EA3 c\u1EE7a s\u1ED1 li\u1EC7u trong h\u1ED3 s\u01A1"
};
var engineOrder2 = {
  newer: "m\u1EDBi h\u01A1n",
  older: "c\u0169 h\u01A1n",
  other: "ch\u01B0\u01A1ng tr\xECnh kh\xE1c"
};
var editionWords2 = {
  criteria: "b\u1ED9 ti\xEAu ch\xED",
  units: "danh m\u1EE5c \u0111\u01A1n v\u1ECB",
  questionnaire: "phi\u1EBFu kh\u1EA3o s\xE1t"
};
var conductors2 = { ministry: "B\u1ED9 N\u1ED9i v\u1EE5", province: "\u0111\u1ECBa ph\u01B0\u01A1ng" };
var withoutIndex2 = {
  noAnswers: "kh\xF4ng c\xF3 c\xE2u tr\u1EA3 l\u1EDDi h\u1EE3p l\u1EC7",
  tooFew: "qu\xE1 \xEDt ng\u01B0\u1EDDi tr\u1EA3 l\u1EDDi",
  unknown: "phi\u1EBFu kh\u1EA3o s\xE1t kh\xF4ng c\xF3 ph\u1EA7n n\xE0y"
};
var undefinedInterval2 = {
  noDegreesOfFreedom: "s\u1ED1 c\u1EE5m kh\xF4ng nhi\u1EC1u h\u01A1n s\u1ED1 t\u1EA7ng. \u01AF\u1EDBc l\u01B0\u1EE3ng cho nh\xF3m l\u1EDBn h\u01A1n.",
  notARate: "c\xE1ch n\xE0y ch\u1EC9 d\xF9ng cho t\u1EF7 l\u1EC7 t\u1EEB 0 \u0111\u1EBFn 1. D\xF9ng wald.",
  noVariance: "m\u1EABu kh\xF4ng cho th\u1EA5y ph\u01B0\u01A1ng sai. D\xF9ng clopperPearson khi t\u1EF7 l\u1EC7 b\u1EB1ng 0 ho\u1EB7c 1, d\xF9ng wald trong tr\u01B0\u1EDDng h\u1EE3p kh\xE1c."
};
var messagesVi = {
  notJson: (p) => `t\u1EC7p kh\xF4ng \u0111\xFAng d\u1EA1ng JSON: \u1EDF \u0111\xE2y c\u1EA7n ${expected2[p.expected]}. S\u1EEDa t\u1EA1i ch\u1ED7 n\xE0y r\u1ED3i ch\u1EA1y l\u1EA1i.`,
  byteOrderMark: () => "t\u1EC7p b\u1EAFt \u0111\u1EA7u b\u1EB1ng d\u1EA5u BOM; \u0111\xE3 b\u1ECF qua d\u1EA5u n\xE0y. L\u1EA7n sau c\xF3 th\u1EC3 l\u01B0u \u201CUTF-8\u201D thay cho \u201CUTF-8 with BOM\u201D.",
  duplicateKey: (p) => `kh\xF3a \u201C${p.key}\u201D xu\u1EA5t hi\u1EC7n hai l\u1EA7n, kh\xF4ng r\xF5 l\u1EA5y gi\xE1 tr\u1ECB n\xE0o. Gi\u1EEF l\u1EA1i m\u1ED9t.`,
  numberNotWhole: (p) => `s\u1ED1 ${p.received} kh\xF4ng d\xF9ng \u0111\u01B0\u1EE3c. S\u1ED1 trong t\u1EC7p JSON ph\u1EA3i l\xE0 s\u1ED1 nguy\xEAn, kh\xF4ng qu\xE1 9.007.199.254.740.991; s\u1ED1 th\u1EADp ph\xE2n vi\u1EBFt trong d\u1EA5u ngo\u1EB7c k\xE9p, v\xED d\u1EE5 "95.5".`,
  reservedKey: (p) => `t\xEAn \u201C${p.key}\u201D kh\xF4ng \u0111\u01B0\u1EE3c d\xF9ng trong d\u1EEF li\u1EC7u. X\xF3a ho\u1EB7c \u0111\u1ED5i t\xEAn m\u1EE5c n\xE0y.`,
  tooLarge: (p) => `d\u1EEF li\u1EC7u c\xF3 h\u01A1n ${n2(p.limit)} gi\xE1 tr\u1ECB. Chia th\xE0nh nhi\u1EC1u t\u1EC7p.`,
  tooDeep: (p) => `d\u1EEF li\u1EC7u l\u1ED3ng nhau qu\xE1 ${p.limit} c\u1EA5p. Ki\u1EC3m tra l\u1EA1i c\u1EA5u tr\xFAc t\u1EC7p.`,
  fileNotWritten: (p) => p.reason === "exists" ? "\u0111\xE3 c\xF3 t\u1EC7p n\xE0y, kh\xF4ng ghi \u0111\xE8 l\xEAn kh\xF3a. Ch\u1ECDn t\xEAn kh\xE1c." : "kh\xF4ng ghi \u0111\u01B0\u1EE3c t\u1EC7p. Ki\u1EC3m tra th\u01B0 m\u1EE5c v\xE0 quy\u1EC1n ghi, ho\u1EB7c ch\u1ECDn ch\u1ED7 kh\xE1c.",
  fileUnreadable: (p) => `kh\xF4ng \u0111\u1ECDc \u0111\u01B0\u1EE3c t\u1EC7p (${unreadable2[p.reason]}). Ki\u1EC3m tra t\xEAn t\u1EC7p, ho\u1EB7c l\u01B0u l\u1EA1i t\u1EC7p \u1EDF m\xE3 UTF-8.`,
  missingKey: (p) => `thi\u1EBFu \u201C${p.key}\u201D. B\u1ED5 sung m\u1EE5c n\xE0y.`,
  unknownKey: (p) => `kh\xF4ng c\xF3 m\u1EE5c \u201C${p.key}\u201D. C\xE1c m\u1EE5c d\xF9ng \u0111\u01B0\u1EE3c: ${list2(p.known)}. S\u1EEDa t\xEAn ho\u1EB7c x\xF3a m\u1EE5c n\xE0y.`,
  wrongType: (p) => `c\u1EA7n ${typeWords2(p.expected)}, nh\u01B0ng nh\u1EADn \u0111\u01B0\u1EE3c ${typeWords2(p.received)}. S\u1EEDa l\u1EA1i gi\xE1 tr\u1ECB.`,
  notAllowed: (p) => `\u201C${p.received}\u201D kh\xF4ng n\u1EB1m trong c\xE1c gi\xE1 tr\u1ECB cho ph\xE9p. Ch\u1ECDn m\u1ED9t trong: ${list2(p.allowed)}.`,
  emptyText: () => "\u0111\u1EC3 tr\u1ED1ng. \u0110i\u1EC1n n\u1ED9i dung.",
  controlCharacters: () => "c\xF3 k\xFD t\u1EF1 \u0111i\u1EC1u khi\u1EC3n kh\xF4ng nh\xECn th\u1EA5y \u0111\u01B0\u1EE3c. G\xF5 l\u1EA1i n\u1ED9i dung n\xE0y.",
  badName: (p) => `\u201C${p.received}\u201D kh\xF4ng d\xF9ng l\xE0m t\xEAn \u0111\u01B0\u1EE3c. Vi\u1EBFt nh\u01B0 \u201C${p.example}\u201D: ch\u1EEF c\xE1i kh\xF4ng d\u1EA5u, s\u1ED1, g\u1EA1ch n\u1ED1i.`,
  tooFew: (p) => `c\u1EA7n \xEDt nh\u1EA5t ${p.least} m\u1EE5c. B\u1ED5 sung.`,
  outOfRange: (p) => `gi\xE1 tr\u1ECB ph\u1EA3i ${p.bound}. S\u1EEDa l\u1EA1i.`,
  notNfc: () => "ch\u1EEF ti\u1EBFng Vi\u1EC7t \u1EDF d\u1EA1ng t\u1ED5 h\u1EE3p (NFD); \u0111\xE3 chuy\u1EC3n sang d\u1EA1ng d\u1EF1ng s\u1EB5n (NFC). N\xEAn l\u01B0u l\u1EA1i t\u1EC7p v\u1EDBi Unicode d\u1EF1ng s\u1EB5n.",
  wrongShape: (p) => `gi\xE1 tr\u1ECB kh\xF4ng \u0111\xFAng d\u1EA1ng (${p.reason}). \u0110\u1ED1i chi\u1EBFu v\u1EDBi m\u1EABu.`,
  notDecimal: (p) => `\u201C${p.received}\u201D kh\xF4ng ph\u1EA3i l\xE0 s\u1ED1. Vi\u1EBFt s\u1ED1 b\u1EB1ng ch\u1EEF s\u1ED1 trong d\u1EA5u ngo\u1EB7c k\xE9p, v\xED d\u1EE5 "${p.example}".`,
  tooManyDigits: (p) => `\u201C${p.received}\u201D c\xF3 qu\xE1 ${p.limit} ch\u1EEF s\u1ED1. Ki\u1EC3m tra l\u1EA1i s\u1ED1 li\u1EC7u.`,
  ambiguousSeparator: (p) => `\u201C${p.received}\u201D c\xF3 th\u1EC3 l\xE0 ${n2(p.whole)} ho\u1EB7c ${n2(p.decimal)}. Vi\u1EBFt ${p.whole} n\u1EBFu l\xE0 s\u1ED1 nguy\xEAn, ho\u1EB7c ${p.decimal}0 n\u1EBFu l\xE0 s\u1ED1 th\u1EADp ph\xE2n.`,
  notWhole: (p) => `\u201C${p.received}\u201D kh\xF4ng ph\u1EA3i s\u1ED1 nguy\xEAn. Vi\u1EBFt s\u1ED1 \u0111\u1EBFm b\u1EB1ng ch\u1EEF s\u1ED1, kh\xF4ng d\u1EA5u ph\xE2n c\xE1ch, v\xED d\u1EE5 1250.`,
  countTooLarge: (p) => `\u201C${p.received}\u201D l\u1EDBn h\u01A1n ${n2(p.most)}, s\u1ED1 \u0111\u1EBFm l\u1EDBn nh\u1EA5t \u0111\u1ECDc \u0111\u01B0\u1EE3c. Ki\u1EC3m tra l\u1EA1i s\u1ED1 li\u1EC7u.`,
  negative: (p) => `${n2(p.received)} nh\u1ECF h\u01A1n 0. S\u1ED1 li\u1EC7u n\xE0y kh\xF4ng th\u1EC3 \xE2m; ki\u1EC3m tra l\u1EA1i.`,
  notADate: (p) => `\u201C${p.received}\u201D kh\xF4ng ph\u1EA3i m\u1ED9t ng\xE0y c\xF3 th\u1EADt. Vi\u1EBFt d\u1EA1ng 2021-01-15 ho\u1EB7c 15/1/2021.`,
  percentLooksLikeRatio: (p) => `${n2(p.received)} % c\xF3 v\u1EBB l\xE0 t\u1EF7 s\u1ED1, kh\xF4ng ph\u1EA3i ph\u1EA7n tr\u0103m. N\u1EBFu mu\u1ED1n n\xF3i ${n2(p.meant)} %, vi\u1EBFt "percent": "${p.meant}"; n\u1EBFu \u0111\xFAng l\xE0 ${n2(p.received)} %, vi\u1EBFt "ratio": "${p.asRatio}".`,
  percentAbove100: (p) => `${n2(p.received)} % l\u1EDBn h\u01A1n 100 %. T\u1EF7 l\u1EC7 n\xE0y kh\xF4ng v\u01B0\u1EE3t qu\xE1 100 %; ki\u1EC3m tra l\u1EA1i.`,
  ratioAboveOne: (p) => `t\u1EF7 s\u1ED1 ${n2(p.received)} l\u1EDBn h\u01A1n 1. N\u1EBFu \u0111\xE2y l\xE0 ph\u1EA7n tr\u0103m, vi\u1EBFt "percent": "${p.received}".`,
  exactlyOneOf: (p) => `c\u1EA7n \u0111\xFAng m\u1ED9t trong c\xE1c m\u1EE5c: ${list2(p.keys)}.`,
  unknownCode: (p) => `kh\xF4ng c\xF3 ti\xEAu ch\xED m\xE3 \u201C${p.code}\u201D trong b\u1ED9 ti\xEAu ch\xED.${nearest2(p.nearest)} S\u1EEDa m\xE3 ho\u1EB7c x\xF3a m\u1EE5c n\xE0y.`,
  codeOfOtherGroup: (p) => `ti\xEAu ch\xED n\xE0y ch\u1EC9 d\xE0nh cho nh\xF3m ${list2(p.groups)}, kh\xF4ng d\xE0nh cho nh\xF3m \u201C${p.group}\u201D c\u1EE7a \u0111\u01A1n v\u1ECB. Ki\u1EC3m tra l\u1EA1i nh\xF3m c\u1EE7a \u0111\u01A1n v\u1ECB, ho\u1EB7c x\xF3a m\u1EE5c n\xE0y.`,
  codeIsBranch: (p) => `\u201C${p.code}\u201D l\xE0 nh\xF3m ti\xEAu ch\xED, \u0111i\u1EC3m \u0111\u01B0\u1EE3c c\u1ED9ng t\u1EEB c\xE1c ti\xEAu ch\xED th\xE0nh ph\u1EA7n. K\xEA khai \u1EDF: ${list2(p.leaves)}.`,
  periodNotListed: (p) => `b\u1ED9 ti\xEAu ch\xED l\u1EADp cho k\u1EF3 ${list2(p.periods)}, b\xE1o c\xE1o ghi k\u1EF3 \u201C${p.period}\u201D. Ki\u1EC3m tra l\u1EA1i k\u1EF3 b\xE1o c\xE1o ho\u1EB7c phi\xEAn b\u1EA3n b\u1ED9 ti\xEAu ch\xED.`,
  unknownGroup: (p) => `kh\xF4ng c\xF3 nh\xF3m \u0111\u01A1n v\u1ECB \u201C${p.group}\u201D. Ch\u1ECDn m\u1ED9t trong: ${list2(p.groups)}.`,
  duplicateUnit: (p) => `\u0111\u01A1n v\u1ECB \u201C${p.unit}\u201D c\xF3 hai b\xE1o c\xE1o \u1EDF c\xF9ng v\xF2ng ${round3(p.round)}${p.appraiser === void 0 ? "" : `, c\xF9ng c\u1EE7a c\u01A1 quan th\u1EA9m \u0111\u1ECBnh \u201C${p.appraiser}\u201D`}. Gi\u1EEF l\u1EA1i m\u1ED9t.`,
  otherCriteria: (p) => `b\xE1o c\xE1o l\u1EADp theo b\u1ED9 ti\xEAu ch\xED \u201C${p.received}\u201D, kh\xF4ng ph\u1EA3i \u201C${p.expected}\u201D. D\xF9ng \u0111\xFAng b\u1ED9 ti\xEAu ch\xED ho\u1EB7c l\u1EADp l\u1EA1i b\xE1o c\xE1o.`,
  yearsOfTwoUnits: (p) => `k\u1EBFt qu\u1EA3 n\u0103m tr\u01B0\u1EDBc l\xE0 c\u1EE7a \u0111\u01A1n v\u1ECB \u201C${p.before}\u201D, n\u0103m sau l\xE0 c\u1EE7a \u201C${p.after}\u201D. Ch\u1ECDn hai n\u0103m c\u1EE7a c\xF9ng m\u1ED9t \u0111\u01A1n v\u1ECB.`,
  doneAboveDue: (p) => `\u0111\xE3 th\u1EF1c hi\u1EC7n ${n2(p.done)}, l\u1EDBn h\u01A1n s\u1ED1 ph\u1EA3i th\u1EF1c hi\u1EC7n ${n2(p.due)}. Ki\u1EC3m tra l\u1EA1i hai s\u1ED1, ho\u1EB7c t\xE1ch ph\u1EA7n t\u1ED3n t\u1EEB k\u1EF3 tr\u01B0\u1EDBc.`,
  pointsAboveMax: (p) => `${n2(p.points)} \u0111i\u1EC3m, cao h\u01A1n \u0111i\u1EC3m t\u1ED1i \u0111a ${n2(p.maxPoints)}. Nh\u1EADp \u0111i\u1EC3m t\u1EEB 0 \u0111\u1EBFn ${n2(p.maxPoints)}.`,
  notApplicableRefused: () => "b\u1ED9 ti\xEAu ch\xED kh\xF4ng cho tr\u1EA3 l\u1EDDi \u201Ckh\xF4ng \xE1p d\u1EE5ng\u201D. K\xEA khai s\u1ED1 li\u1EC7u.",
  notApplicableWithFigures: (p) => `v\u1EEBa khai \u201Ckh\xF4ng \xE1p d\u1EE5ng\u201D v\u1EEBa c\xF3 s\u1ED1 li\u1EC7u (${list2(p.keys)}). Gi\u1EEF m\u1ED9t trong hai.`,
  notApplicableWithoutReason: () => 'khai \u201Ckh\xF4ng \xE1p d\u1EE5ng\u201D m\xE0 ch\u01B0a n\xEAu l\xFD do. B\u1ED5 sung "reason".',
  notInThisRound: (p) => `\u201C${p.key}\u201D kh\xF4ng d\xF9ng \u1EDF v\xF2ng ${round3(p.round)}: ${reviewWords2[p.key] ?? ""}. X\xF3a m\u1EE5c n\xE0y, ho\u1EB7c s\u1EEDa l\u1EA1i v\xF2ng c\u1EE7a b\xE1o c\xE1o.`,
  oneVerdictOnly: (p) => `c\xF3 c\xF9ng l\xFAc ${list2(p.keys)}. Gi\u1EEF m\u1ED9t: ch\u1EA5p nh\u1EADn, s\u1EEDa s\u1ED1 li\u1EC7u, cho \u0111i\u1EC3m, ho\u1EB7c kh\xF4ng \xE1p d\u1EE5ng.`,
  pointsWithoutReason: () => 'cho \u0111i\u1EC3m m\xE0 ch\u01B0a n\xEAu l\xFD do. B\u1ED5 sung "reason".',
  changeWithoutReason: (p) => `v\xF2ng ${round3(p.round)} s\u1EEDa s\u1ED1 li\u1EC7u \u0111\xE3 c\xF3 (${figures2(p.before)}) m\xE0 ch\u01B0a n\xEAu l\xFD do. B\u1ED5 sung "reason", ho\u1EB7c vi\u1EBFt "accepted": true n\u1EBFu gi\u1EEF nguy\xEAn.`,
  notSelfScored: (p) => `\u0111\u01A1n v\u1ECB kh\xF4ng t\u1EF1 ch\u1EA5m ti\xEAu ch\xED n\xE0y, n\xEAn v\xF2ng ${round3(p.round)} kh\xF4ng k\xEA khai \u1EDF \u0111\xE2y. X\xF3a m\u1EE5c n\xE0y; c\u01A1 quan th\u1EA9m \u0111\u1ECBnh, kh\u1EA3o s\xE1t ho\u1EB7c l\xE3nh \u0111\u1EA1o cho \u0111i\u1EC3m sau.`,
  notItsArea: (p) => `c\u01A1 quan \u201C${p.appraiser}\u201D kh\xF4ng th\u1EA9m \u0111\u1ECBnh ti\xEAu ch\xED n\xE0y; c\u01A1 quan th\u1EA9m \u0111\u1ECBnh l\xE0 \u201C${p.owner}\u201D. X\xF3a m\u1EE5c n\xE0y, ho\u1EB7c s\u1EEDa "appraiser" c\u1EE7a b\xE1o c\xE1o.`,
  appraisedTwice: (p) => {
    const by2 = p.appraisers.map((appraiser) => appraiser === null ? "m\u1ED9t b\xE1o c\xE1o kh\xF4ng ghi c\u01A1 quan" : `\u201C${appraiser}\u201D`).join(", ");
    return `\u1EDF v\xF2ng ${round3(p.round)} c\xF3 ${p.appraisers.length} k\u1EBFt qu\u1EA3 th\u1EA9m \u0111\u1ECBnh, c\u1EE7a ${by2}. Gi\u1EEF l\u1EA1i m\u1ED9t.`;
  },
  nothingToAccept: (p) => `v\xF2ng ${round3(p.round)} ch\u1EA5p nh\u1EADn s\u1ED1 li\u1EC7u, nh\u01B0ng tr\u01B0\u1EDBc \u0111\xF3 ch\u01B0a c\xF3 s\u1ED1 li\u1EC7u n\xE0o. X\xF3a m\u1EE5c n\xE0y v\xE0 \u0111\u1EC1 ngh\u1ECB \u0111\u01A1n v\u1ECB b\xE1o c\xE1o; ti\xEAu ch\xED \u0111\u01A1n v\u1ECB kh\xF4ng t\u1EF1 ch\u1EA5m th\xEC nh\u1EADp s\u1ED1 li\u1EC7u, ho\u1EB7c cho \u0111i\u1EC3m k\xE8m l\xFD do.`,
  appraisalWithoutReport: (p) => `ti\xEAu ch\xED n\xE0y \u0111\u01B0\u1EE3c th\u1EA9m \u0111\u1ECBnh \u1EDF v\xF2ng ${round3(p.round)} m\xE0 \u0111\u01A1n v\u1ECB ch\u01B0a b\xE1o c\xE1o. \u0110\u1EC1 ngh\u1ECB \u0111\u01A1n v\u1ECB b\u1ED5 sung v\xE0o b\xE1o c\xE1o t\u1EF1 \u0111\xE1nh gi\xE1, ho\u1EB7c b\xE1o c\xE1o \u1EDF v\xF2ng gi\u1EA3i tr\xECnh.`,
  roundWithoutReport: (p) => `c\xF3 k\u1EBFt qu\u1EA3 v\xF2ng ${round3(p.round)}, nh\u01B0ng ch\u01B0a c\xF3 b\xE1o c\xE1o t\u1EF1 \u0111\xE1nh gi\xE1 c\u1EE7a \u0111\u01A1n v\u1ECB. B\u1ED5 sung b\xE1o c\xE1o t\u1EF1 \u0111\xE1nh gi\xE1 v\xE0o c\xE1c t\u1EC7p \u0111\u01B0a ra ch\u1EA5m.`,
  roundNotResolved: (p) => `v\xF2ng ${round3(p.round)} ch\u1EA5p nh\u1EADn s\u1ED1 li\u1EC7u c\u1EE7a v\xF2ng tr\u01B0\u1EDBc, n\xEAn kh\xF4ng ch\u1EA5m ri\xEAng \u0111\u01B0\u1EE3c. C\u1EA7n ch\u1EA5m c\xE1c v\xF2ng c\xF9ng nhau (scoreRounds).`,
  groupDiffers: (p) => `v\xF2ng ${round3(p.round)} ghi \u0111\u01A1n v\u1ECB thu\u1ED9c nh\xF3m \u201C${p.group}\u201D, b\xE1o c\xE1o \u0111\u1EA7u ti\xEAn ghi nh\xF3m \u201C${p.other}\u201D. S\u1EEDa cho c\xE1c v\xF2ng c\xF9ng m\u1ED9t nh\xF3m.`,
  roundsNotStated: () => 'b\u1ED9 ti\xEAu ch\xED ch\u01B0a n\xEAu c\xF3 nh\u1EEFng v\xF2ng \u0111\xE1nh gi\xE1 n\xE0o, v\xF2ng n\xE0o \u0111\u01B0\u1EE3c t\xEDnh. Khai "policies.rounds" trong b\u1ED9 ti\xEAu ch\xED, ho\u1EB7c ch\u1EA5m ri\xEAng t\u1EEBng v\xF2ng.',
  otherUnit: (p) => `k\u1EBFt qu\u1EA3 c\u1EE7a \u201C${p.received}\u201D kh\xF4ng \u0111\u1EB7t c\u1EA1nh k\u1EBFt qu\u1EA3 c\u1EE7a \u201C${p.expected}\u201D \u0111\u01B0\u1EE3c: ch\u1EC9 so s\xE1nh c\xE1c v\xF2ng c\u1EE7a m\u1ED9t \u0111\u01A1n v\u1ECB, trong m\u1ED9t nh\xF3m, m\u1ED9t k\u1EF3. B\u1ECF k\u1EBFt qu\u1EA3 n\xE0y ra.`,
  notAScore: () => "kh\xF4ng ph\u1EA3i k\u1EBFt qu\u1EA3 ch\u1EA5m \u0111i\u1EC3m theo b\u1ED9 ti\xEAu ch\xED n\xE0y, ho\u1EB7c \u0111\xE3 b\u1ECB s\u1EEDa. C\u1EA7n ch\u1EA5m \u0111i\u1EC3m l\u1EA1i t\u1EEB b\xE1o c\xE1o.",
  unknownUnit: (p) => `kh\xF4ng c\xF3 b\xE1o c\xE1o c\u1EE7a \u0111\u01A1n v\u1ECB \u201C${p.unit}\u201D. C\xE1c \u0111\u01A1n v\u1ECB c\xF3 b\xE1o c\xE1o: ${list2(p.units)}. S\u1EEDa m\xE3 \u0111\u01A1n v\u1ECB, k\u1EF3 ho\u1EB7c v\xF2ng.`,
  expectedDiffers: (p) => `k\u1EBFt qu\u1EA3 n\xEAu trong t\u1EC7p l\xE0 ${n2(p.expected)}, t\xEDnh l\u1EA1i \u0111\u01B0\u1EE3c ${n2(p.computed)}. Ki\u1EC3m tra s\u1ED1 li\u1EC7u ho\u1EB7c c\xE1ch hi\u1EC3u \xE1p d\u1EE5ng.`,
  unitNotInRegister: (p) => `danh m\u1EE5c \u0111\u01A1n v\u1ECB kh\xF4ng c\xF3 \u201C${p.unit}\u201D.${nearest2(p.nearest)} S\u1EEDa m\xE3 \u0111\u01A1n v\u1ECB, ho\u1EB7c b\u1ED5 sung \u0111\u01A1n v\u1ECB v\xE0o danh m\u1EE5c.`,
  unitNamedTwice: (p) => `t\xEAn \u201C${p.name}\u201D tr\xF9ng v\u1EDBi \u0111\u01A1n v\u1ECB \u201C${p.other}\u201D trong c\xF9ng nh\xF3m. Ph\xE2n bi\u1EC7t hai \u0111\u01A1n v\u1ECB ho\u1EB7c b\u1ECF m\u1ED9t.`,
  unitsInACircle: (p) => `c\xE1c \u0111\u01A1n v\u1ECB n\u1ED1i v\xF2ng tr\xF2n: ${[...p.units, ...p.units.slice(0, 1)].map((id2) => `\u201C${id2}\u201D`).join(" \u2192 ")}. S\u1EEDa m\u1ED9t ch\u1ED7 n\u1ED1i.`,
  unitInOtherGroup: (p) => `danh m\u1EE5c x\u1EBFp \u201C${p.name}\u201D \u1EDF nh\xF3m \u201C${p.registered}\u201D, b\xE1o c\xE1o ghi nh\xF3m \u201C${p.group}\u201D. S\u1EEDa nh\xF3m trong b\xE1o c\xE1o, ho\u1EB7c s\u1EEDa danh m\u1EE5c.`,
  unitRenamed: (p) => `b\xE1o c\xE1o ghi t\xEAn \u201C${p.name}\u201D, trong k\u1EF3 n\xE0y \u0111\u01A1n v\u1ECB mang t\xEAn \u201C${p.registered}\u201D. D\xF9ng t\xEAn trong k\u1EF3.`,
  unitNameDiffers: (p) => `b\xE1o c\xE1o ghi t\xEAn \u201C${p.name}\u201D, danh m\u1EE5c ghi \u201C${p.registered}\u201D. Ki\u1EC3m tra m\xE3 v\xE0 t\xEAn \u0111\u01A1n v\u1ECB.`,
  unitNotYet: (p) => `\u0111\u1EBFn h\u1EBFt k\u1EF3 b\xE1o c\xE1o ch\u01B0a c\xF3 \u201C${p.name}\u201D: \u0111\u01A1n v\u1ECB c\xF3 t\u1EEB ${day(p.since)}. Ki\u1EC3m tra l\u1EA1i k\u1EF3 b\xE1o c\xE1o v\xE0 \u0111\u01A1n v\u1ECB.`,
  unitEnded: (p) => `\u201C${p.name}\u201D ch\u1EC9 t\u1ED3n t\u1EA1i \u0111\u1EBFn h\u1EBFt ng\xE0y ${day(p.until)}, tr\u01B0\u1EDBc ng\xE0y cu\u1ED1i k\u1EF3. Ki\u1EC3m tra l\u1EA1i k\u1EF3 b\xE1o c\xE1o v\xE0 \u0111\u01A1n v\u1ECB.`,
  unitMerged: (p) => `\u201C${p.name}\u201D t\u1ED3n t\u1EA1i \u0111\u1EBFn h\u1EBFt ng\xE0y ${day(p.until)}, sau \u0111\xF3 nh\u1EADp v\xE0o \u201C${p.intoName}\u201D (${p.into}). B\xE1o c\xE1o theo \u0111\u01A1n v\u1ECB m\u1EDBi, ho\u1EB7c ki\u1EC3m tra l\u1EA1i k\u1EF3.`,
  unitListedAsNotRated: (p) => `danh m\u1EE5c ghi \u201C${p.name}\u201D kh\xF4ng x\u1EBFp lo\u1EA1i, x\u1EBFp h\u1EA1ng (${p.reason.vi}), b\xE1o c\xE1o kh\xF4ng ghi nh\u01B0 v\u1EADy. Th\xEAm "notRated" v\xE0o b\xE1o c\xE1o, ho\u1EB7c s\u1EEDa danh m\u1EE5c.`,
  unitListedAsRated: (p) => `b\xE1o c\xE1o ghi \u0111\u01A1n v\u1ECB kh\xF4ng x\u1EBFp lo\u1EA1i, x\u1EBFp h\u1EA1ng (${p.reason.vi}), danh m\u1EE5c kh\xF4ng ghi \u201C${p.name}\u201D nh\u01B0 v\u1EADy. B\u1ECF "notRated", ho\u1EB7c s\u1EEDa danh m\u1EE5c.`,
  periodNotRead: (p) => `kh\xF4ng \u0111\u1ECDc \u0111\u01B0\u1EE3c ng\xE0y cu\u1ED1i c\u1EE7a k\u1EF3 \u201C${p.period}\u201D, n\xEAn ch\u01B0a \u0111\u1ED1i chi\u1EBFu \u0111\u01B0\u1EE3c t\xEAn c\u0169, ng\xE0y th\xE0nh l\u1EADp, s\xE1p nh\u1EADp. Vi\u1EBFt k\u1EF3 nh\u01B0 2021, 2026-Q3 ho\u1EB7c 2025-08.`,
  registerOfOtherPeriods: (p) => `danh m\u1EE5c l\u1EADp cho k\u1EF3 ${list2(p.periods)}, b\xE1o c\xE1o c\u1EE7a k\u1EF3 \u201C${p.period}\u201D; thay \u0111\u1ED5i c\u1EE7a \u0111\u01A1n v\u1ECB trong k\u1EF3 n\xE0y c\xF3 th\u1EC3 ch\u01B0a ghi. Ki\u1EC3m tra l\u1EA1i danh m\u1EE5c.`,
  reportsMissing: (p) => `nh\xF3m \u201C${p.group.vi}\u201D: ${p.units.length} trong ${p.listed} \u0111\u01A1n v\u1ECB ch\u01B0a g\u1EEDi b\xE1o c\xE1o k\u1EF3 \u201C${p.period}\u201D, v\xF2ng \u201C${p.round}\u201D${namesUnlessAll2(p)}. Ki\u1EC3m tra v\xE0 nh\u1EAFc c\xE1c \u0111\u01A1n v\u1ECB n\xE0y.`,
  moveNotAllowed: (p) => `phi\u1EBFu \u0111ang \u1EDF tr\u1EA1ng th\xE1i \u201C${p.from.vi}\u201D, kh\xF4ng chuy\u1EC3n sang \u201C${p.to.vi}\u201D \u0111\u01B0\u1EE3c. Ch\u1ECDn m\u1ED9t trong: ${list2(p.allowed.map(({ vi }) => vi))}.`,
  moveOfOther: (p) => `b\u01B0\u1EDBc n\xE0y thu\u1ED9c ${actors[p.expected] ?? p.expected}, nh\u1EADt k\xFD ghi ${actors[p.by] ?? p.by}. S\u1EEDa ng\u01B0\u1EDDi th\u1EF1c hi\u1EC7n.`,
  moveWithoutReason: (p) => `chuy\u1EC3n phi\u1EBFu sang \u201C${p.to.vi}\u201D ph\u1EA3i n\xEAu l\xFD do. B\u1ED5 sung "reason".`,
  daysOutOfOrder: (p) => `ng\xE0y ${day(p.later)} \u0111\u1EE9ng tr\u01B0\u1EDBc ng\xE0y ${day(p.earlier)}, trong khi ph\u1EA3i b\u1EB1ng ho\u1EB7c sau. Ki\u1EC3m tra l\u1EA1i hai ng\xE0y.`,
  documentOutsideWindow: (p) => `t\xE0i li\u1EC7u ban h\xE0nh ng\xE0y ${day(p.issuedOn)}, ngo\xE0i th\u1EDDi gian t\xEDnh cho k\u1EF3 \u201C${p.period}\u201D (${day(p.from)} \u0111\u1EBFn ${day(p.to)}). Ki\u1EC3m tra ng\xE0y ban h\xE0nh, ho\u1EB7c d\xF9ng t\xE0i li\u1EC7u kh\xE1c.`,
  partsDoNotAddUp: (p) => `c\xE1c ph\u1EA7n c\u1ED9ng l\u1EA1i \u0111\u01B0\u1EE3c ${n2(p.parts)}, kh\xF4ng b\u1EB1ng \u0111i\u1EC3m t\u1ED1i \u0111a ${n2(p.whole)} (l\u1EC7ch ${n2(p.difference)}). \u0110\u1ED1i chi\u1EBFu t\u1EEBng \u0111i\u1EC3m t\u1ED1i \u0111a v\u1EDBi v\u0103n b\u1EA3n.`,
  cannotReachMax: (p) => `c\xE1ch ch\u1EA5m \u0111i\u1EC3m ch\u1EC9 cho cao nh\u1EA5t ${n2(p.best)} \u0111i\u1EC3m, kh\xF4ng t\u1EDBi \u0111i\u1EC3m t\u1ED1i \u0111a ${n2(p.maxPoints)}; kh\xF4ng \u0111\u01A1n v\u1ECB n\xE0o \u0111\u1EA1t \u0111i\u1EC3m t\u1ED1i \u0111a. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  partsEarnAboveMax: (p) => `c\xE1c ph\u1EA7n c\u1ED9ng l\u1EA1i cho ${n2(p.best)} \u0111i\u1EC3m, cao h\u01A1n \u0111i\u1EC3m t\u1ED1i \u0111a ${n2(p.maxPoints)}. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  earnsAboveMax: (p) => `${p.what} cho ${n2(p.best)} \u0111i\u1EC3m, cao h\u01A1n \u0111i\u1EC3m t\u1ED1i \u0111a ${n2(p.maxPoints)}. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  duplicateCode: (p) => `m\xE3 \u201C${p.code}\u201D d\xF9ng cho hai m\u1EE5c. M\u1ED7i m\xE3 ch\u1EC9 d\xF9ng m\u1ED9t l\u1EA7n.`,
  codeNotNested: (p) => `m\xE3 \u201C${p.code}\u201D n\u1EB1m d\u01B0\u1EDBi \u201C${p.parent}\u201D nh\u01B0ng kh\xF4ng b\u1EAFt \u0111\u1EA7u b\u1EB1ng \u201C${p.parent}.\u201D. S\u1EEDa m\xE3 ho\u1EB7c chuy\u1EC3n m\u1EE5c.`,
  leavesAlike: (p) => `tr\xF9ng t\xEAn v\u1EDBi m\u1EE5c \u201C${p.other}\u201D trong c\xF9ng nh\xF3m. Ph\xE2n bi\u1EC7t hai m\u1EE5c ho\u1EB7c b\u1ECF m\u1ED9t.`,
  formerlyClaimedTwice: (p) => `m\xE3 c\u0169 \u201C${p.code}\u201D \u0111\xE3 do m\u1EE5c \u201C${p.other}\u201D nh\u1EADn. M\u1ED7i ti\xEAu ch\xED c\u0169 ch\u1EC9 c\xF3 m\u1ED9t m\u1EE5c k\u1EBF th\u1EEBa; s\u1EEDa ho\u1EB7c b\u1ECF \u201Cformerly\u201D \u1EDF m\u1ED9t trong hai m\u1EE5c.`,
  measureDoesNotFit: (p) => `c\xE1ch ch\u1EA5m \u201C${p.kind}\u201D kh\xF4ng d\xF9ng \u0111\u01B0\u1EE3c v\u1EDBi s\u1ED1 \u0111o \u201C${p.measure}\u201D. D\xF9ng \u0111\u01B0\u1EE3c: ${list2(p.fitting)}. \u0110\u1ED5i s\u1ED1 \u0111o ho\u1EB7c c\xE1ch ch\u1EA5m.`,
  worseEarnsMore: (p) => `${p.worse} k\xE9m h\u01A1n ${p.better} m\xE0 \u0111\u01B0\u1EE3c nhi\u1EC1u \u0111i\u1EC3m h\u01A1n. S\u1EAFp x\u1EBFp l\u1EA1i t\u1EEB t\u1ED1t \u0111\u1EBFn k\xE9m, ho\u1EB7c s\u1EEDa \u0111i\u1EC3m.`,
  duplicateOption: (p) => `\u201C${p.option}\u201D xu\u1EA5t hi\u1EC7n hai l\u1EA7n. M\u1ED7i t\xEAn ch\u1EC9 d\xF9ng m\u1ED9t l\u1EA7n.`,
  reservedOption: (p) => `\u201C${p.option}\u201D l\xE0 t\xEAn d\xE0nh ri\xEAng c\u1EE7a m\u1EABu b\xE1o c\xE1o. \u0110\u1EB7t t\xEAn kh\xE1c.`,
  bandGap: (p) => `c\xF3 kho\u1EA3ng tr\u1ED1ng gi\u1EEFa ${p.between} v\xE0 ${p.and}: gi\xE1 tr\u1ECB r\u01A1i v\xE0o \u0111\xF3 kh\xF4ng c\xF3 \u0111i\u1EC3m. N\u1ED1i li\u1EC1n hai m\u1EE9c.`,
  bandOverlap: (p) => `${p.between} v\xE0 ${p.and} ch\u1ED3ng l\xEAn nhau: c\xF3 gi\xE1 tr\u1ECB r\u01A1i v\xE0o c\u1EA3 hai m\u1EE9c. S\u1EEDa l\u1EA1i ranh gi\u1EDBi.`,
  bandEmpty: (p) => `m\u1EE9c ${p.band} kh\xF4ng ch\u1EE9a gi\xE1 tr\u1ECB n\xE0o. S\u1EEDa l\u1EA1i ranh gi\u1EDBi.`,
  bandsOutOfOrder: (p) => `c\xE1c m\u1EE9c ph\u1EA3i x\u1EBFp t\u1EEB t\u1ED1t \u0111\u1EBFn k\xE9m, t\u1EE9c l\xE0 gi\xE1 tr\u1ECB ${p.better === "higher" ? "gi\u1EA3m" : "t\u0103ng"} d\u1EA7n. \u0110\u1EA3o l\u1EA1i th\u1EE9 t\u1EF1.`,
  boundNotWhole: (p) => `ranh gi\u1EDBi ${n2(p.received)} kh\xF4ng ph\u1EA3i s\u1ED1 nguy\xEAn, m\xE0 s\u1ED1 \u0111o n\xE0y ch\u1EC9 c\xF3 gi\xE1 tr\u1ECB nguy\xEAn. Vi\u1EBFt ranh gi\u1EDBi b\u1EB1ng s\u1ED1 nguy\xEAn.`,
  bandTwoBounds: (p) => `m\u1EE9c ${p.band} c\xF3 hai ranh gi\u1EDBi \u1EDF c\xF9ng m\u1ED9t ph\xEDa. Gi\u1EEF m\u1ED9t.`,
  floorAboveTarget: (p) => `m\u1EE9c t\u1ED1i thi\u1EC3u ${n2(p.floor)} cao h\u01A1n m\u1EE9c \u0111\u1EA1t t\u1ED1i \u0111a ${n2(p.target)}. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  thresholdOutOfReach: (p) => `\u201C${p.key}\u201D l\xE0 ${n2(p.received)}, m\xE0 s\u1ED1 \u0111o n\xE0y cao nh\u1EA5t l\xE0 ${n2(p.most)}; kh\xF4ng \u0111\u01A1n v\u1ECB n\xE0o \u0111\u1EA1t \u0111\u01B0\u1EE3c. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  thresholdNotPositive: (p) => `\u201C${p.key}\u201D l\xE0 ${n2(p.received)}, ph\u1EA3i l\u1EDBn h\u01A1n 0.`,
  unknownCount: (p) => `kh\xF4ng c\xF3 s\u1ED1 \u0111\u1EBFm \u201C${p.count}\u201D. C\xE1c s\u1ED1 \u0111\u1EBFm \u0111\xE3 khai: ${list2(p.counts)}. S\u1EEDa t\xEAn, ho\u1EB7c khai th\xEAm s\u1ED1 \u0111\u1EBFm.`,
  unknownSource: (p) => `kh\xF4ng c\xF3 ngu\u1ED3n \u201C${p.source}\u201D. C\xE1c ngu\u1ED3n \u0111\xE3 khai: ${list2(p.sources)}. S\u1EEDa t\xEAn, ho\u1EB7c khai th\xEAm ngu\u1ED3n.`,
  officialWithoutSource: () => 'm\u1EE5c n\xE0y ghi l\xE0 \u201Cofficial\u201D nh\u01B0ng ch\u01B0a n\xEAu \u0111\u1EE7 ngu\u1ED3n. Th\xEAm "source" v\xE0 "locator" ch\u1EC9 ch\u1ED7 trong v\u0103n b\u1EA3n.',
  notOfficial: (p) => `t\u1EC7p ghi l\xE0 \u201Cofficial\u201D nh\u01B0ng m\u1EE5c n\xE0y c\xF3 \u0111\u1ED9 tin c\u1EADy \u201C${p.confidence}\u201D. N\xEAu v\u1ECB tr\xED trong v\u0103n b\u1EA3n, ho\u1EB7c ghi t\u1EC7p l\xE0 \u201Creconstruction\u201D; quy \u0111\u1ECBnh hay c\xE1ch ch\u1EA5m m\xE0 v\u0103n b\u1EA3n kh\xF4ng n\xF3i th\xEC ghi \u201Cinferred\u201D k\xE8m \u201Cnote\u201D.`,
  nothingDueUnstated: () => 'm\u1EABu s\u1ED1 c\xF3 th\u1EC3 b\u1EB1ng 0 m\xE0 ch\u01B0a n\xF3i khi \u0111\xF3 ch\u1EA5m th\u1EBF n\xE0o. Khai "nothingDue": "fullPoints", "zero", "leaveOut" ho\u1EB7c "splitEqually".',
  nothingDueNeverHappens: () => 'c\xE1ch ch\u1EA5m n\xE0y kh\xF4ng bao gi\u1EDD g\u1EB7p m\u1EABu s\u1ED1 b\u1EB1ng 0. B\u1ECF "nothingDue".',
  notDoneUnstated: () => 'vi\u1EC7c c\xF3 th\u1EC3 kh\xF4ng \u0111\u01B0\u1EE3c th\u1EF1c hi\u1EC7n m\xE0 ch\u01B0a n\xF3i khi \u0111\xF3 \u0111\u01B0\u1EE3c m\u1EA5y \u0111i\u1EC3m. Khai "notDone".',
  notDoneNeverHappens: () => 's\u1ED1 \u0111o n\xE0y lu\xF4n c\xF3 gi\xE1 tr\u1ECB. B\u1ECF "notDone".',
  monitoredWithPoints: (p) => `m\u1EE5c ch\u1EC9 theo d\xF5i m\xE0 c\xF3 ${n2(p.maxPoints)} \u0111i\u1EC3m. \u0110\u1EB7t \u0111i\u1EC3m t\u1ED1i \u0111a l\xE0 0, ho\u1EB7c b\u1ECF "monitored".`,
  noticeMissing: () => 'kh\xF4ng ph\u1EA3i v\u0103n b\u1EA3n ch\xEDnh th\u1EE9c th\xEC ph\u1EA3i c\xF3 "notice" \u0111\u1EC3 n\xF3i r\xF5 v\u1EDBi ng\u01B0\u1EDDi \u0111\u1ECDc.',
  stillOpen: (p) => `${openWords[p.what].vi} c\xF2n \u0111\u1EC3 tr\u1ED1ng (null). \u0110i\u1EC1n theo v\u0103n b\u1EA3n g\u1ED1c, k\xE8m ngu\u1ED3n, th\xEC m\u1EDBi ch\u1EA5m \u0111i\u1EC3m \u0111\u01B0\u1EE3c.`,
  unknownAppraiser: (p) => `b\u1ED9 ti\xEAu ch\xED kh\xF4ng khai c\u01A1 quan th\u1EA9m \u0111\u1ECBnh \u201C${p.appraiser}\u201D. C\xE1c c\u01A1 quan \u0111\xE3 khai: ${list2(p.appraisers)}. S\u1EEDa t\xEAn, ho\u1EB7c khai th\xEAm \u1EDF "appraisers" c\u1EE7a b\u1ED9 ti\xEAu ch\xED.`,
  beyondMaxWithoutCap: (p) => `${p.beyondMax === "bonus" ? "\u0111i\u1EC3m c\u1ED9ng" : "\u0111i\u1EC3m tr\u1EEB"} kh\xF4ng c\xF3 m\u1EE9c tr\u1EA7n (maxPoints l\xE0 0). B\u1ED5 sung s\u1ED1 \u0111i\u1EC3m nhi\u1EC1u nh\u1EA5t ${p.beyondMax === "bonus" ? "\u0111\u01B0\u1EE3c c\u1ED9ng" : "b\u1ECB tr\u1EEB"}.`,
  beyondMaxNested: (p) => `${p.beyondMax === "bonus" ? "\u0111i\u1EC3m c\u1ED9ng" : "\u0111i\u1EC3m tr\u1EEB"} n\u1EB1m b\xEAn trong m\u1ED9t l\u0129nh v\u1EF1c. S\u1EEDa l\u1EA1i: \u0111\u01B0a m\u1EE5c n\xE0y l\xEAn ngang h\xE0ng v\u1EDBi c\xE1c l\u0129nh v\u1EF1c.`,
  rescaledToOther: (p) => `m\u1EE5c n\xE0y t\u1ED1i \u0111a ${n2(p.maxPoints)} \u0111i\u1EC3m, nh\u01B0ng khi c\xF3 ph\u1EA7n kh\xF4ng t\xEDnh th\xEC ph\u1EA7n c\xF2n l\u1EA1i quy \u0111\u1ED5i v\u1EC1 ${n2(p.points)} \u0111i\u1EC3m. \u0110\u1ED1i chi\u1EBFu l\u1EA1i v\u0103n b\u1EA3n.`,
  roundNotHeld: (p) => `b\u1ED9 ti\xEAu ch\xED kh\xF4ng c\xF3 v\xF2ng ${round3(p.round)}. C\xE1c v\xF2ng: ${list2(p.rounds)}. S\u1EEDa l\u1EA1i v\xF2ng.`,
  unknownReading: (p) => `kh\xF4ng c\xF3 c\xE1ch hi\u1EC3u \u201C${p.reading}\u201D. C\xE1c c\xE1ch hi\u1EC3u: ${list2(p.readings)}.`,
  noInterpretation: (p) => `ti\xEAu ch\xED \u201C${p.code}\u201D kh\xF4ng c\xF3 c\xE1ch hi\u1EC3u n\xE0o \u0111\u1EC3 ch\u1ECDn. B\u1ECF l\u1EF1a ch\u1ECDn n\xE0y.`,
  noGrading: () => "b\u1ED9 ti\xEAu ch\xED n\xE0y kh\xF4ng c\xF3 quy \u0111\u1ECBnh x\u1EBFp lo\u1EA1i. B\u1ECF ph\u1EA7n n\xE0y, ho\u1EB7c d\xF9ng b\u1ED9 ti\xEAu ch\xED c\xF3 m\u1EE5c \u201Cgrading\u201D.",
  groupWithoutGrades: (p) => `nh\xF3m \u0111\u01A1n v\u1ECB \u201C${p.group}\u201D ch\u01B0a c\xF3 c\xE1c m\u1EE9c x\u1EBFp lo\u1EA1i. B\u1ED5 sung nh\xF3m n\xE0y v\xE0o m\u1ED9t m\u1EE5c c\u1EE7a \u201Cscales\u201D.`,
  unknownGrade: (p) => `kh\xF4ng c\xF3 m\u1EE9c x\u1EBFp lo\u1EA1i \u201C${p.grade}\u201D. C\xE1c m\u1EE9c c\u1EE7a nh\xF3m \u0111\u01A1n v\u1ECB n\xE0y: ${list2(p.grades)}. S\u1EEDa t\xEAn m\u1EE9c.`,
  gradeGap: (p) => `gi\u1EEFa ${p.between} v\xE0 ${p.and} c\xF3 kho\u1EA3ng tr\u1ED1ng: \u0111i\u1EC3m r\u01A1i v\xE0o \u0111\xF3 kh\xF4ng thu\u1ED9c m\u1EE9c x\u1EBFp lo\u1EA1i n\xE0o. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n; \u0111\u01A1n v\u1ECB r\u01A1i v\xE0o \u0111\xF3 s\u1EBD ch\u1EDD c\u1EA5p c\xF3 th\u1EA9m quy\u1EC1n quy\u1EBFt \u0111\u1ECBnh.`,
  lowestGradeConditional: (p) => `m\u1EE9c th\u1EA5p nh\u1EA5t \u201C${p.grade}\u201D c\xF3 \u0111i\u1EC1u ki\u1EC7n: \u0111\u01A1n v\u1ECB kh\xF4ng \u0111\u1EA1t \u0111i\u1EC1u ki\u1EC7n \u0111\xF3 s\u1EBD kh\xF4ng thu\u1ED9c m\u1EE9c n\xE0o. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  unknownFact: (p) => `kh\xF4ng c\xF3 s\u1ED1 li\u1EC7u x\xE9t \u0111i\u1EC1u ki\u1EC7n \u201C${p.fact}\u201D. C\xE1c s\u1ED1 li\u1EC7u \u0111\xE3 khai trong \u201Cfacts\u201D: ${list2(p.facts)}. S\u1EEDa t\xEAn.`,
  factNeedsCohort: (p) => `s\u1ED1 \u0111o \u201C${p.measure}\u201D ph\u1EE5 thu\u1ED9c c\xE1c \u0111\u01A1n v\u1ECB kh\xE1c, kh\xF4ng d\xF9ng \u0111\u1EC3 x\xE9t \u0111i\u1EC1u ki\u1EC7n \u0111\u01B0\u1EE3c. D\xF9ng s\u1ED1 \u0111o t\xEDnh t\u1EEB s\u1ED1 li\u1EC7u c\u1EE7a ch\xEDnh \u0111\u01A1n v\u1ECB.`,
  factNothingDueUnstated: () => 'm\u1EABu s\u1ED1 c\xF3 th\u1EC3 b\u1EB1ng 0 m\xE0 ch\u01B0a n\xF3i khi \u0111\xF3 \u0111i\u1EC1u ki\u1EC7n c\xF3 \u0111\u1EA1t hay kh\xF4ng. Khai "nothingDue": "holds", "fails" ho\u1EB7c "undecided".',
  boundMissing: () => '\u0111i\u1EC1u ki\u1EC7n ch\u01B0a c\xF3 ranh gi\u1EDBi n\xE0o. Khai "atLeast", "moreThan", "lessThan" ho\u1EB7c "atMost".',
  unknownEvent: (p) => `kh\xF4ng c\xF3 s\u1EF1 ki\u1EC7n \u201C${p.event}\u201D. C\xE1c s\u1EF1 ki\u1EC7n khai \u0111\u01B0\u1EE3c: ${list2(p.events)}. S\u1EEDa t\xEAn ho\u1EB7c x\xF3a m\u1EE5c n\xE0y.`,
  forcedNotLowest: (p) => `s\u1EF1 ki\u1EC7n bu\u1ED9c x\u1EBFp m\u1EE9c \u201C${p.grade}\u201D, kh\xF4ng ph\u1EA3i m\u1EE9c th\u1EA5p nh\u1EA5t (${list2(p.lowest)}). D\xF9ng "caps" n\u1EBFu ch\u1EC9 l\xE0 kh\xF4ng x\u1EBFp cao h\u01A1n m\u1EE9c n\xE0y, ho\u1EB7c s\u1EEDa t\xEAn m\u1EE9c.`,
  quotaOfLowest: (p) => `t\u1EF7 l\u1EC7 kh\u1ED1ng ch\u1EBF \u0111\u1EB7t cho m\u1EE9c th\u1EA5p nh\u1EA5t \u201C${p.grade}\u201D: \u0111\u01A1n v\u1ECB v\u01B0\u1EE3t t\u1EF7 l\u1EC7 kh\xF4ng c\xF2n m\u1EE9c n\xE0o b\xEAn d\u01B0\u1EDBi. \u0110\u1ED1i chi\u1EBFu v\u1EDBi v\u0103n b\u1EA3n.`,
  quotaWithoutBase: (p) => `t\u1EF7 l\u1EC7 kh\u1ED1ng ch\u1EBF \u201C${p.quota}\u201D t\xEDnh tr\xEAn s\u1ED1 \u0111\u01A1n v\u1ECB b\u1EB1ng 0, trong khi \u0111\u1EC1 ngh\u1ECB ${n2(p.proposed)} \u0111\u01A1n v\u1ECB. C\u1EA7n c\u1EA5p c\xF3 th\u1EA9m quy\u1EC1n quy\u1EBFt \u0111\u1ECBnh c\xE1c \u0111\u01A1n v\u1ECB n\xE0y.`,
  badEditionId: (p) => `\u201C${p.id}\u201D kh\xF4ng ph\u1EA3i t\xEAn phi\xEAn b\u1EA3n b\u1ED9 ti\xEAu ch\xED. T\xEAn g\u1ED3m ch\u1EEF th\u01B0\u1EDDng, s\u1ED1, g\u1EA1ch n\u1ED1i v\xE0 g\u1EA1ch ch\xE9o; \u0111\u01B0\u1EDDng d\u1EABn t\u1EC7p th\xEC k\u1EBFt th\xFAc b\u1EB1ng .json. Xem danh m\u1EE5c b\u1EB1ng l\u1EC7nh editions.`,
  unknownEdition: (p) => `kh\xF4ng c\xF3 phi\xEAn b\u1EA3n \u201C${p.id}\u201D trong danh m\u1EE5c, c\u0169ng kh\xF4ng c\xF3 t\u1EC7p t\xEAn nh\u01B0 v\u1EADy.${p.nearest.length > 0 ? ` C\xF3 ph\u1EA3i ${list2(p.nearest)}?` : ""} Xem danh m\u1EE5c b\u1EB1ng l\u1EC7nh editions.`,
  structureOnly: (p) => `\u201C${p.id}\u201D m\u1EDBi c\xF3 c\u1EA5u tr\xFAc, ch\u01B0a c\xF3 c\xE1ch ch\u1EA5m t\u1EEBng ti\xEAu ch\xED, n\xEAn ch\u01B0a ch\u1EA5m \u0111i\u1EC3m \u0111\u01B0\u1EE3c. C\u1EA7n v\u0103n b\u1EA3n g\u1ED1c \u0111\u1EC3 ho\xE0n thi\u1EC7n.`,
  editionHoldsOther: (p) => p.holds === "units" && p.wanted === "criteria" ? `\u201C${p.id}\u201D l\xE0 danh m\u1EE5c \u0111\u01A1n v\u1ECB, kh\xF4ng ph\u1EA3i b\u1ED9 ti\xEAu ch\xED. D\xF9ng n\xF3 v\u1EDBi --units, ho\u1EB7c ch\u1ECDn m\u1ED9t b\u1ED9 ti\xEAu ch\xED b\u1EB1ng l\u1EC7nh editions.` : `\u201C${p.id}\u201D l\xE0 ${editionWords2[p.holds]}, kh\xF4ng ph\u1EA3i ${editionWords2[p.wanted]}. Ch\u1ECDn m\u1ED9t ${editionWords2[p.wanted]} b\u1EB1ng l\u1EC7nh editions, ho\u1EB7c d\xF9ng \u0111\u01B0\u1EDDng d\u1EABn t\u1EC7p.`,
  editionChanged: (p) => `n\u1ED9i dung phi\xEAn b\u1EA3n \u201C${p.id}\u201D kh\xF4ng kh\u1EDBp m\xE3 b\u0103m trong danh m\u1EE5c (c\u1EA7n ${p.expected}, th\u1EA5y ${p.found}). C\xE0i l\u1EA1i g\xF3i, ho\u1EB7c d\xF9ng \u0111\u01B0\u1EDDng d\u1EABn t\u1EC7p.`,
  notARecord: () => "kh\xF4ng ph\u1EA3i h\u1ED3 s\u01A1 ni\xEAm phong: kh\xF4ng c\xF3 b\u1EA3n ghi n\xE0o. Ch\u1ECDn t\u1EC7p do l\u1EC7nh seal ghi ra.",
  recordNotUtf8: () => "d\xF2ng n\xE0y kh\xF4ng c\xF2n l\xE0 ch\u1EEF m\xE3 UTF-8: t\u1EC7p \u0111\xE3 h\u1ECFng ho\u1EB7c b\u1ECB s\u1EEDa. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.",
  recordNotNfc: () => "ch\u1EEF \u1EDF d\u1EA1ng t\xE1ch d\u1EA5u (NFD), h\u1ED3 s\u01A1 ch\u1EC9 ch\u1EE9a d\u1EA1ng d\u1EF1ng s\u1EB5n (NFC): n\u1ED9i dung \u0111\xE3 b\u1ECB chuy\u1EC3n d\u1EA1ng sau khi ni\xEAm phong. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.",
  recordNotWhole: () => "c\xF3 s\u1ED1 l\u1EBB ho\u1EB7c s\u1ED1 qu\xE1 l\u1EDBn vi\u1EBFt th\u1EB3ng trong JSON; h\u1ED3 s\u01A1 ghi s\u1ED1 l\u1EBB b\u1EB1ng ch\u1EEF \u0111\u1EC3 kh\xF4ng m\u1EA5t ch\u1EEF s\u1ED1. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.",
  lineUnknown: () => "d\xF2ng n\xE0y kh\xF4ng ph\u1EA3i b\u1EA3n ghi, g\u1ED1c hay ch\u1EEF k\xFD. Xem c\xF3 ph\u1EA7n n\xE0o \u0111\u01B0\u1EE3c th\xEAm v\xE0o t\u1EC7p sau khi ni\xEAm phong kh\xF4ng.",
  lineRearranged: () => "d\xF2ng n\xE0y kh\xF4ng vi\u1EBFt \u0111\xFAng d\u1EA1ng chu\u1EA9n t\u1EAFc (th\u1EE9 t\u1EF1 kh\xF3a hay kho\u1EA3ng tr\u1EAFng \u0111\xE3 \u0111\u1ED5i), n\u1ED9i dung v\u1EABn nguy\xEAn v\u1EB9n. N\xEAn d\xF9ng b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.",
  entryChanged: (p) => `n\u1ED9i dung b\u1EA3n ghi kh\xF4ng kh\u1EDBp m\xE3 b\u0103m c\u1EE7a n\xF3 (c\u1EA7n ${p.expected}, th\u1EA5y ${p.found}): b\u1EA3n ghi \u0111\xE3 b\u1ECB s\u1EEDa sau khi ni\xEAm phong. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  partChanged: (p) => `ph\u1EA7n \u201C${p.part}\u201D c\u1EE7a b\u1EA3n ghi \u0111\xE3 b\u1ECB s\u1EEDa sau khi ni\xEAm phong. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p, ho\u1EB7c h\u1ECFi \u0111\u01A1n v\u1ECB \u0111\xE3 ghi.`,
  entryOutOfOrder: (p) => `\u0111\u1EBFn l\u01B0\u1EE3t b\u1EA3n ghi s\u1ED1 ${p.expected}, l\u1EA1i th\u1EA5y s\u1ED1 ${p.found}: c\xF3 b\u1EA3n ghi b\u1ECB b\u1ECF, th\xEAm ho\u1EB7c \u0111\u1ED5i ch\u1ED7. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  chainBroken: (p) => `b\u1EA3n ghi n\xE0y n\u1ED1i v\xE0o m\u1ED9t b\u1EA3n ghi s\u1ED1 ${p.before} kh\xE1c v\u1EDBi b\u1EA3n ghi \u0111ang c\xF3: m\u1ED9t trong hai \u0111\xE3 b\u1ECB thay. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  correctsNothing: (p) => `\u0111\xEDnh ch\xEDnh ho\u1EB7c r\xFAt b\u1EA3n ghi s\u1ED1 ${p.number}, nh\u01B0ng kh\xF4ng c\xF3 b\u1EA3n ghi nh\u01B0 v\u1EADy c\xF2n hi\u1EC7u l\u1EF1c tr\u01B0\u1EDBc \u0111\xF3. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  textChanged: () => "v\u0103n b\u1EA3n ghi k\xE8m kh\xF4ng kh\u1EDBp m\xE3 b\u0103m trong b\u1EA3n ghi: t\xEAn, t\xE0i li\u1EC7u ho\u1EB7c ghi ch\xFA n\xE0y \u0111\xE3 b\u1ECB s\u1EEDa. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.",
  strayText: (p) => `v\u0103n b\u1EA3n ghi k\xE8m (m\xE3 b\u0103m ${p.digest}) kh\xF4ng thu\u1ED9c ch\u1ED7 n\xE0o trong b\u1EA3n ghi. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  headMissing: (p) => `sau ${p.entries} b\u1EA3n ghi, t\u1EC7p h\u1EBFt m\xE0 kh\xF4ng c\xF3 d\xF2ng ghi g\u1ED1c: ph\u1EA7n cu\u1ED1i t\u1EC7p c\xF3 th\u1EC3 \u0111\xE3 b\u1ECB c\u1EAFt. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  headOfOtherSize: (p) => `d\xF2ng g\u1ED1c ghi ${p.size} b\u1EA3n ghi, trong t\u1EC7p c\xF3 ${p.entries} b\u1EA3n ghi tr\u01B0\u1EDBc n\xF3: c\xF3 b\u1EA3n ghi b\u1ECB b\u1ECF ho\u1EB7c th\xEAm. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  headDiffers: (p) => `g\u1ED1c ghi trong t\u1EC7p (${p.expected}) kh\xF4ng ph\u1EA3i g\u1ED1c t\xEDnh t\u1EEB c\xE1c b\u1EA3n ghi (${p.found}). \u0110\u1ED1i chi\u1EBFu v\u1EDBi g\u1ED1c \u0111\xE3 in khi c\xF4ng b\u1ED1.`,
  rootNotFound: (p) => `g\u1ED1c \u0111\xE3 in ${p.root} kh\xF4ng ph\u1EA3i g\u1ED1c c\u1EE7a h\u1ED3 s\u01A1 n\xE0y, c\u0169ng kh\xF4ng ph\u1EA3i c\u1EE7a ph\u1EA7n \u0111\u1EA7u n\xE0o c\u1EE7a n\xF3. Ki\u1EC3m tra l\u1EA1i ch\u1EEF s\u1ED1 \u0111\xE3 nh\u1EADp; n\u1EBFu \u0111\xFAng, \u0111\xE2y kh\xF4ng ph\u1EA3i h\u1ED3 s\u01A1 \u0111\xE3 c\xF4ng b\u1ED1.`,
  rootOfBeginning: (p) => `g\u1ED1c \u0111\xE3 in ${p.root} l\xE0 g\u1ED1c c\u1EE7a ${p.size} b\u1EA3n ghi \u0111\u1EA7u; t\u1EEB \u0111\xF3 \u0111\u1EBFn nay h\u1ED3 s\u01A1 c\xF3 ${p.entries} b\u1EA3n ghi. Xem c\xE1c b\u1EA3n ghi \u0111\xEDnh ch\xEDnh th\xEAm sau.`,
  badRoot: (p) => `\u201C${p.received}\u201D kh\xF4ng ph\u1EA3i g\u1ED1c: c\u1EA7n \u0111\xFAng 64 ch\u1EEF s\u1ED1 th\u1EADp l\u1EE5c ph\xE2n (0\u20139, a\u2013f). Nh\u1EADp l\u1EA1i g\u1ED1c \u0111\xE3 in.`,
  signatureBroken: (p) => `ch\u1EEF k\xFD c\u1EE7a \u201C${p.signer}\u201D kh\xF4ng \u0111\xFAng v\u1EDBi kh\xF3a c\xF4ng khai \u0111\xE3 cho: g\u1ED1c, ng\u01B0\u1EDDi k\xFD ho\u1EB7c ng\xE0y k\xFD \u0111\xE3 b\u1ECB s\u1EEDa. Ki\u1EC3m tra l\u1EA1i kh\xF3a v\xE0 b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  signatureOfOtherHead: (p) => `ch\u1EEF k\xFD c\u1EE7a \u201C${p.signer}\u201D k\xFD m\u1ED9t g\u1ED1c kh\xF4ng c\xF3 trong h\u1ED3 s\u01A1 n\xE0y. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a t\u1EC7p.`,
  signatureMissing: (p) => `kh\xF4ng c\xF3 ch\u1EEF k\xFD n\xE0o c\u1EE7a kh\xF3a ${p.keyId}. Ki\u1EC3m tra c\xF3 \u0111\xFAng kh\xF3a c\xF4ng khai c\u1EE7a ng\u01B0\u1EDDi k\xFD kh\xF4ng.`,
  notAKey: (p) => `${keyFault2[p.why]}. D\xF9ng t\u1EC7p kh\xF3a Ed25519 d\u1EA1ng PEM do l\u1EC7nh keygen ho\u1EB7c openssl ghi ra.`,
  secretTooShort: (p) => `b\xED m\u1EADt d\xF9ng \u0111\u1EC3 che v\u0103n b\u1EA3n c\u1EA7n \xEDt nh\u1EA5t ${p.least} k\xFD t\u1EF1. T\u1EA1o m\u1ED9t chu\u1ED7i ng\u1EABu nhi\xEAn d\xE0i h\u01A1n v\xE0 gi\u1EEF k\xEDn.`,
  nothingToRecord: () => "kh\xF4ng c\xF3 g\xEC kh\xE1c v\u1EDBi h\u1ED3 s\u01A1 \u0111\xE3 ni\xEAm phong, n\xEAn kh\xF4ng c\xF3 g\xEC \u0111\u1EC3 ghi th\xEAm. Ki\u1EC3m tra l\u1EA1i c\xE1c b\xE1o c\xE1o \u0111\xE3 n\xEAu.",
  correctionWithoutReason: (p) => `${p.entries} b\u1EA3n ghi s\u1EBD b\u1ECB \u0111\xEDnh ch\xEDnh ho\u1EB7c r\xFAt m\xE0 ch\u01B0a n\xEAu l\xFD do. N\xEAu l\xFD do b\u1EB1ng --reason.`,
  recordRedacted: (p) => `h\u1ED3 s\u01A1 \u0111\xE3 \u1EA9n ${p.withheld} v\u0103n b\u1EA3n, n\xEAn kh\xF4ng ghi n\u1ED1i ti\u1EBFp \u0111\u01B0\u1EE3c. D\xF9ng b\u1EA3n \u0111\u1EA7y \u0111\u1EE7 c\u1EE7a h\u1ED3 s\u01A1.`,
  criteriaNotRecorded: () => "h\u1ED3 s\u01A1 kh\xF4ng ghi b\u1ED9 ti\xEAu ch\xED n\xE0o, n\xEAn kh\xF4ng t\xEDnh l\u1EA1i \u0111\u01B0\u1EE3c. D\xF9ng b\u1EA3n \u0111\u1EA7y \u0111\u1EE7 c\u1EE7a h\u1ED3 s\u01A1.",
  criteriaDigestDiffers: (p) => `h\u1ED3 s\u01A1 ch\u1EA5m theo b\u1ED9 ti\xEAu ch\xED c\xF3 m\xE3 b\u0103m ${p.recorded}, b\u1ED9 \u0111\xE3 n\xEAu c\xF3 m\xE3 b\u0103m ${p.found}: kh\xF4ng t\xEDnh l\u1EA1i b\u1EB1ng b\u1ED9 kh\xE1c. B\u1ECF l\u1EF1a ch\u1ECDn n\xE0y \u0111\u1EC3 d\xF9ng b\u1ED9 ghi trong h\u1ED3 s\u01A1.`,
  resultDiffers: (p) => `${resultParts2[p.what] ?? p.what}${p.round === void 0 ? "" : ` (${round3(p.round)})`}: h\u1ED3 s\u01A1 ghi ${shown2(p.recorded)}, t\xEDnh l\u1EA1i \u0111\u01B0\u1EE3c ${shown2(p.recomputed)}. Nguy\xEAn nh\xE2n: ${causes2[p.cause]}. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a h\u1ED3 s\u01A1.`,
  otherEngine: (p) => `h\u1ED3 s\u01A1 do phi\xEAn b\u1EA3n ${p.recorded} t\xEDnh, phi\xEAn b\u1EA3n \u0111ang ch\u1EA1y l\xE0 ${p.running} (${engineOrder2[p.order]}). Xem k\u1EBFt qu\u1EA3 t\xEDnh l\u1EA1i \u0111\u1EC3 bi\u1EBFt c\xF3 ch\u1EEF s\u1ED1 n\xE0o \u0111\u1ED5i kh\xF4ng.`,
  notAReceipt: () => "kh\xF4ng ph\u1EA3i gi\u1EA5y ch\u1EE9ng nh\u1EADn c\u1EE7a h\u1ED3 s\u01A1 ni\xEAm phong. Ch\u1ECDn t\u1EC7p do l\u1EC7nh receipt ghi ra.",
  receiptOfOtherRoot: (p) => `gi\u1EA5y ch\u1EE9ng nh\u1EADn thu\u1ED9c g\u1ED1c ${p.found}, g\u1ED1c \u0111\xE3 in l\xE0 ${p.expected}. Ki\u1EC3m tra c\xF3 \u0111\xFAng l\u1EA7n c\xF4ng b\u1ED1 kh\xF4ng.`,
  receiptDoesNotProve: (p) => `b\u1EA3n ghi n\xE0y kh\xF4ng thu\u1ED9c g\u1ED1c ${p.root}: b\u1EA3n ghi ho\u1EB7c chu\u1ED7i ch\u1EE9ng minh \u0111\xE3 b\u1ECB s\u1EEDa. \u0110\u1ED1i chi\u1EBFu v\u1EDBi b\u1EA3n g\u1ED1c c\u1EE7a gi\u1EA5y ch\u1EE9ng nh\u1EADn.`,
  notAConsistencyProof: () => "kh\xF4ng ph\u1EA3i b\u1EB1ng ch\u1EE9ng nh\u1EA5t qu\xE1n gi\u1EEFa hai l\u1EA7n c\xF4ng b\u1ED1. Ch\u1ECDn t\u1EC7p do l\u1EC7nh consistency ghi ra.",
  notConsistent: (p) => `b\u1EB1ng ch\u1EE9ng kh\xF4ng cho th\u1EA5y l\u1EA7n c\xF4ng b\u1ED1 ${p.to} gi\u1EEF nguy\xEAn m\u1ECDi b\u1EA3n ghi c\u1EE7a l\u1EA7n ${p.from}. \u0110\u1ED1i chi\u1EBFu l\u1EA1i hai g\u1ED1c \u0111\xE3 in.`,
  unknownScale: (p) => `kh\xF4ng c\xF3 thang tr\u1EA3 l\u1EDDi \u201C${p.scale}\u201D. C\xE1c thang \u0111\xE3 khai: ${list2(p.scales)}. S\u1EEDa t\xEAn, ho\u1EB7c khai th\xEAm thang.`,
  answersAlike: (p) => `\u201C${p.written}\u201D \u0111\xE3 l\xE0 m\u1ED9t c\xE1ch ghi c\u1EE7a ph\u01B0\u01A1ng \xE1n \u201C${p.other}\u201D (kh\xF4ng ph\xE2n bi\u1EC7t ch\u1EEF hoa, ch\u1EEF th\u01B0\u1EDDng). Ch\u1EC9 d\xF9ng cho m\u1ED9t ph\u01B0\u01A1ng \xE1n.`,
  nothingCounts: () => 'kh\xF4ng ph\u01B0\u01A1ng \xE1n n\xE0o c\u1EE7a thang n\xE0y \u0111\u01B0\u1EE3c t\xEDnh, n\xEAn kh\xF4ng t\u1ED5ng h\u1EE3p \u0111\u01B0\u1EE3c. \u0110\u1EB7t m\u1EE9c cho \xEDt nh\u1EA5t m\u1ED9t ph\u01B0\u01A1ng \xE1n, v\xED d\u1EE5 "100".',
  factorWithoutQuestions: () => 't\u1EC7p ghi "complete" (\u0111\u1EE7) m\xE0 y\u1EBFu t\u1ED1 n\xE0y ch\u01B0a c\xF3 c\xE2u h\u1ECFi. B\u1ED5 sung c\xE2u h\u1ECFi, ho\u1EB7c ghi "partial" n\u1EBFu ch\u01B0a bi\u1EBFt c\xE2u h\u1ECFi.',
  partialWithoutGap: () => 't\u1EC7p ghi "partial" (ch\u01B0a \u0111\u1EE7) m\xE0 y\u1EBFu t\u1ED1 n\xE0o c\u0169ng c\xF3 c\xE2u h\u1ECFi. S\u1EEDa th\xE0nh "complete", ho\u1EB7c \u0111\u1EC3 tr\u1ED1ng c\xE2u h\u1ECFi c\u1EE7a y\u1EBFu t\u1ED1 ch\u01B0a bi\u1EBFt.',
  questionNotAsked: (p) => `phi\u1EBFu kh\u1EA3o s\xE1t kh\xF4ng c\xF3 c\xE2u h\u1ECFi \u201C${p.question}\u201D. C\xE1c c\xE2u h\u1ECFi c\xF3: ${list2(p.questions)}. S\u1EEDa m\xE3 c\xE2u h\u1ECFi ho\u1EB7c x\xF3a m\u1EE5c n\xE0y.`,
  generalQuestionMissing: () => 'c\xE1ch t\xEDnh "generalQuestion" l\u1EA5y theo c\xE2u h\u1ECFi chung, m\xE0 t\u1EC7p kh\xF4ng c\xF3 c\xE2u n\xE0y. B\u1ED5 sung "general", ho\u1EB7c ch\u1ECDn c\xE1ch t\xEDnh kh\xE1c.',
  otherSeries: (p) => `hai k\u1EBFt qu\u1EA3 thu\u1ED9c hai chu\u1ED7i s\u1ED1 li\u1EC7u kh\xE1c nhau: \u201C${p.series.vi}\u201D v\xE0 \u201C${p.other.vi}\u201D. Ng\u01B0\u1EDDi \u0111\u01B0\u1EE3c h\u1ECFi ho\u1EB7c c\xE2u h\u1ECFi \u0111\xE3 kh\xE1c, n\xEAn kh\xF4ng so s\xE1nh \u0111\u01B0\u1EE3c; ch\u1ECDn k\u1EBFt qu\u1EA3 trong c\xF9ng m\u1ED9t chu\u1ED7i.`,
  otherConductor: (p) => `\u201C${p.series.vi}\u201D do ${conductors2[p.by]} kh\u1EA3o s\xE1t, c\xF2n \u201C${p.other.vi}\u201D do ${conductors2[p.otherBy]} kh\u1EA3o s\xE1t. Kh\xF4ng so s\xE1nh kh\u1EA3o s\xE1t c\u1EE7a \u0111\u1ECBa ph\u01B0\u01A1ng v\u1EDBi kh\u1EA3o s\xE1t c\u1EE7a B\u1ED9; ch\u1ECDn k\u1EBFt qu\u1EA3 c\u1EE7a c\xF9ng m\u1ED9t b\xEAn.`,
  tallyOfOther: (p) => `b\u1EA3ng t\u1ED5ng h\u1EE3p \u0111\u1EBFm theo phi\u1EBFu ${p.tally}, kh\xF4ng ph\u1EA3i ${p.questionnaire}. Ch\u1ECDn \u0111\xFAng phi\u1EBFu kh\u1EA3o s\xE1t.`,
  notCountedBy: (p) => p.keys.length === 0 ? `s\u1ED1 li\u1EC7u kh\xF4ng c\xF3 c\u1ED9t \u201C${p.key}\u201D, n\xEAn kh\xF4ng chia theo c\u1ED9t \u0111\xF3 \u0111\u01B0\u1EE3c. Th\xEAm c\u1ED9t v\xE0o t\u1EC7p phi\u1EBFu.` : `s\u1ED1 li\u1EC7u kh\xF4ng c\xF3 c\u1ED9t \u201C${p.key}\u201D, n\xEAn kh\xF4ng chia theo c\u1ED9t \u0111\xF3 \u0111\u01B0\u1EE3c. C\xE1c c\u1ED9t c\xF3: ${list2(p.keys)}.`,
  notFinite: (p) => `\u201C${p.received}\u201D kh\xF4ng ph\u1EA3i l\xE0 s\u1ED1 h\u1EEFu h\u1EA1n. T\xECm ph\xE9p chia cho 0 ho\u1EB7c \xF4 tr\u1ED1ng \u1EDF n\u01A1i t\xEDnh ra s\u1ED1 n\xE0y.`,
  singleClusterStratum: (p) => `t\u1EA7ng \u201C${p.stratum}\u201D ch\u1EC9 c\xF3 m\u1ED9t c\u1EE5m n\xEAn kh\xF4ng \u01B0\u1EDBc l\u01B0\u1EE3ng \u0111\u01B0\u1EE3c ph\u01B0\u01A1ng sai. G\u1ED9p v\u1EDBi t\u1EA7ng t\u01B0\u01A1ng t\u1EF1, ho\u1EB7c ch\u1ECDn c\xE1ch x\u1EED l\xFD: remove, certainty, adjust, average.`,
  populationTooSmall: (p) => `t\u1EA7ng \u201C${p.stratum}\u201D: ${p.received === "?" ? "ch\u01B0a ghi s\u1ED1 c\u1EE5m c\u1EE7a t\u1ED5ng th\u1EC3" : `s\u1ED1 c\u1EE5m c\u1EE7a t\u1ED5ng th\u1EC3 ghi l\xE0 ${p.received}`}, trong khi m\u1EABu c\xF3 ${p.sampled} c\u1EE5m. Ghi s\u1ED1 nguy\xEAn kh\xF4ng nh\u1ECF h\u01A1n s\u1ED1 c\u1EE5m c\u1EE7a m\u1EABu.`,
  nothingToEstimate: (p) => `kh\xF4ng \u01B0\u1EDBc l\u01B0\u1EE3ng \u0111\u01B0\u1EE3c \u201C${p.measure}\u201D: kh\xF4ng ai tr\u1EA3 l\u1EDDi, ho\u1EB7c m\u1ECDi ng\u01B0\u1EDDi tr\u1EA3 l\u1EDDi \u0111\u1EC1u \u1EDF m\u1ED9t c\u1EE5m m\xE0 l\u1EA7n l\u1EB7p b\u1ECF ra. M\u1EDF r\u1ED9ng nh\xF3m, ho\u1EB7c d\xF9ng tuy\u1EBFn t\xEDnh h\xF3a Taylor.`,
  intervalUndefined: (p) => `kho\u1EA3ng tin c\u1EADy ${p.method} c\u1EE7a ${p.received} kh\xF4ng x\xE1c \u0111\u1ECBnh: ${undefinedInterval2[p.reason]}`,
  marginWithoutPeople: (p) => `chi\u1EC1u \u201C${p.margin}\u201D: nh\xF3m \u201C${p.category}\u201D ph\u1EA3i c\xF3 ng\u01B0\u1EDDi trong m\u1EABu v\xE0 t\u1ED5ng l\u1EDBn h\u01A1n 0. G\u1ED9p v\u1EDBi nh\xF3m kh\xE1c, ho\u1EB7c s\u1EEDa t\u1ED5ng.`,
  marginWithoutTotal: (p) => `chi\u1EC1u \u201C${p.margin}\u201D: c\xF3 ng\u01B0\u1EDDi thu\u1ED9c nh\xF3m \u201C${p.category}\u201D m\xE0 nh\xF3m n\xE0y ch\u01B0a c\xF3 t\u1ED5ng. Ghi t\u1ED5ng c\u1EE7a nh\xF3m trong t\u1ED5ng th\u1EC3.`,
  marginsDisagree: (p) => `c\xE1c t\u1ED5ng c\u1EE7a \u201C${p.margin}\u201D c\u1ED9ng l\u1EA1i l\xE0 ${p.sum}, c\u1EE7a \u201C${p.other}\u201D l\xE0 ${p.otherSum}; ph\u1EA3i c\xF9ng m\u1ED9t t\u1ED5ng th\u1EC3. S\u1EEDa l\u1EA1i c\xE1c t\u1ED5ng.`,
  rakingUnfinished: (p) => `sau ${p.rounds} v\xF2ng, tr\u1ECDng s\u1ED1 v\u1EABn l\u1EC7ch ${p.distance} so v\u1EDBi t\u1ED5ng. G\u1ED9p c\xE1c nh\xF3m nh\u1ECF, ho\u1EB7c t\u0103ng s\u1ED1 v\xF2ng hay dung sai.`,
  surveyWithoutIndex: (p) => `ph\u1EA7n \u201C${p.part}\u201D kh\xF4ng c\xF3 ch\u1EC9 s\u1ED1 \u0111\u1EC3 \u0111\u01B0a v\xE0o ti\xEAu ch\xED: ${withoutIndex2[p.reason]}. Kh\xF4ng ghi 0 thay cho ch\u1ED7 ch\u01B0a c\xF3 s\u1ED1 li\u1EC7u.`,
  clusterInTwoStrata: (p) => `c\u1EE5m \u201C${p.cluster}\u201D thu\u1ED9c t\u1EA7ng \u201C${p.stratum}\u201D, trong khi tr\u01B0\u1EDBc \u0111\xF3 thu\u1ED9c t\u1EA7ng \u201C${p.other}\u201D. M\u1ED7i c\u1EE5m ch\u1EC9 thu\u1ED9c m\u1ED9t t\u1EA7ng; s\u1EEDa m\u1ED9t trong hai ch\u1ED7.`,
  tallyKeysDiffer: (p) => `b\u1EA3ng t\u1ED5ng h\u1EE3p \u0111\u1EBFm theo c\xE1c c\u1ED9t ${list2(p.keys)}, b\u1EA3ng \u0111\u1EA7u \u0111\u1EBFm theo ${list2(p.others)}. \u0110\u1EBFm l\u1EA1i theo c\xF9ng c\xE1c c\u1ED9t r\u1ED3i m\u1EDBi g\u1ED9p.`,
  surveyPartUnknown: (p) => `phi\u1EBFu kh\u1EA3o s\xE1t kh\xF4ng c\xF3 c\xE2u h\u1ECFi hay ph\u1EA7n \u201C${p.name}\u201D. Ki\u1EC3m tra l\u1EA1i m\xE3, ho\u1EB7c ch\u1ECDn \u0111\xFAng phi\u1EBFu.`,
  answerOutsideScale: (p) => `\u201C${p.received}\u201D kh\xF4ng c\xF3 trong thang tr\u1EA3 l\u1EDDi. C\xE1c m\xE3 c\xF3: ${list2(p.allowed)}. S\u1EEDa c\xE2u tr\u1EA3 l\u1EDDi, ho\u1EB7c \u0111\u1EC3 tr\u1ED1ng n\u1EBFu kh\xF4ng c\xF3.`,
  columnUnknown: (p) => `c\u1ED9t \u201C${p.heading}\u201D kh\xF4ng ph\u1EA3i c\xE2u h\u1ECFi c\u1EE7a phi\u1EBFu hay c\u1ED9t c\u1EE7a m\u1EABu kh\u1EA3o s\xE1t. C\xE1c c\xE2u h\u1ECFi: ${list2(p.known)}. S\u1EEDa ti\xEAu \u0111\u1EC1, ho\u1EB7c n\xEAu c\u1ED9t n\xE0y trong \u201Cignored\u201D n\u1EBFu kh\xF4ng d\xF9ng.`,
  columnMissing: (p) => `thi\u1EBFu c\u1ED9t \u201C${p.column}\u201D. B\u1ED5 sung c\u1ED9t, ho\u1EB7c n\xEAu trong \u201Ccolumns\u201D c\u1ED9t n\xE0o l\xE0 c\u1ED9t n\xE0y.`,
  columnTwice: (p) => `\u201C${p.column}\u201D c\xF3 \u1EDF h\u01A1n m\u1ED9t c\u1ED9t: ${list2(p.headings)}. Ch\u1EC9 \u0111\u1EC3 m\u1ED9t c\u1ED9t.`,
  fieldsMiscounted: (p) => `d\xF2ng c\xF3 ${p.fields} \xF4, trong khi ti\xEAu \u0111\u1EC1 c\xF3 ${p.columns} c\u1ED9t. Ki\u1EC3m tra d\u1EA5u ph\xE2n c\xE1ch v\xE0 d\u1EA5u ngo\u1EB7c k\xE9p c\u1EE7a d\xF2ng n\xE0y.`,
  quoteNotClosed: () => "d\u1EA5u ngo\u1EB7c k\xE9p m\u1EDF \u1EDF d\xF2ng n\xE0y kh\xF4ng \u0111\u01B0\u1EE3c \u0111\xF3ng \u0111\xFAng ch\u1ED7, n\xEAn d\xF2ng b\u1ECB b\u1ECF v\xE0 vi\u1EC7c \u0111\u1ECDc ti\u1EBFp t\u1EEB d\xF2ng sau. Th\xEAm d\u1EA5u ngo\u1EB7c k\xE9p c\xF2n thi\u1EBFu.",
  bytesNotText: () => "\xF4 c\xF3 byte kh\xF4ng \u0111\xFAng b\u1EA3ng m\xE3 UTF-8 nh\u01B0 ph\u1EA7n tr\u01B0\u1EDBc c\u1EE7a t\u1EC7p. L\u01B0u l\u1EA1i t\u1EC7p theo m\u1ED9t b\u1EA3ng m\xE3, ho\u1EB7c n\xEAu b\u1EA3ng m\xE3 trong \u201Cencoding\u201D.",
  respondentTwice: (p) => `m\xE3 phi\u1EBFu \u201C${p.respondent}\u201D \u0111\xE3 c\xF3 \u1EDF d\xF2ng tr\u01B0\u1EDBc, n\xEAn d\xF2ng n\xE0y kh\xF4ng \u0111\u01B0\u1EE3c t\xEDnh. X\xF3a phi\u1EBFu nh\u1EADp tr\xF9ng, ho\u1EB7c s\u1EEDa m\xE3.`,
  weightNotPositive: (p) => `tr\u1ECDng s\u1ED1 l\xE0 \u201C${p.received}\u201D, ph\u1EA3i l\xE0 s\u1ED1 l\u1EDBn h\u01A1n 0. S\u1EEDa tr\u1ECDng s\u1ED1 c\u1EE7a phi\u1EBFu n\xE0y.`,
  designMissing: (p) => `\xF4 \u201C${p.column}\u201D \u0111\u1EC3 tr\u1ED1ng, n\xEAn kh\xF4ng bi\u1EBFt phi\u1EBFu n\xE0y thu\u1ED9c \u0111\xE2u trong m\u1EABu. \u0110i\u1EC1n \u0111\u1EE7 c\u1ED9t c\u1EE7a thi\u1EBFt k\u1EBF m\u1EABu.`,
  questionnairePartial: (p) => `phi\u1EBFu \u201C${p.questionnaire}\u201D ch\u01B0a \u0111\u1EE7 c\xE2u h\u1ECFi, n\xEAn kh\xF4ng \u0111\u1EBFm c\xE2u tr\u1EA3 l\u1EDDi theo phi\u1EBFu n\xE0y \u0111\u01B0\u1EE3c. D\xF9ng phi\u1EBFu \u0111\u1EA7y \u0111\u1EE7.`,
  worthTooFine: (p) => `c\xE1c m\u1EE9c quy \u0111\u1ED5i ${list2(p.worths)} l\u1EBB qu\xE1 n\xEAn kh\xF4ng c\u1ED9ng th\xE0nh s\u1ED1 nguy\xEAn \u0111\u01B0\u1EE3c. D\xF9ng \xEDt ch\u1EEF s\u1ED1 th\u1EADp ph\xE2n h\u01A1n.`,
  tallyRowUnreadable: (p) => `k\u1EBFt qu\u1EA3 truy v\u1EA5n c\xF3 \u201C${p.received}\u201D \u1EDF c\u1ED9t \u201C${p.column}\u201D, kh\xF4ng \u0111\xFAng d\u1EA1ng b\u1EA3ng \u0111\u1EBFm. Ch\u1EA1y \u0111\xFAng truy v\u1EA5n do tallySql vi\u1EBFt ra.`,
  totalDiffers: (p) => `t\u1ED5ng in ${n2(p.printed)}, c\xE1c ph\u1EA7n c\u1ED9ng l\u1EA1i ${n2(p.parts)}; l\u1EC7ch qu\xE1 sai s\u1ED1 l\xE0m tr\xF2n ${n2(p.tolerance)}. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  partAboveMax: (p) => `in ${n2(p.printed)}, cao h\u01A1n \u0111i\u1EC3m t\u1ED1i \u0111a ${n2(p.maxPoints)}. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  rankAgainstValue: (p) => `h\u1EA1ng ${p.rank} v\u1EDBi ${n2(p.value)}, trong khi \u201C${p.other}\u201D h\u1EA1ng ${p.otherRank} v\u1EDBi ${n2(p.otherValue)}: h\u1EA1ng ng\u01B0\u1EE3c v\u1EDBi \u0111i\u1EC3m. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  rankRepeated: (p) => `h\u1EA1ng ${p.rank} tr\xF9ng v\u1EDBi \u201C${p.other}\u201D d\xF9 \u0111i\u1EC3m kh\xE1c nhau. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  rankMissing: (p) => `kh\xF4ng \u0111\u01A1n v\u1ECB n\xE0o c\xF3 h\u1EA1ng ${p.rank}. Ki\u1EC3m tra \u0111\u01A1n v\u1ECB kh\xF4ng x\u1EBFp h\u1EA1ng ho\u1EB7c d\xF2ng b\u1ECB thi\u1EBFu.`,
  meanDiffers: (p) => `trung b\xECnh in ${n2(p.printed)}, t\xEDnh l\u1EA1i ${n2(p.computed)}; l\u1EC7ch qu\xE1 sai s\u1ED1 ${n2(p.tolerance)}. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  percentDiffers: (p) => `t\u1EF7 l\u1EC7 in ${n2(p.printed)} %, \u0111i\u1EC3m chia cho t\u1ED5ng \u0111i\u1EC3m t\u1ED1i \u0111a \u0111\u01B0\u1EE3c t\xEDnh l\xE0 ${n2(p.computed)} %; l\u1EC7ch qu\xE1 sai s\u1ED1 l\xE0m tr\xF2n ${n2(p.tolerance)}. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  changeDiffers: (p) => `m\u1EE9c thay \u0111\u1ED5i in ${n2(p.printed)}, t\xEDnh l\u1EA1i ${n2(p.computed)}. Lu\xF4n t\xEDnh thay \u0111\u1ED5i t\u1EEB hai s\u1ED1 \u0111\xE3 c\xF4ng b\u1ED1.`,
  distanceDiffers: (p) => `ch\xEAnh l\u1EC7ch so v\u1EDBi trung b\xECnh in ${n2(p.printed)}, t\xEDnh l\u1EA1i ${n2(p.computed)}. Lu\xF4n l\u1EA5y gi\xE1 tr\u1ECB \u0111\xE3 c\xF4ng b\u1ED1 tr\u1EEB trung b\xECnh \u0111\xE3 c\xF4ng b\u1ED1.`,
  countDiffers: (p) => `${counted2[p.what]}${p.group === void 0 ? "" : ` \u201C${p.group}\u201D`}: ghi ${n2(p.printed)}, kh\u1EDBp v\u1EDBi b\u1EA3ng l\xE0 ${n2(p.computed)}. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  shareDiffers: (p) => `t\u1EF7 l\u1EC7 c\u1EE7a nh\xF3m \u201C${p.group}\u201D in ${n2(p.printed)} %, s\u1ED1 \u0111\u01A1n v\u1ECB c\u1EE7a nh\xF3m l\xE0 ${n2(p.computed)} % t\u1ED5ng s\u1ED1 \u0111\u01A1n v\u1ECB. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  valueDiffers: (p) => `in ${n2(p.printed)}, ngu\u1ED3n \u201C${p.source}\u201D in ${n2(p.other)}. \u01AFu ti\xEAn b\u1EA3ng ch\xEDnh th\u1EE9c v\xE0 ghi l\u1EA1i ngu\u1ED3n.`,
  unitRepeated: (p) => `\u201C${p.unit}\u201D c\xF3 h\u01A1n m\u1ED9t d\xF2ng, trong khi m\u1ED7i \u0111\u01A1n v\u1ECB ch\u1EC9 c\xF3 m\u1ED9t. \u0110\u1ED1i chi\u1EBFu l\u1EA1i b\u1EA3ng g\u1ED1c.`,
  printedNotANumber: (p) => `\u201C${p.received}\u201D kh\xF4ng ph\u1EA3i l\xE0 s\u1ED1. \u0110\u01A1n v\u1ECB ch\u01B0a c\xF3 s\u1ED1 li\u1EC7u th\xEC \u0111\u1EC3 tr\u1ED1ng, kh\xF4ng ghi 0.`,
  zeroWithoutData: () => "in 0 m\xE0 kh\xF4ng c\xF3 \u0111i\u1EC3m n\xE0o cho ra s\u1ED1 n\xE0y. \u0110\u01A1n v\u1ECB ch\u01B0a c\xF3 s\u1ED1 li\u1EC7u th\xEC \u0111\u1EC3 tr\u1ED1ng \xF4, kh\xF4ng ghi 0."
};

// src/issue/formatIssue.ts
var messages = { vi: messagesVi, en: messagesEn };
function formatIssue(found, language) {
  const describe = messages[language][found.code];
  const place = formatLocation(found.location, language);
  return visible(place === "" ? describe(found.payload) : `${place}: ${describe(found.payload)}`);
}
function visible(text2) {
  return text2.replace(/\p{Cc}/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
function formatLocation({ file, line, column, sheet, cell, entry, unit, group, code, title, path = [] }, language) {
  const inFile = [file, line, column].filter((part) => part !== void 0).join(":");
  const inEntry = entry === void 0 ? void 0 : `${{ vi: "b\u1EA3n ghi", en: "entry" }[language]} ${entry}`;
  const inSheet = [sheet, cell].filter((part) => part !== void 0).join("!");
  const criterion = [code === totalCode ? void 0 : code, title].filter((part) => part !== void 0).join(" ");
  const rest = code === void 0 ? path : path.slice(pathLength(path, code));
  return [inFile, inSheet, inEntry, unit, group, criterion, rest.join(".")].filter((part) => part !== void 0 && part !== "").join(" \xB7 ");
}
function pathLength(path, code) {
  const lastChild = path.lastIndexOf("children");
  return Math.max(path.lastIndexOf(code) + 1, lastChild < 0 ? 0 : lastChild + 2);
}

// src/issue/parError.ts
var ParError = class extends Error {
  constructor(issues) {
    super(issues.map((found) => formatIssue(found, "vi")).join("\n"));
    this.issues = issues;
  }
  issues;
  name = "ParError";
};

// src/node/readTextFile.ts
function fileFault(path, error) {
  return issue("fileUnreadable", { reason: reasonOf(error) }, { file: path });
}
var reasons = {
  ENOENT: "notFound",
  ENOTDIR: "notFound",
  EISDIR: "isFolder",
  EACCES: "notPermitted",
  EPERM: "notPermitted",
  ERR_ENCODING_INVALID_ENCODED_DATA: "notUtf8"
};
function reasonOf(error) {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return reasons[code] ?? "other";
}

// src/node/readChunks.ts
var chunkSize = 1 << 20;
function* readChunks(path) {
  const file = attempt(path, () => openSync(path, "r"));
  try {
    for (; ; ) {
      const chunk = new Uint8Array(chunkSize);
      const length = attempt(path, () => readSync(file, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}
function attempt(path, work) {
  try {
    return work();
  } catch (error) {
    throw new ParError([fileFault(path, error)]);
  }
}

// src/issue/fromZod.ts
import * as z2 from "zod/mini";

// src/issue/fields.ts
import * as z from "zod/mini";
function zodIssue(code, payload) {
  return { code: "custom", input: void 0, path: [], params: { issue: issue(code, payload) } };
}
function field(read) {
  return z.pipe(
    z.unknown(),
    z.transform(
      (input, context) => read(input, (code, payload) => {
        context.issues.push(zodIssue(code, payload));
        return void 0;
      })
    )
  );
}
var text = field((input, report) => {
  if (typeof input !== "string") return report("wrongType", { expected: "string", received: nameOfType(input) });
  const composed = input.normalize("NFC").trim();
  if (composed === "") return report("emptyText", {});
  return hasControlCharacters(composed) ? report("controlCharacters", {}) : composed;
});
var words = z.strictObject({ vi: text, en: z.optional(text) });
var identifier = name(/^[a-z][A-Za-z0-9-]*$/, "onTime");
function name(pattern, example) {
  return z.string().check(z.regex(pattern, { error: example }));
}
var plainObject = field(
  (input, report) => isPlainObject(input) ? input : report("wrongType", { expected: "object", received: nameOfType(input) })
);
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
var decimal = field((input, report) => {
  if (typeof input === "number") return report("wrongType", { expected: "decimal", received: String(input) });
  if (typeof input !== "string") return report("wrongType", { expected: "decimal", received: nameOfType(input) });
  return readDecimal(input, report, fileExample);
});
var nonNegativeDecimal = field((input, report) => {
  if (typeof input !== "string") return report("wrongType", { expected: "decimal", received: received(input) });
  const value = readDecimal(input, report, fileExample);
  return value?.startsWith("-") ? report("negative", { received: value }) : value;
});
var count = field((input, report) => {
  const written = received(input).trim();
  if (/^-\d*[1-9]\d*$/.test(written) || typeof input === "number" && Number.isInteger(input) && input < 0) {
    return report("negative", { received: written });
  }
  if (!/^\d+$/.test(written) && !(typeof input === "number" && Number.isInteger(input))) return report("notWhole", { received: written });
  const most = Number.MAX_SAFE_INTEGER;
  return Number(written) > most ? report("countTooLarge", { received: written, most: String(most) }) : Number(written);
});
var amount = field((input, report) => {
  const value = reportedDecimal(input, report, { watchForThousands: true });
  if (value?.startsWith("-")) return report("negative", { received: value });
  return value !== void 0 && looksGrouped.test(value) ? `${value}0` : value;
});
var points = field((input, report) => {
  const value = reportedDecimal(input, report, { watchForThousands: false });
  return value?.startsWith("-") ? report("negative", { received: value }) : value;
});
var percent = field((input, report) => {
  const value = reportedDecimal(input, report, { watchForThousands: false });
  if (value === void 0) return value;
  if (value.startsWith("-")) return report("negative", { received: value });
  const number = fromDecimal(value);
  if (number.numerator > 100n * number.denominator) return report("percentAbove100", { received: value });
  if (number.numerator > 0n && number.numerator <= number.denominator) {
    const hundredth = { numerator: number.numerator, denominator: number.denominator * 100n };
    const hundredfold = { numerator: number.numerator * 100n, denominator: number.denominator };
    return report("percentLooksLikeRatio", { received: value, meant: exactText(hundredfold), asRatio: exactText(hundredth) });
  }
  return value;
});
var ratioOfOne = field((input, report) => {
  const value = readFraction(input) ?? reportedDecimal(input, report, { watchForThousands: false });
  if (value?.startsWith("-")) return report("negative", { received: value });
  if (value === void 0) return value;
  const number = fromExactText(value);
  return number.numerator > number.denominator ? report("ratioAboveOne", { received: value }) : value;
});
var civilDate = field((input, report) => {
  const date = typeof input === "string" ? readCivilDate(input.trim()) : void 0;
  return date ?? report("notADate", { received: received(input) });
});
function hasControlCharacters(input) {
  return /\p{Cc}|\p{Cs}|(?!\u00ad)\p{Cf}/u.test(input.replace(/[\n\r\t]/g, ""));
}
function nameOfType(value) {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "object" || isPlainObject(value)) return typeof value;
  const name2 = Object.getPrototypeOf(value)?.constructor?.name;
  return typeof name2 === "string" && name2 !== "" ? name2 : "instance";
}
var longestFraction = 4e3;
function readFraction(input) {
  if (typeof input !== "string" || input.length > longestFraction) return void 0;
  const trimmed = input.trim();
  return trimmed.includes("/") && isExactText(trimmed) ? exactText(fromExactText(trimmed)) : void 0;
}
function received(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : nameOfType(value);
}
function readDecimal(input, report, example) {
  const trimmed = input.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed) && !isDecimal(trimmed)) return report("tooManyDigits", { received: trimmed, limit: mostDigits });
  return isDecimal(trimmed) ? exactText(fromDecimal(trimmed)) : report("notDecimal", { received: input, example });
}
function reportedDecimal(input, report, { watchForThousands }) {
  if (typeof input === "number") return Number.isSafeInteger(input) ? String(input) : report("numberNotWhole", { received: String(input) });
  if (typeof input !== "string") return report("notDecimal", { received: nameOfType(input), example: reportedExample });
  const [, whole, decimals] = looksGrouped.exec(input.trim()) ?? [];
  if (watchForThousands && whole !== void 0 && decimals !== void 0) {
    return report("ambiguousSeparator", { received: input, whole: `${whole}${decimals}`, decimal: `${whole}.${decimals}` });
  }
  return readDecimal(input.trim().replace(/^(-?\d+),(\d+)$/, "$1.$2"), report, reportedExample);
}
var looksGrouped = /^([1-9]\d{0,2})[.,](\d{3})$/;
var fileExample = "95.5";
var reportedExample = "95,5";

// src/issue/fromZod.ts
function readWith(schema, value, location = {}) {
  const outcome = z2.safeParse(schema, value, { error: knownKeys });
  return outcome.success ? { value: outcome.data, issues: [] } : { value: void 0, issues: outcome.error.issues.flatMap((fault) => fromZod(fault, value, location)) };
}
function fromZod(fault, root, location) {
  const keys = fault.path.map((key) => typeof key === "symbol" ? String(key) : key);
  const place = { ...location, path: [...location.path ?? [], ...keys] };
  const value = valueAt(root, keys);
  const last = keys.at(-1);
  if (value === void 0 && last !== void 0) {
    return [issue("missingKey", { key: String(last) }, { ...place, path: place.path.slice(0, -1) })];
  }
  switch (fault.code) {
    case "custom":
      return fault.params?.issue === void 0 ? [issue("wrongShape", { reason: nameOfType(value) }, place)] : [{ ...fault.params.issue, location: place }];
    case "unrecognized_keys":
      return fault.keys.map((key) => issue("unknownKey", { key, known: fault.message.split(" ") }, place));
    case "invalid_value":
      return [issue("notAllowed", { received: shown3(value), allowed: fault.values.map(String) }, place)];
    case "invalid_union":
      return unionIssues(fault, value, place);
    case "invalid_type":
      return [issue("wrongType", { expected: fault.expected, received: nameOfType(value) }, place)];
    case "invalid_format":
      return [issue("badName", { received: shown3(value), example: fault.message }, place)];
    case "invalid_key":
      return [issue("badName", { received: String(last), example: fault.issues[0]?.message ?? "" }, place)];
    case "too_small":
      return fault.origin === "array" ? [issue("tooFew", { least: String(fault.minimum) }, place)] : [issue("outOfRange", { bound: `\u2265 ${fault.minimum}` }, place)];
    case "too_big":
      return [issue("outOfRange", { bound: `\u2264 ${fault.maximum}` }, place)];
    default:
      return [issue("wrongShape", { reason: fault.code }, place)];
  }
}
function unionIssues(fault, value, place) {
  const options = "options" in fault && Array.isArray(fault.options) ? fault.options : [];
  if (options.length > 0) return [issue("notAllowed", { received: shown3(value), allowed: options.map(String) }, place)];
  const misses = (faults) => faults.filter(({ path }) => path.length <= 1).length;
  const [closest] = [...fault.errors].sort((a, b) => misses(a) - misses(b));
  return (closest ?? []).flatMap((inner) => fromZod(inner, value, place));
}
var knownKeys = (fault) => {
  if (fault.code !== "unrecognized_keys") return void 0;
  const { shape } = fault.inst._zod.def;
  return Object.keys(shape).join(" ");
};
function valueAt(root, keys) {
  let value = root;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
    value = value[key];
  }
  return value;
}
function shown3(value) {
  return typeof value === "string" || typeof value === "number" ? String(value) : nameOfType(value);
}

// src/issue/parseJson.ts
import { createScanner, findNodeAtLocation, parse, parseTree, printParseErrorCode } from "jsonc-parser";
var deepestNesting = 64;
function parseJson(text2) {
  const body = text2.replace(byteOrderMark, "");
  const found = text2 === body ? [] : [warning("byteOrderMark", {}, { line: 1, column: 1 })];
  const scanned = scan(body);
  const broken = scanned.some(({ code }) => code === "tooDeep") ? [] : syntaxIssues(body);
  const readable = broken.length === 0 && !scanned.some(({ code }) => code === "tooDeep");
  return { value: readable ? JSON.parse(body) : void 0, issues: [...found, ...scanned, ...broken] };
}
var byteOrderMark = /^\uFEFF/;
function jsonLocator(text2) {
  const body = text2.replace(byteOrderMark, "");
  let tree;
  return (path) => {
    tree ??= { root: parseTree(body), place: lineAndColumnIn(body) };
    for (let length = path.length; tree.root !== void 0 && length >= 0; length -= 1) {
      const node = findNodeAtLocation(tree.root, path.slice(0, length));
      if (node !== void 0) return tree.place(node.offset);
    }
    return {};
  };
}
var token = { openBrace: 1, closeBrace: 2, openBracket: 3, closeBracket: 4, colon: 6, string: 10, number: 11, endOfFile: 17 };
function scan(text2) {
  const found = [];
  const scanner = createScanner(text2, true);
  const open = [];
  let lastString;
  for (let kind = scanner.scan(); kind !== token.endOfFile; kind = scanner.scan()) {
    const location = { line: scanner.getTokenStartLine() + 1, column: scanner.getTokenStartCharacter() + 1 };
    if (kind === token.openBrace || kind === token.openBracket) {
      open.push(/* @__PURE__ */ new Set());
      if (open.length > deepestNesting) return [issue("tooDeep", { limit: deepestNesting }, location)];
    } else if (kind === token.closeBrace || kind === token.closeBracket) {
      open.pop();
    } else if (kind === token.colon && lastString !== void 0) {
      const keys = open.at(-1);
      if (keys?.has(lastString.value)) found.push(issue("duplicateKey", { key: lastString.value }, lastString.location));
      keys?.add(lastString.value);
    } else if (kind === token.number) {
      const written = scanner.getTokenValue();
      if (!/^-?\d+$/.test(written) || !Number.isSafeInteger(Number(written))) {
        found.push(issue("numberNotWhole", { received: written }, location));
      }
    }
    lastString = kind === token.string ? { value: scanner.getTokenValue(), location } : void 0;
  }
  return found;
}
function syntaxIssues(text2) {
  try {
    JSON.parse(text2);
    return [];
  } catch {
    const errors = [];
    parse(text2, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    const [first] = errors;
    return [
      first === void 0 ? issue("notJson", { expected: "validText" }) : issue("notJson", { expected: expectation(first) }, lineAndColumnIn(text2)(first.offset))
    ];
  }
}
var expectations = {
  InvalidSymbol: "value",
  InvalidNumberFormat: "value",
  ValueExpected: "value",
  PropertyNameExpected: "propertyName",
  ColonExpected: "colon",
  CommaExpected: "comma",
  CloseBraceExpected: "closeBrace",
  CloseBracketExpected: "closeBracket",
  EndOfFileExpected: "endOfFile"
};
function expectation({ error }) {
  return expectations[printParseErrorCode(error)] ?? "validText";
}
function lineAndColumnIn(text2) {
  const starts = [0, ...[...text2.matchAll(/\r\n|\r|\n/g)].map(({ 0: end, index }) => index + end.length)];
  return (offset) => {
    let [line, beyond] = [0, starts.length];
    while (beyond - line > 1) {
      const middle = Math.floor((line + beyond) / 2);
      if ((starts[middle] ?? 0) <= offset) line = middle;
      else beyond = middle;
    }
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
  };
}

// src/issue/result.ts
function result(found, value) {
  return found.some(({ severity }) => severity === "error") ? { ok: false, issues: found } : { ok: true, value: value(), warnings: found };
}
function unwrap(outcome) {
  if (!outcome.ok) throw new ParError(outcome.issues);
  return outcome.value;
}

// src/issue/readInput.ts
function readInput(input, read) {
  const isText = typeof input === "string";
  const { value, issues: inText } = isText ? parseJson(input) : { value: input, issues: [] };
  const locator = isText && value !== void 0 ? jsonLocator(input) : () => ({});
  const locate = (found) => found.location.path === void 0 ? found : at(locator(found.location.path), found);
  const anywhere = inspect(value).map(locate);
  const told = [...inText, ...anywhere];
  if (value === void 0 || told.some(({ code }) => code === "tooDeep" || code === "tooLarge")) {
    return { ok: false, issues: told.length > 0 ? told : [issue("wrongType", { expected: "object", received: "undefined" })] };
  }
  const { value: answer, issues } = read(value);
  const further = issues.map(locate).filter((found) => !inText.some((earlier) => isSamePlace(earlier, found)));
  const all = [...told, ...further];
  if (answer === void 0 && !all.some(({ severity }) => severity === "error")) all.push(issue("wrongShape", { reason: "?" }));
  return result(all, () => answer);
}
function isSamePlace({ code, location: a }, { location: b }) {
  return code === "numberNotWhole" && a.line === b.line && a.column === b.column;
}
function inspect(value) {
  const found = [];
  const measured = /* @__PURE__ */ new Map();
  const visit = (item, path) => {
    if (typeof item === "string" && item !== item.normalize("NFC")) found.push(warning("notNfc", {}, { path }));
    if (typeof item !== "object" || item === null) return { levels: 0, size: 1 };
    const known = measured.get(item);
    if (known !== void 0) return known;
    if (path.length > deepestNesting) return { levels: 1, size: 1 };
    let levels2 = 0;
    let size2 = 1;
    for (const [key, below] of Object.entries(item)) {
      if (key === "__proto__") found.push(issue("reservedKey", { key }, { path }));
      const extent = visit(below, [...path, Array.isArray(item) ? Number(key) : key]);
      levels2 = Math.max(levels2, extent.levels);
      size2 += extent.size;
    }
    measured.set(item, { levels: levels2 + 1, size: size2 });
    return { levels: levels2 + 1, size: size2 };
  };
  const { levels, size } = visit(value, []);
  if (levels > deepestNesting) found.push(issue("tooDeep", { limit: deepestNesting }));
  else if (size > largestSize) found.push(issue("tooLarge", { limit: String(largestSize) }));
  return found;
}
var largestSize = 5e7;

// src/survey/questionnaire.ts
function compileQuestionnaire(file) {
  const factors = file.blocks.flatMap((block) => block.factors);
  const asked = factors.flatMap(({ questions }) => questions);
  return { file, factors, questions: file.general === void 0 ? asked : [...asked, file.general] };
}

// src/criteria/provenanceFaults.ts
function noticeFaults({ status, notice }) {
  return status !== "official" && notice === void 0 ? [issue("noticeMissing", {}, { path: ["notice"] })] : [];
}
function provenanceFaults({ confidence, source, locator }, { status, sources }) {
  return [
    ...source !== void 0 && !Object.hasOwn(sources, source) ? [issue("unknownSource", { source, sources: Object.keys(sources) })] : [],
    ...status === "official" && confidence !== "official" ? [issue("notOfficial", { confidence })] : [],
    ...confidence === "official" && (source === void 0 || locator === void 0) ? [issue("officialWithoutSource", {})] : []
  ];
}
function decisionFaults(provenance2, file) {
  const concluded = provenance2.confidence === "inferred" && provenance2.note !== void 0;
  return provenanceFaults(provenance2, file).filter(({ code }) => !(concluded && code === "notOfficial"));
}

// src/rules/options.ts
function duplicateFaults(options, keys) {
  return options.flatMap(
    ({ id: id2 }, index) => options.findIndex((other) => other.id === id2) < index ? [issue("duplicateOption", { option: id2 }, { path: [...keys, index] })] : []
  );
}

// src/survey/answerWritings.ts
function writtenKey(text2) {
  return text2.normalize("NFC").trim().replace(/\s+/g, " ").toLowerCase();
}
function answerWritings({ code, title, alsoWritten = [] }) {
  return [code, title.vi, ...title.en === void 0 ? [] : [title.en], ...alsoWritten];
}
function codesByWriting(answers) {
  return new Map(answers.flatMap((answer) => answerWritings(answer).map((written) => [writtenKey(written), answer.code])));
}

// src/survey/worthUnits.ts
var mostUnits = 1e7;
function worthUnits({ file }) {
  const stated = Object.values(file.scales).flatMap(({ answers }) => answers.map(({ counts }) => counts).filter(isWorth));
  const worths = stated.map(fromDecimal);
  const denominator = worths.reduce((common, worth) => common * worth.denominator / greatestCommonDivisor(common, worth.denominator), 1n);
  const whole = worths.map((worth) => worth.numerator * denominator / worth.denominator);
  const unit = whole.reduce(greatestCommonDivisor, 0n) || 1n;
  const most = Math.max(0, ...whole.map((worth) => Number(worth / unit)));
  return {
    of: (counts) => {
      if (!isWorth(counts)) return void 0;
      const worth = fromDecimal(counts);
      return Number(worth.numerator * denominator / worth.denominator / unit);
    },
    unit: { numerator: unit, denominator },
    most,
    issues: most <= mostUnits ? [] : [issue("worthTooFine", { worths: [...new Set(stated)] }, { path: ["scales"] })]
  };
}
function isWorth(counts) {
  return counts !== "noOpinion" && counts !== "notUsed";
}

// src/survey/questionnaireFaults.ts
function questionnaireFaults(file) {
  const { instrument, series, scales, policies, forms = [] } = file;
  const asked = compileQuestionnaire(file).questions.map(({ id: id2 }) => id2);
  return [
    ...noticeFaults(file),
    ...provenanceFaults(instrument.provenance, file).map((found) => under(["instrument", "provenance"], found)),
    ...decisionFaults(series.provenance, file).map((found) => under(["series", "provenance"], found)),
    ...Object.entries(scales).flatMap(
      ([id2, scale]) => [
        ...answerFaults(scale.answers).map((found) => under(["answers"], found)),
        ...decisionFaults(scale.provenance, file).map((found) => under(["provenance"], found))
      ].map((found) => under(["scales", id2], found))
    ),
    ...partFaults(file),
    ...coverageFaults(file),
    ...duplicateFaults(forms, ["forms"]),
    ...forms.flatMap(({ questions }, at2) => formFaults(questions, asked).map((found) => under(["forms", at2, "questions"], found))),
    ...policies.combine.overall === "generalQuestion" && file.general === void 0 ? [issue("generalQuestionMissing", {}, { path: ["policies", "combine", "overall"] })] : [],
    ...Object.entries(policies).flatMap(
      ([name2, policy]) => decisionFaults(policy.provenance, file).map((found) => under(["policies", name2, "provenance"], found))
    )
  ];
}
function partFaults(file) {
  const parts = partsOf(file);
  const first = new Map(parts.toReversed().map((part) => [part.id, part]));
  return parts.flatMap((part) => [
    ...first.get(part.id) === part ? [] : [issue("duplicateOption", { option: part.id }, { path: [...part.path, "id"] })],
    ...part.faults.map((found) => under(part.path, found))
  ]);
}
function partsOf(file) {
  const stated = (part) => provenanceFaults(part.provenance, file).map((found) => under(["provenance"], found));
  const question2 = (one2, path) => ({
    id: one2.id,
    path,
    faults: [...stated(one2), ...scaleFaults(one2.scale, file)]
  });
  return [
    ...file.blocks.flatMap((block, at2) => [
      { id: block.id, path: ["blocks", at2], faults: [] },
      ...block.factors.flatMap((factor, place) => {
        const path = ["blocks", at2, "factors", place];
        return [
          { id: factor.id, path, faults: stated(factor) },
          ...factor.questions.map((one2, index) => question2(one2, [...path, "questions", index]))
        ];
      })
    ]),
    ...file.general === void 0 ? [] : [question2(file.general, ["general"])]
  ];
}
function scaleFaults(scale, { scales }) {
  return Object.hasOwn(scales, scale) ? [] : [issue("unknownScale", { scale, scales: Object.keys(scales) }, { path: ["scale"] })];
}
function answerFaults(answers) {
  const first = /* @__PURE__ */ new Map();
  const written = answers.flatMap(
    (answer, index) => writingsOf(answer).flatMap(({ text: text2, path }) => {
      const key = writtenKey(text2);
      const meant = first.get(key) ?? index;
      first.set(key, meant);
      return meant === index ? [] : [issue("answersAlike", { written: text2, other: answers[meant]?.code ?? "" }, { path: [index, ...path] })];
    })
  );
  const above = answers.flatMap(
    ({ counts }, index) => isWorth(counts) && fromDecimal(counts).numerator > 100n * fromDecimal(counts).denominator ? [issue("percentAbove100", { received: counts }, { path: [index, "counts"] })] : []
  );
  return [...written, ...above, ...answers.some(({ counts }) => isWorth(counts)) ? [] : [issue("nothingCounts", {})]];
}
function writingsOf({ code, title, alsoWritten = [] }) {
  const languages = Object.keys(title);
  return [
    { text: code, path: ["code"] },
    ...languages.map((language) => ({ text: title[language] ?? "", path: ["title", language] })),
    ...alsoWritten.map((text2, index) => ({ text: text2, path: ["alsoWritten", index] }))
  ];
}
function coverageFaults({ coverage, blocks }) {
  const empty = blocks.flatMap(
    ({ factors }, at2) => factors.flatMap(({ questions }, place) => questions.length === 0 ? [["blocks", at2, "factors", place, "questions"]] : [])
  );
  if (coverage === "complete") return empty.map((path) => issue("factorWithoutQuestions", {}, { path }));
  return empty.length === 0 ? [issue("partialWithoutGap", {}, { path: ["coverage"] })] : [];
}
function formFaults(questions, asked) {
  return [
    ...duplicateFaults(
      questions.map((id2) => ({ id: id2 })),
      []
    ),
    ...questions.flatMap(
      (question2, index) => asked.includes(question2) ? [] : [issue("questionNotAsked", { question: question2, questions: asked }, { path: [index] })]
    )
  ];
}

// src/survey/questionnaireFile.ts
import * as z4 from "zod/mini";

// src/criteria/provenance.ts
import * as z3 from "zod/mini";
var confidences = ["official", "secondary", "observed", "memory", "inferred", "invented"];
var provenanceSchema = z3.strictObject({
  confidence: z3.enum(confidences),
  source: z3.optional(identifier),
  locator: z3.optional(text),
  note: z3.optional(words)
});

// src/survey/questionnaireFile.ts
var questionnaireFormat = "par-index/questionnaire/1";
var combinations = ["pooled", "meanOfQuestions", "meanOfFactors", "meanOfBlocks", "meanOfRespondents", "generalQuestion"];
var provenance = provenanceSchema;
var id = name(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, "q1");
var edition = name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-questionnaire");
var question = z4.strictObject({ id, title: words, provenance, scale: id });
var questionnaireFileSchema = z4.strictObject({
  $schema: z4.optional(z4.string()),
  format: z4.literal(questionnaireFormat),
  id: edition,
  revision: z4.int().check(z4.gte(1)),
  status: z4.enum(["official", "reconstruction", "example"]),
  title: words,
  notice: z4.optional(words),
  instrument: z4.strictObject({ number: z4.optional(text), authority: z4.optional(words), provenance }),
  periods: z4.array(text),
  coverage: z4.enum(["complete", "partial"]),
  series: z4.strictObject({ id, by: z4.enum(["ministry", "province"]), title: words, provenance }),
  sources: z4.record(id, z4.strictObject({ title: words, address: z4.optional(text) })),
  scales: z4.record(
    id,
    z4.strictObject({
      answers: z4.array(
        z4.strictObject({
          code: text,
          title: words,
          alsoWritten: z4.optional(z4.array(text)),
          counts: z4.union([z4.enum(["noOpinion", "notUsed"]), nonNegativeDecimal])
        })
      ).check(z4.minLength(2)),
      provenance
    })
  ),
  blocks: z4.array(
    z4.strictObject({
      id,
      title: words,
      factors: z4.array(z4.strictObject({ id, title: words, provenance, questions: z4.array(question) })).check(z4.minLength(1))
    })
  ).check(z4.minLength(1)),
  general: z4.optional(question),
  forms: z4.optional(z4.array(z4.strictObject({ id, title: words, asks: words, respondents: words, questions: z4.array(id) }))),
  policies: z4.strictObject({
    combine: z4.strictObject({
      overall: z4.enum(combinations),
      within: z4.enum(["pooled", "meanOfQuestions", "meanOfRespondents"]),
      provenance
    }),
    rounding: z4.strictObject({
      places: z4.int().check(z4.gte(0), z4.lte(12)),
      mode: z4.enum(["halfUp", "halfEven", "halfDown", "up", "down"]),
      provenance
    }),
    leastAnswers: z4.strictObject({ count: z4.int().check(z4.gte(1)), provenance })
  })
});

// src/survey/parseQuestionnaire.ts
function parseQuestionnaire(file) {
  return unwrap(safeParseQuestionnaire(file));
}
function safeParseQuestionnaire(file) {
  return readInput(file, (value) => {
    const { value: read, issues } = readWith(questionnaireFileSchema, value);
    return read === void 0 ? { value: void 0, issues } : { value: compileQuestionnaire(read), issues: questionnaireFaults(read) };
  });
}

// src/survey/unitCounts.ts
function unitCounts(tally, by2) {
  const units = /* @__PURE__ */ new Map();
  const unitOf = (cell) => {
    const key = JSON.stringify(by2.map((name2) => cell[name2] ?? ""));
    const known = units.get(key);
    if (known !== void 0) return known;
    const of = Object.fromEntries(by2.flatMap((name2) => cell[name2] === void 0 ? [] : [[name2, cell[name2]]]));
    const unit = { of, answers: [], parts: [] };
    units.set(key, unit);
    return unit;
  };
  for (const row of tally.answers) unitOf(row.cell).answers.push(row);
  for (const row of tally.parts) unitOf(row.cell).parts.push(row);
  return [...units.values()];
}
function weighedSum(rows, weighing, keyOf, worthOf2) {
  const counted4 = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const weight = weighing === "weighted" ? row.cell.weight ?? "1" : "1";
    const key = `${weight} ${keyOf(row)}`;
    const known = counted4.get(key);
    if (known === void 0)
      counted4.set(key, { value: worthOf2(row), weight: weight === "1" ? one : fromDecimal(weight), count: row.count });
    else known.count += row.count;
  }
  let total = zero;
  for (const { value, weight, count: count2 } of counted4.values()) {
    if (!isZero(value)) total = add(total, multiply(multiply(value, weight), ratio(count2)));
  }
  return total;
}

// src/survey/combine.ts
function partsOf2({ file }) {
  return [
    { kind: "overall" },
    ...file.blocks.flatMap((block) => [
      { kind: "block", block },
      ...block.factors.flatMap((factor) => [
        { kind: "factor", factor },
        ...factor.questions.map((question2) => ({ kind: "question", question: question2 }))
      ])
    ]),
    ...file.general === void 0 ? [] : [{ kind: "question", question: file.general }]
  ];
}
function questionsOf({ file }, part) {
  switch (part.kind) {
    case "question":
      return [part.question];
    case "factor":
      return part.factor.questions;
    case "block":
      return part.block.factors.flatMap(({ questions }) => questions);
    case "overall":
      return file.blocks.flatMap(({ factors }) => factors.flatMap(({ questions }) => questions));
  }
}
function idOfPart(part) {
  switch (part.kind) {
    case "question":
      return part.question.id;
    case "factor":
      return part.factor.id;
    case "block":
      return part.block.id;
    case "overall":
      return "";
  }
}
function ruleOf({ file }, part) {
  const { overall, within } = file.policies.combine;
  return part.kind === "question" ? "answers" : part.kind === "overall" ? overall : within;
}
function combine(questionnaire, counts, part, rule, weighing) {
  const { file } = questionnaire;
  const questions = questionsOf(questionnaire, part);
  switch (rule) {
    case "answers":
    case "pooled":
      return pooled(questionnaire, counts, questions, weighing);
    case "meanOfQuestions":
      return mean(questions.map((question2) => pooled(questionnaire, counts, [question2], weighing)));
    case "meanOfRespondents":
      return meanOfRespondents(counts, idOfPart(part), weighing);
    case "meanOfFactors": {
      const factors = part.kind === "block" ? part.block.factors : questionnaire.factors;
      return mean(
        factors.map((factor) => combine(questionnaire, counts, { kind: "factor", factor }, file.policies.combine.within, weighing))
      );
    }
    case "meanOfBlocks":
      return mean(
        file.blocks.map((block) => combine(questionnaire, counts, { kind: "block", block }, file.policies.combine.within, weighing))
      );
    case "generalQuestion":
      return file.general === void 0 ? void 0 : pooled(questionnaire, counts, [file.general], weighing);
  }
}
function worthOf({ file }, question2, answer) {
  const counts = optionOf(file.scales, question2, answer)?.counts;
  return counts === void 0 || !isWorth(counts) ? void 0 : fromDecimal(counts);
}
function optionOf(scales, question2, answer) {
  return scales[question2.scale]?.answers.find(({ code }) => code === answer);
}
function pooled(questionnaire, { answers }, questions, weighing) {
  const asked = new Map(questions.map((question2) => [question2.id, question2]));
  const worth = (row) => {
    const question2 = asked.get(row.question);
    return question2 === void 0 ? void 0 : worthOf(questionnaire, question2, row.answer);
  };
  const counting = answers.filter((row) => worth(row) !== void 0);
  const keyOf = ({ question: question2, answer }) => `${question2} ${answer}`;
  const answered = weighedSum(counting, weighing, keyOf, () => one);
  return isZero(answered) ? void 0 : divide(
    weighedSum(counting, weighing, keyOf, (row) => worth(row)),
    answered
  );
}
function meanOfRespondents({ parts }, id2, weighing) {
  const people2 = parts.filter((row) => row.part === id2 && row.answered > 0);
  const keyOf = ({ answered, worth }) => `${answered} ${worth}`;
  const all = weighedSum(people2, weighing, keyOf, () => one);
  if (isZero(all)) return void 0;
  const shares = weighedSum(people2, weighing, keyOf, ({ answered, worth }) => divide(fromExactText(worth), ratio(answered)));
  return divide(shares, all);
}
function mean(values) {
  const known = values.filter((value) => value !== void 0);
  return known.length === 0 || known.length < values.length ? void 0 : divide(sum(known), ratio(known.length));
}

// src/survey/satisfaction.ts
function satisfaction(questionnaire, tally, options = {}) {
  const { by: by2 = [], smallCells = "suppress" } = options;
  const { id: id2, revision, status, series, policies } = questionnaire.file;
  requireTally(questionnaire, tally, by2);
  const weighted = tally.keys.includes("weight");
  const least = policies.leastAnswers.count;
  return {
    questionnaire: { id: id2, revision, status, series },
    rule: policies.combine,
    leastAnswers: least,
    by: by2,
    units: unitCounts(tally, by2).map((counts) => ({
      of: counts.of,
      parts: partsOf2(questionnaire).map((part) => {
        const found = partSatisfaction(questionnaire, counts, part, weighted);
        return found.people === null || found.people >= least ? found : few(found, smallCells);
      })
    }))
  };
}
function requireTally({ file: { id: id2, revision } }, tally, by2) {
  const { questionnaire, keys } = tally;
  if (questionnaire.id !== id2 || questionnaire.revision !== revision) {
    const named = (one2) => `${one2.id} #${one2.revision}`;
    throw new ParError([issue("tallyOfOther", { tally: named(questionnaire), questionnaire: named({ id: id2, revision }) })]);
  }
  const lacking = by2.filter((key) => !keys.includes(key));
  if (lacking.length > 0) throw new ParError(lacking.map((key) => issue("notCountedBy", { key, keys })));
}
function partSatisfaction(questionnaire, counts, part, weighted) {
  const { file } = questionnaire;
  const rule = ruleOf(questionnaire, part);
  const asked = new Map(
    questionsOf(questionnaire, rule === "generalQuestion" ? generalPart(questionnaire, part) : part).map((one2) => [one2.id, one2])
  );
  const excluded = { blank: 0, noOpinion: 0, notUsed: 0 };
  let answered = 0;
  let mostToOne = 0;
  const toQuestion = /* @__PURE__ */ new Map();
  for (const { question: id3, answer, count: count2 } of counts.answers) {
    const question2 = asked.get(id3);
    if (question2 === void 0) continue;
    const counted4 = answer === "" ? "blank" : optionOf(file.scales, question2, answer)?.counts ?? "blank";
    if (counted4 === "blank" || counted4 === "noOpinion" || counted4 === "notUsed") excluded[counted4] += count2;
    else {
      answered += count2;
      const to = (toQuestion.get(id3) ?? 0) + count2;
      toQuestion.set(id3, to);
      mostToOne = Math.max(mostToOne, to);
    }
  }
  const id2 = idOfPart(part);
  const inPart = counts.parts.filter((row) => row.part === id2 && row.answered > 0).reduce((total, { count: count2 }) => total + count2, 0);
  const index = (weighing) => shown4(combine(questionnaire, counts, part, rule, weighing), file);
  const equal = index("equal");
  return {
    part: part.kind,
    id: id2,
    title: titleOf(part),
    rule,
    people: part.kind === "question" || inPart === 0 ? mostToOne : inPart,
    answered,
    excluded,
    equal,
    ...weighted ? { weighted: index("weighted") } : {},
    ...equal === null ? { why: "noAnswers" } : {}
  };
}
function generalPart({ file }, part) {
  return file.general === void 0 ? part : { kind: "question", question: file.general };
}
function few(found, smallCells) {
  if (found.people === 0) return found;
  if (smallCells === "flag") return { ...found, why: found.why ?? "tooFew" };
  const hidden = { ...found, people: null, answered: null, excluded: null, equal: null, why: "tooFew" };
  return found.weighted === void 0 ? hidden : { ...hidden, weighted: null };
}
function shown4(index, { policies }) {
  return index === void 0 ? null : { index: exactText(index), published: round(index, policies.rounding) };
}
function titleOf(part) {
  switch (part.kind) {
    case "overall":
      return { vi: "Ch\u1EC9 s\u1ED1 h\xE0i l\xF2ng chung", en: "Overall satisfaction index" };
    case "block":
      return part.block.title;
    case "factor":
      return part.factor.title;
    case "question":
      return part.question.title;
  }
}

// src/survey/fieldText.ts
function shownEncoding(bytes) {
  const [first, second, third] = bytes;
  if (first === 239 && second === 187 && third === 191) return { encoding: "utf-8", mark: 3 };
  if (first === 255 && second === 254) return { encoding: "utf-16le", mark: 2 };
  if (first === 254 && second === 255) return { encoding: "utf-16be", mark: 2 };
  if (first !== void 0 && first !== 0 && second === 0) return { encoding: "utf-16le", mark: 0 };
  if (first === 0 && second !== void 0 && second !== 0) return { encoding: "utf-16be", mark: 0 };
  return { encoding: void 0, mark: 0 };
}
function fieldText(stated) {
  const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const vietnamese = new TextDecoder("windows-1258");
  let encoding = stated;
  const utf8 = (bytes) => {
    try {
      return strict.decode(bytes);
    } catch {
      return void 0;
    }
  };
  return {
    encoding: () => encoding,
    read: (bytes, from, to) => {
      const field2 = bytes.subarray(from, to);
      if (encoding === void 0 && field2.some((byte) => byte > 127)) encoding = utf8(field2) === void 0 ? "windows-1258" : "utf-8";
      const text2 = encoding === "windows-1258" ? vietnamese.decode(field2) : utf8(field2);
      return text2?.normalize("NFC").trim();
    }
  };
}

// src/survey/tally.ts
var tallyKeys = ["province", "district", "commune", "service", "group", "channel", "stratum", "cluster", "weight"];
function byCell(keys) {
  return (a, b) => {
    for (const key of keys) {
      const [left, right] = [a[key] ?? "", b[key] ?? ""];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}

// src/survey/responseColumns.ts
var designHeadings = {
  province: ["t\u1EC9nh", "t\u1EC9nh/th\xE0nh ph\u1ED1", "t\u1EC9nh, th\xE0nh ph\u1ED1", "province"],
  district: ["huy\u1EC7n", "qu\u1EADn/huy\u1EC7n", "huy\u1EC7n/qu\u1EADn", "district"],
  commune: ["x\xE3", "x\xE3/ph\u01B0\u1EDDng", "x\xE3, ph\u01B0\u1EDDng", "commune"],
  service: ["d\u1ECBch v\u1EE5", "service"],
  group: ["nh\xF3m", "group"],
  channel: ["k\xEAnh", "channel"],
  stratum: ["t\u1EA7ng", "stratum"],
  cluster: ["c\u1EE5m", "cluster"],
  weight: ["tr\u1ECDng s\u1ED1", "weight"],
  respondent: ["m\xE3 phi\u1EBFu", "respondent"]
};
function responseColumns(questionnaire, headings, names, by2) {
  const { questions } = questionnaire;
  const meanings = /* @__PURE__ */ new Map();
  const mean2 = (column, headings2) => {
    for (const heading of headings2) if (!meanings.has(writtenKey(heading))) meanings.set(writtenKey(heading), column);
  };
  mean2({ kind: "ignored" }, names.ignored ?? []);
  for (const [place, { id: id2, title }] of questions.entries()) {
    const named = names.questions?.[id2];
    mean2({ kind: "question", place }, named === void 0 ? [id2, title.vi, title.en ?? id2] : [named]);
  }
  for (const key of tallyKeys) {
    const named = names.keys?.[key];
    mean2({ kind: "key", key }, named === void 0 ? designHeadings[key] : [named]);
  }
  mean2({ kind: "respondent" }, names.respondent === void 0 ? designHeadings.respondent : [names.respondent]);
  mean2({ kind: "unheaded" }, [""]);
  const known = questions.map(({ id: id2 }) => id2);
  const issues = [];
  const found = /* @__PURE__ */ new Map();
  const columns = headings.map((heading) => {
    const column = meanings.get(writtenKey(heading));
    if (column === void 0) issues.push(issue("columnUnknown", { heading, known }, { line: 1, path: [heading] }));
    else if (column.kind !== "ignored" && column.kind !== "unheaded") {
      const name2 = nameOf(column, known);
      found.set(name2, [...found.get(name2) ?? [], heading]);
    }
    return column ?? { kind: "ignored" };
  });
  for (const [column, twice] of found) {
    if (twice.length > 1) issues.push(issue("columnTwice", { column, headings: twice }, { line: 1 }));
  }
  const wanted = [...known, ...by2 ?? [], ...Object.keys(names.keys ?? {}), ...names.respondent === void 0 ? [] : ["respondent"]];
  for (const column of new Set(wanted)) if (!found.has(column)) issues.push(issue("columnMissing", { column }, { line: 1 }));
  return { columns, issues };
}
function nameOf(column, questions) {
  return column.kind === "question" ? questions[column.place] ?? "" : column.kind === "key" ? column.key : column.kind;
}

// src/survey/byteTable.ts
function byteTable() {
  let stored = new Uint8Array(256);
  let ends = new Float64Array(16);
  let slots = new Int32Array(32).fill(-1);
  let hashes = new Int32Array(16);
  let size = 0;
  const startOf = (number) => number === 0 ? 0 : ends[number - 1];
  function slotOf(bytes, from, to, hash) {
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = slot + 1 & mask) {
      const number = slots[slot];
      if (number < 0 || hashes[number] === hash && isSame(number, bytes, from, to)) return slot;
    }
  }
  function isSame(number, bytes, from, to) {
    let at2 = startOf(number);
    if (ends[number] - at2 !== to - from) return false;
    for (let place = from; place < to; place += 1, at2 += 1) if (stored[at2] !== bytes[place]) return false;
    return true;
  }
  function grow() {
    ends = widened(ends, new Float64Array(ends.length * 2));
    hashes = widened(hashes, new Int32Array(hashes.length * 2));
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < size; number += 1) {
      let slot = hashes[number] & mask;
      while (slots[slot] >= 0) slot = slot + 1 & mask;
      slots[slot] = number;
    }
  }
  return {
    find: (bytes, from, to) => slots[slotOf(bytes, from, to, hashOf(bytes, from, to))],
    add: (bytes, from, to) => {
      const hash = hashOf(bytes, from, to);
      const slot = slotOf(bytes, from, to, hash);
      const known = slots[slot];
      if (known >= 0) return known;
      const start = startOf(size);
      while (start + to - from > stored.length) stored = widened(stored, new Uint8Array(stored.length * 2));
      for (let place = from; place < to; place += 1) stored[start + place - from] = bytes[place];
      ends[size] = start + to - from;
      hashes[size] = hash;
      slots[slot] = size;
      size += 1;
      if (size === ends.length) grow();
      return size - 1;
    },
    size: () => size
  };
}
function widened(numbers, wider) {
  wider.set(numbers);
  return wider;
}
function hashOf(bytes, from, to) {
  let hash = 2166136261;
  for (let place = from; place < to; place += 1) hash = Math.imul(hash ^ bytes[place], 16777619);
  return hash ^ hash >>> 15;
}

// src/survey/numberCounts.ts
var mostPlaces = 1 << 22;
function numberCounts() {
  let places = new Uint32Array(1024);
  let numbers = new Float64Array(1024).fill(-1);
  let counts = new Float64Array(1024);
  let size = 0;
  function slotOf(number) {
    const mask = numbers.length - 1;
    const low = Math.imul(number | 0, 2654435761);
    let slot = (low ^ low >>> 15 ^ Math.floor(number / 4294967296)) & mask;
    while (numbers[slot] !== number && numbers[slot] !== -1) slot = slot + 1 & mask;
    return slot;
  }
  function grow() {
    const [oldNumbers, oldCounts] = [numbers, counts];
    numbers = new Float64Array(oldNumbers.length * 2).fill(-1);
    counts = new Float64Array(oldNumbers.length * 2);
    for (let slot = 0; slot < oldNumbers.length; slot += 1) {
      const number = oldNumbers[slot];
      if (number < 0) continue;
      const place = slotOf(number);
      numbers[place] = number;
      counts[place] = oldCounts[slot];
    }
  }
  return {
    add: (number) => {
      if (number < mostPlaces) {
        if (number >= places.length) places = widened2(places, number);
        places[number] = places[number] + 1;
        return;
      }
      const slot = slotOf(number);
      if (numbers[slot] === -1) {
        numbers[slot] = number;
        size += 1;
        counts[slot] = 1;
        if (size * 2 > numbers.length) grow();
      } else counts[slot] = counts[slot] + 1;
    },
    entries: () => {
      const found = [];
      for (const [number, count2] of places.entries()) if (count2 > 0) found.push([number, count2]);
      for (const [slot, number] of numbers.entries()) if (number >= 0) found.push([number, counts[slot]]);
      return found;
    }
  };
}
function widened2(places, number) {
  const wider = new Uint32Array(2 ** (Math.floor(Math.log2(number)) + 1));
  wider.set(places);
  return wider;
}

// src/survey/cellCounts.ts
function cellCounts(questionnaire) {
  const { questions, file } = questionnaire;
  const units = worthUnits(questionnaire);
  const codes = questions.map(({ scale }) => ["", ...file.scales[scale]?.answers.map(({ code }) => code) ?? []]);
  const starts = startsOf(codes.map(({ length }) => length));
  const width = starts[questions.length];
  const counting = new Uint8Array(width);
  const worths = new Float64Array(width);
  for (const [place, question2] of questions.entries()) {
    for (const [answer, code] of (codes[place] ?? []).entries()) {
      const counts2 = optionOf(file.scales, question2, code)?.counts;
      const worth2 = counts2 === void 0 ? void 0 : units.of(counts2);
      counting[starts[place] + answer] = worth2 === void 0 ? 0 : 1;
      worths[starts[place] + answer] = worth2 ?? 0;
    }
  }
  const parts = partsOf2(questionnaire).filter(({ kind }) => kind !== "question");
  const sizes = parts.map((part) => questionsOf(questionnaire, part).length);
  const ranges = Float64Array.from(sizes, (size) => units.most * size + 1);
  const stateStarts = startsOf(sizes.map((size, part) => (size + 1) * ranges[part]));
  const perCell = stateStarts[parts.length];
  const { inner, outer } = nesting(questionnaire);
  const cells = byteTable();
  const vectors = [];
  const states = numberCounts();
  const answered = new Int32Array(parts.length);
  const worth = new Float64Array(parts.length);
  let keyBytes = new Uint8Array(0);
  let key = new Int32Array(0);
  let counts = new Uint32Array(width * 16);
  function cellOf(symbols) {
    if (keyBytes.length === 0) {
      key = new Int32Array(Math.max(1, symbols.length));
      keyBytes = new Uint8Array(key.buffer);
    }
    key.set(symbols);
    const cell = cells.add(keyBytes, 0, symbols.length * 4);
    if (cell === vectors.length) {
      vectors.push(symbols.slice());
      if ((cell + 1) * width > counts.length) {
        const wider = new Uint32Array(counts.length * 2);
        wider.set(counts);
        counts = wider;
      }
    }
    return cell;
  }
  function add2(symbols, answers) {
    const cell = cellOf(symbols);
    const own = counts;
    const base = cell * width;
    answered.fill(0);
    worth.fill(0);
    for (let question2 = 0; question2 < answers.length; question2 += 1) {
      const at2 = starts[question2] + answers[question2];
      own[base + at2] = own[base + at2] + 1;
      const part = inner[question2];
      if (part < 0) continue;
      answered[part] = answered[part] + counting[at2];
      worth[part] = worth[part] + worths[at2];
    }
    const first = cell * perCell;
    for (let part = parts.length - 1; part >= 0; part -= 1) {
      const [many, much] = [answered[part], worth[part]];
      states.add(first + stateStarts[part] + many * ranges[part] + much);
      const holder = outer[part];
      if (part > 0) {
        answered[holder] = answered[holder] + many;
        worth[holder] = worth[holder] + much;
      }
    }
  }
  function tally(keys, values, respondents) {
    const named = vectors.map(
      (vector) => Object.fromEntries(keys.flatMap((key2, place) => vector[place] === 0 ? [] : [[key2, values[place]?.[vector[place] ?? 0]]]))
    );
    const byName = byCell(keys);
    const order = named.map((_, cell) => cell).sort((a, b) => byName(named[a], named[b]));
    const rows = [];
    for (const cell of order) {
      for (const [place, { id: id2 }] of questions.entries()) {
        for (const [answer, code] of (codes[place] ?? []).entries()) {
          const count2 = counts[cell * width + starts[place] + answer];
          if (count2 > 0) rows.push({ cell: named[cell], question: id2, answer: code, count: count2 });
        }
      }
    }
    const rank = new Float64Array(named.length);
    for (const [place, cell] of order.entries()) rank[cell] = place;
    const ids2 = parts.map(idOfPart);
    const written = /* @__PURE__ */ new Map();
    const worthText = (worth2) => {
      const text2 = written.get(worth2) ?? exactText(multiply(ratio(worth2), ratio(units.unit.numerator, units.unit.denominator)));
      written.set(worth2, text2);
      return text2;
    };
    const people2 = states.entries().map(([state, count2]) => ({ at: rank[Math.floor(state / perCell)] * perCell + state % perCell, count: count2 })).sort((a, b) => a.at - b.at).map(({ at: at2, count: count2 }) => {
      const inCell = at2 % perCell;
      const part = stateStarts.findLastIndex((start) => start <= inCell);
      const [state, range] = [inCell - stateStarts[part], ranges[part]];
      return {
        cell: named[order[Math.floor(at2 / perCell)]],
        part: ids2[part] ?? "",
        answered: Math.floor(state / range),
        worth: worthText(state % range),
        count: count2
      };
    });
    return { questionnaire: { id: file.id, revision: file.revision }, keys, respondents, answers: rows, parts: people2 };
  }
  return { add: add2, tally };
}
function startsOf(lengths) {
  const starts = new Float64Array(lengths.length + 1);
  for (const [place, length] of lengths.entries()) starts[place + 1] = starts[place] + length;
  return starts;
}
function nesting({ file, questions }) {
  const inner = /* @__PURE__ */ new Map();
  const outer = [0];
  for (const { factors } of file.blocks) {
    const block = outer.push(0) - 1;
    for (const factor of factors) {
      const place = outer.push(block) - 1;
      for (const { id: id2 } of factor.questions) inner.set(id2, place);
    }
  }
  return { inner: Int32Array.from(questions, ({ id: id2 }) => inner.get(id2) ?? -1), outer: Int32Array.from(outer) };
}

// src/survey/responseCounter.ts
function uncountable(questionnaire) {
  const { id: id2, coverage } = questionnaire.file;
  return [...coverage === "partial" ? [issue("questionnairePartial", { questionnaire: id2 })] : [], ...worthUnits(questionnaire).issues];
}
function responseCounter(questionnaire, text2, options) {
  const { questions, file } = questionnaire;
  const limit = options.listed ?? 20;
  const listed = [];
  const issueCounts = {};
  const rows = { read: 0, accepted: 0, excluded: 0, rejected: 0 };
  const scales = questions.map(({ scale }) => answerReader(file.scales[scale]?.answers ?? []));
  const counts = cellCounts(questionnaire);
  const people2 = byteTable();
  const answers = new Int32Array(questions.length);
  const strata = [];
  let headings = [];
  let fatal;
  let columns;
  let kinds = new Int8Array(0);
  let targets = new Int32Array(0);
  let keys = [];
  let keyReaders = [];
  let symbols = new Int32Array(0);
  let clusterPlace = -1;
  let stratumPlace = -1;
  const meanings = [];
  let respondent = new Uint8Array(64);
  let respondentLength = 0;
  let line = 1;
  let isFilled = false;
  let hasText = false;
  let faults = [];
  function fault(code, payload, column) {
    faults.push(issue(code, payload, { line, ...column === void 0 ? {} : { path: [headings[column] ?? ""] } }));
  }
  function list3(found) {
    const count2 = (issueCounts[found.code] ?? 0) + 1;
    issueCounts[found.code] = count2;
    if (count2 <= limit) listed.push(found);
  }
  function readHeadings() {
    const read = responseColumns(questionnaire, headings, options.columns ?? {}, options.by);
    if (read.issues.length > 0) fatal = [...faults, ...read.issues];
    const isKey = (key) => read.columns.some((column) => column.kind === "key" && column.key === key);
    keys = tallyKeys.filter((key) => isKey(key) && (options.by === void 0 || options.by.includes(key)));
    keyReaders = keys.map(keyReader);
    symbols = new Int32Array(keys.length);
    [clusterPlace, stratumPlace] = [keys.indexOf("cluster"), keys.indexOf("stratum")];
    columns = read.columns;
    kinds = Int8Array.from(
      columns,
      (column) => column.kind === "key" && !keys.includes(column.key) ? kindsOf.ignored : kindsOf[column.kind]
    );
    targets = Int32Array.from(
      columns,
      (column) => column.kind === "question" ? column.place : column.kind === "key" ? keys.indexOf(column.key) : 0
    );
  }
  function readAnswer(column, question2, bytes, from, to) {
    const scale = scales[question2];
    const answer = scale.find(bytes, from, to);
    if (answer >= 0) {
      answers[question2] = answer;
      if (answer > 0) isFilled = true;
      return;
    }
    const written = text2.read(bytes, from, to);
    if (written === void 0) fault("bytesNotText", {}, column);
    else {
      const meant = scale.learn(written, bytes, from, to);
      answers[question2] = Math.max(meant, 0);
      if (meant !== 0) isFilled = true;
      if (meant < 0) fault("answerOutsideScale", { received: written, allowed: scale.codes }, column);
    }
  }
  function readKey(column, place, bytes, from, to) {
    const reader = keyReaders[place];
    const symbol = reader.find(bytes, from, to);
    symbols[place] = symbol;
    if (symbol >= 0) return;
    const written = text2.read(bytes, from, to);
    symbols[place] = 0;
    if (written === void 0) {
      fault("bytesNotText", {}, column);
      return;
    }
    const value = keys[place] === "weight" && written !== "" ? weightOf(written) : written;
    if (value === void 0) fault("weightNotPositive", { received: written }, column);
    else symbols[place] = reader.learn(value, bytes, from, to);
  }
  function readRespondent(bytes, from, to) {
    let [start, end2] = [from, to];
    while (start < end2 && bytes[start] <= 32) start += 1;
    while (end2 > start && bytes[end2 - 1] <= 32) end2 -= 1;
    respondentLength = end2 - start;
    if (respondent.length < respondentLength) respondent = new Uint8Array(respondentLength * 2);
    for (let at2 = start; at2 < end2; at2 += 1) respondent[at2 - start] = bytes[at2];
  }
  function checkRow() {
    for (let column = 0; column < kinds.length; column += 1) {
      const isBlank = kinds[column] === kindsOf.key && symbols[targets[column]] === 0 && designKeys.includes(keys[targets[column]]) || kinds[column] === kindsOf.respondent && respondentLength === 0;
      if (isBlank && faults.length === 0) fault("designMissing", { column: headings[column] ?? "" }, column);
    }
  }
  const symbolOf = (place) => place < 0 ? 0 : symbols[place];
  function otherStratum() {
    const [cluster, stratum] = [symbolOf(clusterPlace), symbolOf(stratumPlace)];
    const before = strata[cluster] ?? stratum;
    return cluster > 0 && stratum > 0 && before !== stratum ? before : void 0;
  }
  function accept() {
    rows.accepted += 1;
    strata[symbolOf(clusterPlace)] = symbolOf(stratumPlace);
    counts.add(symbols, answers);
  }
  function begin(at2) {
    line = at2;
    isFilled = false;
    hasText = false;
    respondentLength = 0;
    if (faults.length > 0) faults = [];
    if (columns === void 0) headings = [];
  }
  function field2(column, bytes, from, to) {
    if (to > from) hasText = true;
    switch (kinds[column]) {
      case kindsOf.question:
        readAnswer(column, targets[column], bytes, from, to);
        return;
      case kindsOf.key:
        readKey(column, targets[column], bytes, from, to);
        return;
      case kindsOf.respondent:
        readRespondent(bytes, from, to);
        return;
      case kindsOf.unheaded:
        if (text2.read(bytes, from, to) !== "") fault("columnUnknown", { heading: "", known: [] }, column);
        return;
      case void 0: {
        if (columns !== void 0) return;
        const heading = text2.read(bytes, from, to);
        if (heading === void 0) fault("bytesNotText", {}, column);
        headings.push(heading ?? "");
      }
    }
  }
  function end(fields) {
    if (columns === void 0) readHeadings();
    else if (fatal === void 0 && hasText) readRow(fields, columns.length);
  }
  function readRow(fields, wanted) {
    rows.read += 1;
    if (fields !== wanted) faults = [issue("fieldsMiscounted", { fields, columns: wanted }, { line })];
    else if (!isFilled && faults.length === 0) {
      rows.excluded += 1;
      return;
    } else checkRow();
    const other = otherStratum();
    if (faults.length === 0 && other !== void 0) {
      const nameOf3 = (key, symbol) => keyReaders[keys.indexOf(key)]?.values[symbol] ?? "";
      const names = { cluster: nameOf3("cluster", symbolOf(clusterPlace)), stratum: nameOf3("stratum", symbolOf(stratumPlace)) };
      fault("clusterInTwoStrata", { ...names, other: nameOf3("stratum", other) });
    }
    if (faults.length === 0 && respondentLength > 0) {
      const before = people2.size();
      if (people2.add(respondent, 0, respondentLength) < before) {
        fault("respondentTwice", { respondent: text2.read(respondent, 0, respondentLength) ?? "" });
      }
    }
    if (faults.length > 0) {
      rows.rejected += 1;
      for (const found of faults) list3(found);
      return;
    }
    accept();
  }
  function meaningOf(column, bytes) {
    const target = targets[column];
    begin(line);
    field2(column, bytes, 0, bytes.length);
    switch (kinds[column]) {
      case kindsOf.question:
        return faults.length > 0 ? -1 : answers[target];
      case kindsOf.key: {
        const symbol = symbols[target];
        return faults.length > 0 || symbol === 0 && designKeys.includes(keys[target]) ? -1 : symbol;
      }
      case kindsOf.ignored:
        return 0;
      default:
        return -1;
    }
  }
  function batch(first, given, size) {
    line = first;
    const isPlain = new Uint8Array(size).fill(1);
    const isAnswered = new Uint8Array(size);
    const meant = given.map(({ numbers, bytesOf: bytesOf2 }, column) => {
      const known = meanings[column] ?? new Int32Array(knownNumbers + 1).fill(notKnown);
      meanings[column] = known;
      const read = new Int32Array(size);
      for (let row = 0; row < size; row += 1) {
        const number = numbers[row];
        const place = Number.isNaN(number) ? 0 : number + 1;
        let meaning = known[place] ?? notKnown;
        if (meaning === notKnown) {
          meaning = meaningOf(column, bytesOf2(number));
          known[place] = meaning;
        }
        if (meaning < 0) isPlain[row] = 0;
        else if (meaning > 0 && kinds[column] === kindsOf.question) isAnswered[row] = 1;
        read[row] = meaning;
      }
      return read;
    });
    for (let row = 0; row < size; row += 1) {
      if (isPlain[row] === 1 && isAnswered[row] === 1) {
        for (let column = 0; column < meant.length; column += 1) {
          const meaning = meant[column][row];
          if (kinds[column] === kindsOf.question) answers[targets[column]] = meaning;
          else if (kinds[column] === kindsOf.key) symbols[targets[column]] = meaning;
        }
        if (otherStratum() === void 0) {
          rows.read += 1;
          accept();
          continue;
        }
      }
      begin(first + row);
      for (const [column, { numbers, bytesOf: bytesOf2 }] of given.entries()) {
        const bytes = bytesOf2(numbers[row]);
        field2(column, bytes, 0, bytes.length);
      }
      end(given.length);
    }
  }
  return {
    begin,
    field: field2,
    end,
    batch,
    broken: () => {
      const found = issue("quoteNotClosed", {}, { line });
      if (columns === void 0) fatal = [found];
      if (columns === void 0) columns = [];
      if (fatal !== void 0) return;
      rows.read += 1;
      rows.rejected += 1;
      list3(found);
    },
    fatal: () => {
      if (columns === void 0) readHeadings();
      return fatal;
    },
    rows: () => rows,
    issues: () => listed,
    issueCounts: () => issueCounts,
    ignored: () => headings.filter((heading, column) => heading !== "" && kinds[column] === kindsOf.ignored),
    tally: () => counts.tally(
      keys,
      keyReaders.map(({ values }) => values),
      rows.accepted
    )
  };
}
var knownNumbers = 1 << 12;
var notKnown = -2;
var kindsOf = { question: 0, key: 1, respondent: 2, ignored: 3, unheaded: 4 };
var designKeys = ["stratum", "cluster", "weight"];
function answerReader(options) {
  const codes = options.map(({ code }) => code);
  const meant = codesByWriting(options);
  const letters = new Int16Array(256).fill(-1);
  const table = byteTable();
  const answers = [];
  const answerOf = (written) => written === "" ? 0 : codes.indexOf(meant.get(writtenKey(written)) ?? "") + 1 || -1;
  for (let byte = 33; byte < 127; byte += 1) letters[byte] = answerOf(String.fromCharCode(byte));
  return {
    codes,
    find: (bytes, from, to) => {
      if (to - from === 1) return letters[bytes[from]];
      if (to === from) return 0;
      const known = table.find(bytes, from, to);
      return known < 0 ? -1 : answers[known];
    },
    learn: (written, bytes, from, to) => {
      const answer = answerOf(written);
      if (answer >= 0 && to - from > 1) answers[table.add(bytes, from, to)] = answer;
      return answer;
    }
  };
}
function keyReader() {
  const values = [""];
  const known = /* @__PURE__ */ new Map([["", 0]]);
  const table = byteTable();
  const symbols = [];
  return {
    values,
    find: (bytes, from, to) => {
      const number = table.find(bytes, from, to);
      return number < 0 ? -1 : symbols[number];
    },
    learn: (value, bytes, from, to) => {
      const symbol = known.get(value) ?? values.push(value) - 1;
      known.set(value, symbol);
      symbols[table.add(bytes, from, to)] = symbol;
      return symbol;
    }
  };
}
function weightOf(written) {
  const decimal2 = written.replace(/^(\d+),(\d+)$/, "$1.$2");
  if (!isDecimal(decimal2) || decimal2.startsWith("-")) return void 0;
  const weight = fromDecimal(decimal2);
  return weight.numerator > 0n ? exactText(weight) : void 0;
}

// src/node/parseParquet.ts
async function parseParquet(questionnaire, path, options = {}) {
  return unwrap(await safeParseParquet(questionnaire, path, options));
}
async function safeParseParquet(questionnaire, path, options = {}) {
  const refused = uncountable(questionnaire);
  if (refused.length > 0) return { ok: false, issues: refused };
  const { DuckDBInstance: DuckDBInstance2 } = await import("@duckdb/node-api");
  const database = await DuckDBInstance2.create(":memory:");
  const connection = await database.connect();
  try {
    for (const _ of readChunks(path)) break;
    return await counted3(connection, questionnaire, path, options);
  } catch (error) {
    if (error instanceof ParError) return { ok: false, issues: error.issues };
    return { ok: false, issues: [issue("fileUnreadable", { reason: "other" }, { file: path })] };
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}
async function counted3(connection, questionnaire, path, options) {
  const { by: by2 } = options;
  const table = `read_parquet('${path.replaceAll("'", "''")}')`;
  const rowsOf = async (sql) => (await connection.run(sql)).getRowObjects();
  const described = await rowsOf(`DESCRIBE SELECT * FROM ${table}`);
  const headings = described.map(({ column_name }) => String(column_name));
  const { columns, issues } = responseColumns(questionnaire, headings, options.columns ?? {}, by2);
  if (issues.length > 0) return { ok: false, issues };
  const wanted = columns.map(
    (column) => column.kind !== "ignored" && (column.kind !== "key" || by2 === void 0 || by2.includes(column.key))
  );
  const respondent = columns.findIndex(({ kind }) => kind === "respondent");
  if (respondent >= 0) wanted[respondent] = !await isEachOnce(rowsOf, table, headings[respondent] ?? "");
  const told = headings.flatMap((heading, place) => {
    if (!wanted[place]) return [];
    const isNumber = columns[place]?.kind === "question" && numberTypes.test(String(described[place]?.column_type));
    return [{ heading, holds: place === respondent ? "ids" : isNumber ? "numbers" : "texts" }];
  });
  const counter = responseCounter(questionnaire, fieldText("utf-8"), {
    ...options,
    columns: wanted[respondent] ? options.columns : { ...options.columns, respondent: void 0 }
  });
  counter.begin(1);
  for (const [column, { heading }] of told.entries()) {
    const bytes = bytesOf(heading);
    counter.field(column, bytes, 0, bytes.length);
  }
  counter.end(told.length);
  const texts = await writtenTexts(connection, rowsOf, table, told);
  const result2 = await connection.stream(`SELECT ${told.map(selected).join(", ")} FROM ${table}`);
  for (let line = 2; ; ) {
    const chunk = await result2.fetchChunk();
    const size = chunk?.rowCount ?? 0;
    if (chunk === null || size === 0) break;
    const numbered = told.map((column, place) => numberedColumn(chunk.getColumnVector(place), column, size, texts));
    counter.batch(line, numbered, size);
    line += size;
    options.progress?.(counter.rows().read);
  }
  const fatal = counter.fatal();
  if (fatal !== void 0) return { ok: false, issues: fatal };
  const ignored = headings.filter((_, place) => !wanted[place] && place !== respondent);
  const value = { tally: counter.tally(), rows: { ...counter.rows() }, issues: counter.issues(), issueCounts: counter.issueCounts() };
  return { ok: true, value: { ...value, read: { ignored } }, warnings: [] };
}
var numberTypes = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|DOUBLE)$/;
async function isEachOnce(rowsOf, table, heading) {
  const id2 = `TRIM(${textOf(heading)}, E' \\t\\r\\n')`;
  const [found] = await rowsOf(`SELECT COUNT(*) = COUNT(DISTINCT hash(${id2})) FILTER (WHERE ${id2} <> '') AS each_once FROM ${table}`);
  return found?.each_once === true;
}
async function writtenTexts(connection, rowsOf, table, told) {
  const columns = told.filter(({ holds }) => holds === "texts").map(({ heading }) => textOf(heading));
  if (columns.length === 0) return [];
  const written = columns.map((column) => `SELECT DISTINCT ${column} AS written FROM ${table} WHERE ${column} IS NOT NULL`);
  await connection.run(`CREATE TYPE texts AS ENUM (${written.join(" UNION ")})`);
  const rows = await rowsOf("SELECT UNNEST(enum_range(NULL::texts)) AS written");
  return rows.map((row) => bytesOf(String(row.written)));
}
function selected({ heading, holds }) {
  switch (holds) {
    case "ids":
      return `COALESCE(${textOf(heading)}, '')`;
    case "numbers":
      return `COALESCE(CAST(${nameOf2(heading)} AS DOUBLE), 'NaN')`;
    case "texts":
      return `COALESCE(CAST(enum_code(CAST(${textOf(heading)} AS texts)) AS DOUBLE), 'NaN')`;
  }
}
function numberedColumn(vector, { holds }, size, texts) {
  if (holds === "ids")
    return { numbers: Float64Array.from({ length: size }, (_, row) => row), bytesOf: (row) => bytesOf(String(vector.getItem(row))) };
  const numbers = new Float64Array(size);
  for (let row = 0; row < size; row += 1) numbers[row] = vector.getItem(row);
  const written = (number) => (holds === "texts" ? texts[number] : bytesOf(String(number))) ?? blank;
  return { numbers, bytesOf: (number) => Number.isNaN(number) ? blank : written(number) };
}
var blank = new Uint8Array(0);
var encoder = new TextEncoder();
function bytesOf(text2) {
  return encoder.encode(text2);
}
function nameOf2(heading) {
  return `"${heading.replaceAll('"', '""')}"`;
}
function textOf(heading) {
  return `CAST(${nameOf2(heading)} AS VARCHAR)`;
}

// src/survey/csvScanner.ts
var lineFeed = 10;
var carriageReturn = 13;
var quote = 34;
var longestRow = 1 << 20;
function csvScanner(separator, reader) {
  let buffer = new Uint8Array(0);
  let length = 0;
  let line = 1;
  let isSkipping = false;
  let unquoted = new Uint8Array(256);
  function drain(isLast) {
    buffer[length] = lineFeed;
    let start = isSkipping ? afterLine(0) : 0;
    while (start < length) {
      const next = readRow(start, isLast);
      if (next < 0) break;
      start = next;
    }
    start = Math.min(start, length);
    buffer.copyWithin(0, start, length);
    length -= start;
  }
  function readRow(start, isLast) {
    const first = buffer[start];
    if (first === lineFeed || first === carriageReturn && buffer[start + 1] === lineFeed && (isLast || start + 1 < length)) {
      line += 1;
      return start + (first === lineFeed ? 1 : 2);
    }
    reader.begin(line);
    let place = start;
    let lines = 1;
    for (let column = 0; ; column += 1) {
      let byte = buffer[place];
      if (byte === quote) {
        const after = readQuoted(column, place + 1, isLast);
        if (after < 0) return after === unfinished && !isLast && length - start < longestRow ? unfinished : skipLine(start);
        for (; place < after; place += 1) if (buffer[place] === lineFeed) lines += 1;
        if (buffer[place] === carriageReturn) place += 1;
        byte = buffer[place];
      } else {
        const from = place;
        while (byte !== separator && byte !== lineFeed) byte = buffer[++place];
        if (place >= length && !isLast) return length - start < longestRow ? unfinished : skipLine(start);
        const isCrLf = byte === lineFeed && place > from && buffer[place - 1] === carriageReturn;
        reader.field(column, buffer, from, isCrLf ? place - 1 : place);
      }
      if (byte === separator) place += 1;
      else {
        line += lines;
        reader.end(column + 1);
        return place + 1;
      }
    }
  }
  function readQuoted(column, from, isLast) {
    let place = from;
    let doubled = 0;
    for (; place < length; place += 1) {
      if (buffer[place] !== quote) continue;
      if (buffer[place + 1] !== quote) break;
      doubled += 1;
      place += 1;
    }
    if (place >= length || place + 2 >= length && !isLast) return unfinished;
    const next = buffer[place + 1];
    if (next !== separator && next !== lineFeed && !(next === carriageReturn && buffer[place + 2] === lineFeed)) return misplaced;
    if (doubled === 0) reader.field(column, buffer, from, place);
    else reader.field(column, unquoted, 0, unquote(from, place));
    return place + 1;
  }
  function unquote(from, to) {
    if (unquoted.length < to - from) unquoted = new Uint8Array(to - from);
    let written = 0;
    for (let place = from; place < to; place += 1, written += 1) {
      unquoted[written] = buffer[place];
      if (buffer[place] === quote) place += 1;
    }
    return written;
  }
  function skipLine(start) {
    reader.broken();
    return afterLine(start);
  }
  function afterLine(start) {
    const end = buffer.indexOf(lineFeed, start);
    isSkipping = end >= length;
    if (!isSkipping) line += 1;
    return end + 1;
  }
  return {
    push: (chunk) => {
      for (let at2 = 0; at2 < chunk.length; at2 += longestRow) {
        const piece = chunk.subarray(at2, at2 + longestRow);
        if (length + piece.length + 1 > buffer.length) buffer = widened3(buffer, length + piece.length + 1);
        buffer.set(piece, length);
        length += piece.length;
        drain(false);
      }
    },
    finish: () => {
      if (length > 0) drain(true);
    }
  };
}
var unfinished = -1;
var misplaced = -2;
function widened3(bytes, length) {
  const wider = new Uint8Array(length);
  wider.set(bytes);
  return wider;
}

// src/survey/parseResponses.ts
function parseResponses(questionnaire, file, options = {}) {
  return unwrap(safeParseResponses(questionnaire, file, options));
}
function safeParseResponses(questionnaire, file, options = {}) {
  const reader = responsesReader(questionnaire, options);
  for (const chunk of typeof file === "string" ? [new TextEncoder().encode(file)] : file) {
    if (!reader.push(chunk)) break;
  }
  return reader.finish();
}
var longestHeading = 1 << 16;
function responsesReader(questionnaire, options) {
  const refused = uncountable(questionnaire);
  let encoding = options.encoding;
  let separator = options.separator ?? "";
  let transcode;
  let waiting = new Uint8Array(0);
  let opening;
  let scanner;
  let counter;
  let text2;
  function begin() {
    const heading = firstLine(waiting);
    if (separator === "") separator = likeliestSeparator(heading);
    text2 = fieldText(encoding === "windows-1258" ? "windows-1258" : encoding === void 0 ? void 0 : "utf-8");
    counter = responseCounter(questionnaire, text2, options);
    scanner = csvScanner(separator.charCodeAt(0), counter);
    scanner.push(waiting);
    waiting = new Uint8Array(0);
  }
  function pushText(bytes, isLast) {
    if (scanner !== void 0) scanner.push(bytes);
    else {
      waiting = joined(waiting, bytes);
      if (isLast || waiting.includes(10) || waiting.length > longestHeading) begin();
    }
  }
  function pushBytes(bytes, isLast) {
    transcode ??= told(bytes, isLast);
    if (transcode !== void 0) pushText(transcode(opening ?? bytes), isLast);
    opening = void 0;
  }
  function told(bytes, isLast) {
    waiting = joined(waiting, bytes);
    if (waiting.length < 4 && !isLast) return void 0;
    const shown5 = shownEncoding(waiting);
    encoding ??= shown5.encoding;
    opening = waiting.subarray(shown5.encoding === encoding ? shown5.mark : 0);
    waiting = new Uint8Array(0);
    return encoding === "utf-16le" || encoding === "utf-16be" ? toUtf8(encoding) : (chunk) => chunk;
  }
  return {
    push: (chunk) => {
      if (refused.length > 0) return false;
      pushBytes(chunk, false);
      if (counter !== void 0) options.progress?.(counter.rows().read);
      return true;
    },
    finish: () => {
      if (refused.length > 0) return { ok: false, issues: refused };
      if (scanner === void 0) pushBytes(new Uint8Array(0), true);
      scanner?.finish();
      const fatal = counter?.fatal();
      if (counter === void 0 || fatal !== void 0) return { ok: false, issues: fatal ?? [] };
      const read = { encoding: encoding ?? text2?.encoding(), separator, ignored: counter.ignored() };
      const { rows, issues, issueCounts, tally } = counter;
      const value = { tally: tally(), rows: { ...rows() }, issues: issues(), issueCounts: issueCounts(), read };
      return { ok: true, value, warnings: [] };
    }
  };
}
function toUtf8(encoding) {
  const decoder = new TextDecoder(encoding);
  const encoder2 = new TextEncoder();
  return (chunk) => encoder2.encode(decoder.decode(chunk, { stream: true }));
}
function firstLine(bytes) {
  const end = bytes.indexOf(10);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
function likeliestSeparator(heading) {
  const counts = new Map([";", ",", "	"].map((separator) => [separator, 0]));
  let isQuoted = false;
  for (const byte of heading) {
    const letter = String.fromCharCode(byte);
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && counts.has(letter)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return [...counts].reduce((most, one2) => one2[1] > most[1] ? one2 : most)[0];
}
function joined(left, right) {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}

// bench/_s3.mjs
var people = Number(process.env.PEOPLE ?? 1e6);
var invented = { confidence: "invented" };
var words2 = (vi) => ({ vi });
var by = ["province", "district", "group"];
var survey = parseQuestionnaire({
  format: "par-index/questionnaire/1",
  id: "bench/survey",
  revision: 1,
  status: "example",
  title: words2("Phi\u1EBFu \u0111o th\u1EDDi gian"),
  notice: words2("\u0110\u1EB7t ra \u0111\u1EC3 \u0111o th\u1EDDi gian."),
  instrument: { provenance: invented },
  periods: ["2024"],
  coverage: "complete",
  series: { id: "bench", by: "province", title: words2("\u0110o th\u1EDDi gian"), provenance: invented },
  sources: {},
  scales: {
    five: {
      answers: [1, 2, 3, 4, 5].map((code) => ({ code: String(code), title: words2(`M\u1EE9c ${code}`), counts: code >= 4 ? "100" : "0" })),
      provenance: invented
    }
  },
  blocks: [0, 1].map((block) => ({
    id: `B${block}`,
    title: words2(`Nh\xF3m ${block}`),
    factors: [0, 1, 2, 3].map((factor) => ({
      id: `F${block}${factor}`,
      title: words2(`Y\u1EBFu t\u1ED1 ${block} ${factor}`),
      provenance: invented,
      questions: [1, 2, 3, 4, 5].map((question2) => {
        const id2 = `q${block * 20 + factor * 5 + question2}`;
        return { id: id2, title: words2(`C\xE2u ${id2}`), provenance: invented, scale: "five" };
      })
    }))
  })),
  policies: {
    combine: { overall: "pooled", within: "pooled", provenance: invented },
    rounding: { places: 2, mode: "halfUp", provenance: invented },
    leastAnswers: { count: 30, provenance: invented }
  }
});
var ids = survey.questions.map(({ id: id2 }) => id2);
var csv = join(tmpdir(), `par-index-survey-${people}.csv`);
var parquet = join(tmpdir(), `par-index-survey-${people}.parquet`);
async function query(sql) {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return (await connection.run(sql)).getRowObjects();
}
var scanAndCount = (table) => `SELECT ${[...by.map((key) => `"${key}"`), "question", "answer"].join(", ")}, COUNT(*) FROM (UNPIVOT (SELECT ${[...by.map((key) => `"${key}"`), ...ids].join(", ")} FROM ${table}) ON ${ids.join(", ")} INTO NAME question VALUE answer) GROUP BY ALL`;
var t = async (name2, fn) => {
  for (let i = 0; i < 4; i++) {
    const s = performance.now();
    const r = await fn();
    console.log(name2, (performance.now() - s).toFixed(0), r);
  }
};
var got;
await t("rival", async () => {
  (await query(scanAndCount(`'${parquet}'`))).length;
});
await t("parseParquet", async () => {
  got = await parseParquet(survey, parquet, { by });
  return JSON.stringify([got.rows, got.issues.slice(0, 1), got.tally.answers.length, got.tally.parts.length]);
});
await t("satisfaction", async () => {
  satisfaction(survey, got.tally, { by: ["province"] });
});
console.log(process.resourceUsage().maxRSS / 1024);
if (process.env.CHECK) {
  const csvT = parseResponses(survey, readChunks(csv), { by }).tally;
  console.log(JSON.stringify(csvT) === JSON.stringify(got.tally));
}
