import fc from "fast-check";

/** The ways an officer may write a count: a number, or its digits as text. */
export function writtenCount(value: number): fc.Arbitrary<number | string> {
  return fc.constantFrom<(number | string)[]>(value, value, String(value));
}

/** The ways to write a decimal: with a point, with a comma, a whole one also as a number. */
export function writtenDecimal(text: string): fc.Arbitrary<number | string> {
  const isWhole = /^\d{1,15}$/.test(text);
  return fc.constantFrom<(number | string)[]>(text, text.replace(".", ","), ...(isWhole ? [Number(text)] : []));
}

/** The ways to write a day: 2021-01-15, 15/1/2021, 15/01/2021. */
export function writtenDay(iso: string): fc.Arbitrary<string> {
  const [year = "", month = "", day = ""] = iso.split("-");
  return fc.constantFrom(iso, `${Number(day)}/${Number(month)}/${year}`, `${day}/${month}/${year}`);
}

/** Days from 1900 to 2100, the ends of months and leap days likely. */
export const days: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("1900-02-28", "2000-02-29", "2020-02-29", "2021-02-28", "2021-12-31", "2024-03-01", "2100-03-01"),
  fc.integer({ min: -25_567, max: 47_481 }).map((number) => dayAfter("1970-01-01", number)),
);

export function dayAfter(iso: string, number: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + number * 86_400_000).toISOString().slice(0, 10);
}
