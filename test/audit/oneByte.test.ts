import fc from "fast-check";
import type { Issue } from "par-index";
import { linesOf, readPublicKey, type TrailVerdict, verifyTrail } from "par-index/audit";
import { describe, expect, test } from "vitest";
import { readLine } from "../../src/audit/sealedLine";
import { alone, bytesOf, corrected, council, grading, rounds, signed } from "./records";

type Kind = "substitute" | "insert" | "delete";

interface Change {
  readonly kind: Kind;
  readonly offset: number;
  readonly byte: number;
}

const lineFeed = 10;

function changedBy(bytes: Uint8Array, { kind, offset, byte }: Change): Uint8Array {
  const rest = bytes.subarray(kind === "insert" ? offset : offset + 1);
  return Buffer.concat([bytes.subarray(0, offset), kind === "delete" ? Buffer.of() : Buffer.of(byte), rest]);
}

/** What verifying a record says, held against the public key of the council where it signed. */
function verified(bytes: Uint8Array, isSigned: boolean): TrailVerdict {
  const read = readPublicKey(council.pem);
  return verifyTrail(linesOf(bytes), { keys: isSigned && read.ok ? [read.key] : [] });
}

/** A record, and all that has to be known of it to say what a change of one byte has to lead to. */
function target(lines: readonly string[]) {
  const bytes = bytesOf(lines);
  const isSigned = lines.some((line) => line.startsWith('{"signature"'));
  const starts = [0];
  for (const [offset, byte] of bytes.entries()) if (byte === lineFeed) starts.push(offset + 1);
  const lineAt = (offset: number) => starts.findLastIndex((start) => start <= offset) + 1;
  const criteria = lines.flatMap((line, index) => itemsIn(line).map((item) => ({ ...item, from: item.from + (starts[index] ?? 0) })));
  const criterionAt = (offset: number) => criteria.find(({ from, length }) => from <= offset && offset < from + length)?.code;
  return { lines, bytes, isSigned, lineAt, criterionAt };
}

/** Where in an entry's line the figures of each criterion are, by bytes. */
function itemsIn(line: string): readonly { readonly code: string; readonly from: number; readonly length: number }[] {
  const content = JSON.parse(line).entry?.predicate.content ?? {};
  const { items = {} } = content.now ?? content;
  return Object.entries(items).map(([code, item]) => {
    const text = `${JSON.stringify(code)}:${JSON.stringify(item)}`;
    const place = line.indexOf(text);
    if (place < 0) throw new Error(`${text} does not stand in its line`);
    return { code, from: Buffer.byteLength(line.slice(0, place)), length: Buffer.byteLength(text) };
  });
}

/** Fails unless the change is caught: it says the same and a notice says so, or the record does not hold and it is said where. */
function expectCaught(of: ReturnType<typeof target>, change: Change): void {
  const changed = changedBy(of.bytes, change);
  const { holds, issues } = verified(changed, of.isSigned);
  const line = of.lineAt(change.offset);
  const here = issues.filter(({ location }) => location.line === line || location.line === line + 1);
  const own = [...linesOf(changed)][line - 1] ?? new Uint8Array();
  const told = JSON.stringify({ ...change, line, holds, issues, own: new TextDecoder().decode(own) });
  if (holds) {
    expect(
      issues.map(({ code }) => code),
      told,
    ).toEqual(["lineRearranged"]);
    expect(JSON.parse(new TextDecoder().decode(own)), told).toEqual(JSON.parse(of.lines[line - 1] ?? ""));
  } else if (!isOfKey(issues) || line !== of.lines.length) {
    expect(here.length, told).toBeGreaterThan(0);
  }
  const { entry } = readLine(own, line);
  if (entry === undefined || change.byte === lineFeed) return;
  const number = entry.entry.predicate.number;
  expect(
    here.filter(({ location }) => location.line === line).map(({ location }) => location.entry),
    told,
  ).toContain(number);
  const criterion = of.criterionAt(change.offset);
  if (holds || criterion === undefined || change.kind === "insert") return;
  expect(
    here.map(({ location }) => location.code),
    told,
  ).toContain(criterion);
}

/** A signature that names another key is not one by the key that was given: there is no line to tell. */
function isOfKey(issues: readonly Issue[]): boolean {
  return issues.length === 1 && issues[0]?.code === "signatureMissing";
}

describe("a change of one byte is caught and told where it is", () => {
  const smallest = target(alone);

  test("at every place of the smallest record, by another byte", () => {
    for (const [offset, own] of smallest.bytes.entries()) {
      // By turns a digit beside it, the other case, a byte far off.
      const byte = [own ^ 1, own ^ 32, (own + 1 + ((offset * 97) % 254)) % 256][offset % 3] ?? 0;
      expectCaught(smallest, { kind: "substitute", offset, byte });
    }
  }, 240_000);

  test("at every place of the smallest record, by its absence", () => {
    // Without its last line end the record still has the same lines.
    for (let offset = 0; offset < smallest.bytes.length - 1; offset += 1) expectCaught(smallest, { kind: "delete", offset, byte: 0 });
  }, 240_000);

  test.each([
    ["rounds", target(rounds)],
    ["grading", target(grading)],
    ["correction", target(corrected)],
    ["signature", target(signed)],
  ] as const)(
    "anywhere in a record with %s",
    (_, of) => {
      const last = of.bytes.length - 1;
      const anyByte = fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(...Buffer.from('\n\r\t 09af"\\{}[],:.-')));
      const changes = fc
        .record({
          kind: fc.constantFrom<Kind[]>("substitute", "substitute", "insert", "delete"),
          offset: fc.oneof(fc.integer({ min: 0, max: last }), fc.integer({ min: Math.max(0, last - 700), max: last })),
          byte: anyByte,
        })
        .filter(({ kind, offset, byte }) => (kind === "substitute" ? byte !== of.bytes[offset] : kind === "insert" || offset < last));
      fc.assert(
        fc.property(changes, (change) => expectCaught(of, change)),
        { numRuns: 400 },
      );
    },
    240_000,
  );
});
