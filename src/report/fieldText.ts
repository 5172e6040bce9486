import { formatNumber, type Language } from "../exact/formatNumber";

/** Keys of a criteria file whose values are numbers. */
const numberKeys = /(^|\.)(maxPoints|points|percentOfMax|target|atLeast|moreThan|lessThan|atMost|notDone|divisor)$/;

/** A value of a criteria file for people: numbers as the language prints them, other text as it stands in the file. */
export function fieldText(path: string, value: string, language: Language): string {
  return numberKeys.test(path) && value !== "" ? formatNumber(value, language) : value;
}
