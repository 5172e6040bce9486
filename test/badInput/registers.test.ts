import { formatIssue, parseUnits, safeParseUnits } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, expectTwinToThrow, issuesOf, told } from "./issues";
import { expectToPointAtIts } from "./places";
import { registerText } from "./register";
import vectors from "./registers.json";

interface Vector {
  readonly why: string;
  /** Keys of the register that are other than in the one that holds. */
  readonly change?: object;
  /** Its units; invented, unless they say otherwise. */
  readonly units?: readonly object[];
  readonly found: readonly string[];
  /** The ids of the units at which it is found. */
  readonly at?: readonly (string | null)[];
}

function registerOf({ change, units }: Vector): unknown {
  const register = { ...JSON.parse(registerText), ...change };
  return units === undefined
    ? register
    : { ...register, units: units.map((unit) => ({ provenance: { confidence: "invented" }, ...unit })) };
}

test("the register that all others differ from holds, and is read again as it is", () => {
  const register = parseUnits(registerText);
  expect(parseUnits(JSON.parse(JSON.stringify(register)))).toStrictEqual(register);
  expect(register.units[1]?.formerNames?.[0]).toEqual({ name: "Sở Bờ", until: "2020-03-31" });
});

test("a register that is not official says so to its readers", () => {
  const { notice: _, ...silent } = JSON.parse(registerText);
  expect(issuesOf(safeParseUnits(silent)).map(told)).toEqual(["notice: noticeMissing"]);
});

describe.each(vectors as readonly Vector[])("a register $why", (vector) => {
  const text = JSON.stringify(registerOf(vector), null, 2);

  test.each([
    ["as a value", JSON.parse(text)],
    ["as text", text],
  ])("%s", (_, input) => {
    const outcome = safeParseUnits(input);
    expect(issuesOf(outcome).map(told)).toEqual(vector.found);
    if (vector.at !== undefined) expect(issuesOf(outcome).map(({ location }) => location.unit ?? null)).toEqual(vector.at);
    issuesOf(outcome).forEach(expectToBeSaidWell);
    expectTwinToThrow(() => parseUnits(input), outcome);
  });

  test("the text is pointed at where it is wrong", () => {
    for (const issue of issuesOf(safeParseUnits(text))) expectToPointAtIts(issue, text);
  });
});

test("a circle is told with the units that it leads through, and a slip of the pen with what was meant", () => {
  const says = (why: string) => {
    const vector = (vectors as readonly Vector[]).find((candidate) => candidate.why.startsWith(why));
    return issuesOf(safeParseUnits(vector === undefined ? undefined : registerOf(vector))).map((issue) => formatIssue(issue, "vi"));
  };
  expect(says("with units merged in a circle")[0]).toBe(
    "so-b · units.1.mergedInto: các đơn vị nối vòng tròn: “so-b” → “so-c” → “so-b”. Sửa một chỗ nối.",
  );
  expect(says("with a merger into nobody")).toEqual([
    "so-a · units.0.mergedInto: danh mục đơn vị không có “so-ab”. Có phải “so-a”? Sửa mã đơn vị, hoặc bổ sung đơn vị vào danh mục.",
    "so-b · units.1.within: danh mục đơn vị không có “toString”. Sửa mã đơn vị, hoặc bổ sung đơn vị vào danh mục.",
  ]);
});
