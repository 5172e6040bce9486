import { dividedBy, equals, type Fraction, isBelow, readDecimal, times } from "../oracle/fraction";

/** One line of a rule as an officer understands it: for which values it speaks, and what they earn. */
interface Understood {
  readonly speaksOf: (value: Fraction) => boolean;
  readonly points: (value: Fraction) => Fraction;
}

/** What a value earns by the lines that speak of it, each read for itself: an officer's reading of a rule in Vietnamese. */
export function earnedBy(lines: readonly string[], value: Fraction): readonly Fraction[] {
  return lines
    .map(understood)
    .filter((line) => line?.speaksOf(value) === true)
    .map((line) => (line as Understood).points(value));
}

/** `Từ 90 % đến dưới 95 %: 1 điểm`; nothing for a line that speaks of no values. */
function understood(line: string): Understood | undefined {
  const [, condition = "", result = ""] = /^(.+): (.+)$/.exec(line) ?? [];
  const speaksOf = conditionOf(condition);
  const points = resultOf(result);
  return speaksOf === undefined || points === undefined ? undefined : { speaksOf, points };
}

function conditionOf(text: string): Understood["speaksOf"] | undefined {
  if (text === "Mọi giá trị") return () => true;
  const [, opening = "", first = "", second] =
    /^(Đạt|Bằng|Dưới|Không quá|Trên|Từ) (-?[\d.,]+)[^\d-]*(?:(-?[\d.,]+)[^\d]*)?$/.exec(text) ?? [];
  if (first === "") return undefined;
  const bound = numberIn(first);
  const open = openings[opening];
  if (open === undefined) return undefined;
  if (second === undefined) return (value) => open(value, bound);
  const until = numberIn(second);
  const isBelowOnly = text.includes("đến dưới");
  return (value) => open(value, bound) && (isBelow(value, until) || (!isBelowOnly && equals(value, until)));
}

const openings: Readonly<Record<string, (value: Fraction, bound: Fraction) => boolean>> = {
  Đạt: equals,
  Bằng: equals,
  Dưới: isBelow,
  "Không quá": (value, bound) => !isBelow(bound, value),
  Trên: (value, bound) => isBelow(bound, value),
  Từ: (value, bound) => !isBelow(value, bound),
};

function resultOf(text: string): Understood["points"] | undefined {
  const [, points] = /^([\d.,]+) điểm$/.exec(text) ?? [];
  if (points !== undefined) return () => numberIn(points);
  const [, most, target] = /^tính theo tỷ lệ, ([\d.,]+) × kết quả ÷ ([\d.,]+)/.exec(text) ?? [];
  if (most === undefined || target === undefined) return undefined;
  return (value) => dividedBy(times(numberIn(most), value), numberIn(target));
}

/** Every number in a text as Vietnamese print it. */
export function numbersIn(text: string): readonly Fraction[] {
  return [...text.matchAll(/\d[\d.]*(?:,\d+)?/g)].map(([number]) => numberIn(number));
}

/** `1.234,5` */
function numberIn(text: string): Fraction {
  return readDecimal(text.replaceAll(".", ""));
}
