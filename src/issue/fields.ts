import * as z from "zod/mini";
import { type CivilDate, readCivilDate } from "../exact/civilDate";
import { exactText, fromDecimal, fromExactText, isDecimal, isExactText, mostDigits } from "../exact/decimal";
import type { Language } from "../exact/formatNumber";
import { type Issue, type IssueCode, type IssuePayloads, issue } from "./issue";

/**
 * The few kinds of field that our files are made of. Each says in our own issues what is wrong with a value, and answers
 * the value in its one canonical form, so that reading what was read before changes nothing.
 */

/** An issue found inside a zod check, carried through zod until `fromZod` takes it out again. */
function zodIssue<Code extends IssueCode>(code: Code, payload: IssuePayloads[Code]): z.core.$ZodRawIssue {
  return { code: "custom", input: undefined, path: [], params: { issue: issue(code, payload) } };
}

/** Turns an unknown value into a canonical one, or reports why it cannot. */
function field<T>(read: (input: unknown, report: <C extends IssueCode>(code: C, payload: IssuePayloads[C]) => T) => T) {
  return z.pipe(
    z.unknown(),
    z.transform(
      (input: unknown, context): T =>
        read(input, (code, payload) => {
          context.issues.push(zodIssue(code, payload) as (typeof context.issues)[number]);
          return undefined as T;
        }),
    ),
  );
}

/** Text that says something, in composed form (NFC), without blanks at its ends and without characters nobody sees. */
export const text = field<string>(readText);

/** Words for people: Vietnamese always, English where it is at hand. */
export const words = z.strictObject({ vi: text, en: z.optional(text) });
export type Words = z.output<typeof words>;

/** Words in the reader's language; the Vietnamese ones where there are no English ones. */
export function wordsIn({ vi, en }: Words, language: Language): string {
  return language === "en" ? (en ?? vi) : vi;
}

/** A name used inside a file, such as an option's id. */
export const identifier = name(/^[a-z][A-Za-z0-9-]*$/, "onTime");

/** Text of a fixed pattern; the example tells people what it looks like. */
export function name(pattern: RegExp, example: string) {
  return z.string().check(z.regex(pattern, { error: example }));
}

/** An object of entries, as JSON has it: no list, no date, no instance of a class. */
export const plainObject = field<Readonly<Record<string, unknown>>>((input, report) =>
  isPlainObject(input) ? input : report("wrongType", { expected: "object", received: nameOfType(input) }),
);

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** A decimal in a criteria file: text, exact, with a point: `"0.25"`. A JSON number is refused, since it may have lost digits. */
export const decimal = field<string>((input, report) => {
  if (typeof input === "number") return report("wrongType", { expected: "decimal", received: String(input) });
  if (typeof input !== "string") return report("wrongType", { expected: "decimal", received: nameOfType(input) });
  return readDecimal(input, report, fileExample);
});

/** A decimal that cannot be negative, as points and thresholds are. */
export const nonNegativeDecimal = field<string>((input, report) => {
  if (typeof input !== "string") return report("wrongType", { expected: "decimal", received: received(input) });
  const value = readDecimal(input, report, fileExample);
  return value?.startsWith("-") ? report("negative", { received: value }) : value;
});

/** A count that an officer reports: 0, 1, 2, …, as a JSON number or as text. */
export const count = field<number>((input, report) => {
  const written = received(input).trim();
  if (/^-\d*[1-9]\d*$/.test(written) || (typeof input === "number" && Number.isInteger(input) && input < 0)) {
    return report("negative", { received: written });
  }
  if (!/^\d+$/.test(written) && !(typeof input === "number" && Number.isInteger(input))) return report("notWhole", { received: written });
  const most = Number.MAX_SAFE_INTEGER;
  return Number(written) > most ? report("countTooLarge", { received: written, most: String(most) }) : Number(written);
});

/** An amount that an officer reports, such as money: a whole JSON number, or text with a decimal comma or point. */
export const amount = field<string>((input, report) => {
  const value = reportedDecimal(input, report, { watchForThousands: true });
  if (value?.startsWith("-")) return report("negative", { received: value });
  return value !== undefined && looksGrouped.test(value) ? `${value}0` : value;
});

/** Points that an officer or appraiser reports. */
export const points = field<string>((input, report) => {
  const value = reportedDecimal(input, report, { watchForThousands: false });
  return value?.startsWith("-") ? report("negative", { received: value }) : value;
});

/** Percent that an officer reports, from 0 to 100. From above 0 to 1 it may be a ratio written by mistake, and is questioned. */
export const percent = field<string>((input, report) => {
  const value = reportedDecimal(input, report, { watchForThousands: false });
  if (value === undefined) return value;
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

/**
 * A ratio from 0 to 1 that an officer reports: the way to say that a rate really is below 1 %, and by a fraction (`"57/62"`) to
 * say one whose decimals never end.
 */
export const ratioOfOne = field<string>((input, report) => {
  const value = readFraction(input) ?? reportedDecimal(input, report, { watchForThousands: false });
  if (value?.startsWith("-")) return report("negative", { received: value });
  if (value === undefined) return value;
  const number = fromExactText(value);
  return number.numerator > number.denominator ? report("ratioAboveOne", { received: value }) : value;
});

/** A day: `2021-01-15`, or `15/1/2021` as offices write it. */
export const civilDate = field<string>((input, report) => {
  const date = typeof input === "string" ? readCivilDate(input.trim()) : undefined;
  return date ?? report("notADate", { received: received(input) });
});

/** What is wrong with days of which the first must not come after the last. Written year first, they are in the order of their text. */
export function dayOrderFaults({ from, to }: { readonly from?: CivilDate | undefined; readonly to: CivilDate }): Issue[] {
  return from !== undefined && to < from ? [issue("daysOutOfOrder", { earlier: from, later: to }, { path: ["to"] })] : [];
}

/** The SHA-256 of a file as programs print it, in small letters. */
export const sha256 = field<string>((input, report) => {
  const digits = typeof input === "string" ? input.trim().toLowerCase() : "";
  return /^[0-9a-f]{64}$/.test(digits) ? digits : report("notSha256", { received: received(input) });
});

/** The name of a file, with the folders that lead to it from that of the report; none that leads out of it. */
export const filePath = field<string>((input, report) => {
  const path = readText(input, report);
  if (path === undefined) return path;
  if (/[\n\r\t]/.test(path)) return report("controlCharacters", {});
  const leadsOut = /^[/~]|^[A-Za-z]:|\\/.test(path) || path.split("/").includes("..");
  return leadsOut ? report("pathLeadsOut", { received: path }) : path;
});

/** True when text holds characters that nobody sees or a terminal obeys, or halves of characters; line breaks and tabs are fine. */
function hasControlCharacters(input: string): boolean {
  return /\p{Cc}|\p{Cs}|(?!\u00ad)\p{Cf}/u.test(input.replace(/[\n\r\t]/g, ""));
}

/** The name of a value's type, for messages. */
export function nameOfType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value !== "object" || isPlainObject(value)) return typeof value;
  const name: unknown = Object.getPrototypeOf(value)?.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "instance";
}

/** The longest fraction that is read: far above what a survey of a nation gives. */
const longestFraction = 4000;

/** A fraction of two whole numbers in its canonical form; `undefined` for what is written otherwise. */
function readFraction(input: unknown): string | undefined {
  if (typeof input !== "string" || input.length > longestFraction) return undefined;
  const trimmed = input.trim();
  return trimmed.includes("/") && isExactText(trimmed) ? exactText(fromExactText(trimmed)) : undefined;
}

type Report<T> = <C extends IssueCode>(code: C, payload: IssuePayloads[C]) => T;

function received(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : nameOfType(value);
}

function readText(input: unknown, report: Report<string>): string {
  if (typeof input !== "string") return report("wrongType", { expected: "string", received: nameOfType(input) });
  const composed = input.normalize("NFC").trim();
  if (composed === "") return report("emptyText", {});
  return hasControlCharacters(composed) ? report("controlCharacters", {}) : composed;
}

function readDecimal(input: string, report: Report<string>, example: string): string {
  const trimmed = input.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed) && !isDecimal(trimmed)) return report("tooManyDigits", { received: trimmed, limit: mostDigits });
  return isDecimal(trimmed) ? exactText(fromDecimal(trimmed)) : report("notDecimal", { received: input, example });
}

function reportedDecimal(input: unknown, report: Report<string>, { watchForThousands }: { readonly watchForThousands: boolean }): string {
  if (typeof input === "number") return Number.isSafeInteger(input) ? String(input) : report("numberNotWhole", { received: String(input) });
  if (typeof input !== "string") return report("notDecimal", { received: nameOfType(input), example: reportedExample });
  const [, whole, decimals] = looksGrouped.exec(input.trim()) ?? [];
  if (watchForThousands && whole !== undefined && decimals !== undefined) {
    return report("ambiguousSeparator", { received: input, whole: `${whole}${decimals}`, decimal: `${whole}.${decimals}` });
  }
  return readDecimal(input.trim().replace(/^(-?\d+),(\d+)$/, "$1.$2"), report, reportedExample);
}

/** Text such as "1.234", which may be one thousand or one and a bit. With one more decimal it is clear, and so it is kept. */
const looksGrouped = /^([1-9]\d{0,2})[.,](\d{3})$/;

/** How a decimal is written in a criteria file, and how an officer may write it. */
const fileExample = "95.5";
const reportedExample = "95,5";
