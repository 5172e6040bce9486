import fc from "fast-check";
import { formatIssue, type Issue } from "par-index";
import { linesOf, safeReplay, verifyTrail } from "par-index/audit";
import { describe, expect, test } from "vitest";
import { bytesOf, corrected, grading, lineAt, rounds, signed, tiny } from "./records";
import { type Content, canonical, type Json, remade, type WrittenLine } from "./secondWriter";

/** Verifies and recomputes bytes, and says all that was found in both languages: nothing may be thrown. */
function examined(bytes: Uint8Array): readonly Issue[] {
  const { issues } = verifyTrail(linesOf(bytes));
  const outcome = safeReplay(linesOf(bytes));
  const told = [...issues, ...(outcome.ok ? outcome.value.issues : outcome.issues)];
  for (const found of told.slice(0, 50)) for (const language of ["vi", "en"] as const) formatIssue(found, language);
  return told;
}

/** Words that mean something to a language or to the format, where nobody expects them. */
const strangeKeys = fc.constantFrom(
  ...["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "length", "then", "0", ""],
  ...["now", "unit", "id", "items", "withheld", "kind", "replaces", "file", "children", "code", "points", "reason", "places"],
);
const digests = fc.constantFrom("0".repeat(64), JSON.parse(lineAt(tiny, 3)).digest as string);
const strange: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.oneof(fc.string(), fc.constantFrom("xa-a", "2021", "appraised", "scored", "1.2", "–"), digests, strangeKeys),
    fc.oneof(fc.constantFrom(0, 1, 3, -1, 2 ** 53 - 1), fc.boolean()),
    fc.array(tie("value"), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.oneof(strangeKeys, fc.string()), tie("value")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries.filter(([key]) => key === key.normalize("NFC")))),
  ),
})).value;

interface Break {
  /** Which key, or item, to follow on each level; from one that has none, the way ends. */
  readonly way: readonly number[];
  /** Put in the place of what is there, or under a new key beside what is there; with nothing to put, taken out. */
  readonly how: "replace" | "add";
  readonly put: Json | undefined;
  readonly key: string;
}

/** A value with something in it broken. */
function broken(value: Json, { way, how, put, key }: Break): Json | undefined {
  const [turn, ...further] = way;
  if (turn === undefined || typeof value !== "object" || Object.keys(value).length === 0) {
    if (how === "replace" || typeof value !== "object") return put;
    return Array.isArray(value) ? [...value, put ?? ""] : withKey(value as Content, key, put);
  }
  const chosen = Object.keys(value)[turn % Object.keys(value).length] ?? "";
  const below = broken((value as Content)[chosen] ?? "", { way: further, how, put, key });
  if (!Array.isArray(value)) return withKey(value as Content, chosen, below);
  return value.flatMap((item: Json, index) => (String(index) !== chosen ? [item] : below === undefined ? [] : [below]));
}

function withKey(value: Content, key: string, put: Json | undefined): Content {
  const others = Object.entries(value).filter(([name]) => name !== key);
  return Object.fromEntries(put === undefined ? others : [...others, [key, put]]);
}

function withBroken(line: WrittenLine, change: (content: Content) => Json | undefined): WrittenLine {
  const { predicate } = line.entry;
  const content = change(predicate.content);
  if (typeof content !== "object" || Array.isArray(content)) return line;
  return { ...line, entry: { ...line.entry, predicate: { ...predicate, content: content as Content } } };
}

describe("nothing is thrown", () => {
  test("for any bytes at all", () => {
    const line = fc.oneof(fc.string(), fc.json(), fc.constantFrom(...tiny, ...signed.slice(-2), "{", '{"entry":{}}', '{"head":{}}'));
    const text = fc.array(line, { maxLength: 6 }).map((lines) => bytesOf(lines));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), text), (bytes) => {
        examined(bytes);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["tiny", tiny],
    ["rounds", rounds],
    ["grading", grading],
    ["corrected", corrected],
  ] as const)(
    "for a record of %s that was made anew with something strange in an entry",
    (_, lines) => {
      const entries = lines.filter((line) => line.startsWith('{"digest"')).length;
      const attack = fc.record({
        number: fc.integer({ min: 1, max: entries }),
        way: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
        how: fc.constantFrom("replace" as const, "add" as const),
        put: fc.option(strange, { nil: undefined }),
        key: strangeKeys,
      });
      fc.assert(
        fc.property(attack, ({ number, ...one }) => {
          const change = (content: Content) => broken(content, one);
          const forged = remade(lines, (line) => [line.entry.predicate.number === number ? withBroken(line, change) : line]);
          examined(bytesOf(forged));
        }),
        { numRuns: lines === grading ? 150 : 500 },
      );
    },
    240_000,
  );

  test.each([
    ["half characters", (line: string) => line.replace('"content":{', '"content":{"\\ud800":"\\udc00",')],
    ["deep nesting", (line: string) => line.replace('"content":{', `"content":{"a":${"[".repeat(100_000)}${"]".repeat(100_000)},`)],
    ["keys that stand very often", (line: string) => line.replace('"content":{', `"content":{${'"a":1,'.repeat(200_000)}`)],
    ["very many strange texts", (line: string) => line.replace('"texts":{', `"texts":{${many((index) => `"${index}":1`)},`)],
    [
      "very many stray texts",
      (line: string) => line.replace('"texts":{', `"texts":{${many((index) => `"${hex(index)}":{"salt":"","value":1}`)},`),
    ],
    ["a subject of very many parts", (line: string) => line.replace('"subject":[', `"subject":[${many(String)},`)],
    ["very many strange fields", (line: string) => line.replace('"predicate":{', `"predicate":{${many((index) => `"${index}":1`)},`)],
    ["very many parts", (line: string) => line.replace('"items":{', `"items":{${many((index) => `"${index}":1`)},`)],
  ] as const)(
    "for %s, and the line is told",
    (_, change) => {
      const lines = tiny.map((line, index) => (index === 2 ? change(line) : line));
      const { holds, issues } = verifyTrail(linesOf(bytesOf(lines)));
      expect({ holds, line: issues[0]?.location.line }).toEqual({ holds: false, line: 3 });
      expect(safeReplay(linesOf(bytesOf(lines))).ok).toBe(true);
    },
    60_000,
  );
});

const many = (write: (index: number) => string) => Array.from({ length: 200_000 }, (_, index) => write(index)).join(",");
const hex = (index: number) => String(index).padStart(64, "0");

/** How long verifying takes; the best of some runs, since other programs run too. */
function millisecondsFor(lines: readonly string[]): number {
  const bytes = bytesOf(lines);
  const runs = [1, 2, 3].map(() => {
    const start = performance.now();
    verifyTrail(linesOf(bytes));
    return performance.now() - start;
  });
  return Math.min(...runs);
}

describe("time grows with the size of a hostile file, and not with its square:", () => {
  test.each([
    ["heads", (count: number) => [...tiny, ...Array.from({ length: count }, () => lineAt(tiny, 9))]],
    [
      "heads after rearranged lines",
      (count: number) => Array.from({ length: count }, () => [` ${lineAt(tiny, 8)}`, lineAt(tiny, 9)]).flat(),
    ],
    [
      "signatures",
      (count: number) => [...tiny, ...Array.from({ length: count }, (_, index) => [headOf(index), signed.at(-1) ?? ""]).flat()],
    ],
    ["withheld texts", (count: number) => [canonical(withTexts(JSON.parse(lineAt(tiny, 3)), count)), ...tiny]],
    ["corrections", (count: number) => [...corrected, ...Array.from({ length: count }, () => lineAt(corrected, 10))]],
  ] as const)(
    "%s",
    (_, fileOf) => {
      const [few, ten] = [millisecondsFor(fileOf(500)), millisecondsFor(fileOf(5000))];
      // Ten times as much would take a hundred times as long; half of that leaves room for a busy machine.
      expect(ten / Math.max(few, 1)).toBeLessThan(50);
    },
    60_000,
  );
});

const headOf = (index: number) => canonical({ head: { root: hex(index), size: 8 } });

function withTexts(line: WrittenLine, count: number): WrittenLine {
  const notes = Array.from({ length: count }, (_, index) => [`k${index}`, { withheld: hex(index) }]);
  return withBroken(line, (content) => ({ ...content, notes: Object.fromEntries(notes) }));
}
