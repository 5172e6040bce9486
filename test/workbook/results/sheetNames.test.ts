import fc from "fast-check";
import { expect, test } from "vitest";
import { sheetNames } from "../../../src/workbook/results/sheetNames";

const titles = fc.array(
  fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.constantFrom("Xã A", "xã a", "History", "'", "", "a/b", "Ủy ban nhân dân xã có tên rất dài ở miền núi"),
  ),
);

test("names of sheets are such as Excel takes, whatever the units are called", () => {
  fc.assert(
    fc.property(titles, (some) => {
      const names = sheetNames(some);
      expect(names).toHaveLength(some.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}]|^'|'$/u);
        expect(name.toLowerCase()).not.toBe("history");
      }
    }),
  );
});

test("a name that fits stays as it is; the second of two that are alike is numbered", () => {
  expect(sheetNames(["Sở Nội vụ", "Sở Y tế", "sở nội vụ"])).toEqual(["Sở Nội vụ", "Sở Y tế", "sở nội vụ (2)"]);
});
