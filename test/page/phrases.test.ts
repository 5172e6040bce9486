import fc from "fast-check";
import { formatNumber } from "par-index";
import { expect, test } from "vitest";
import { phrasesFrom } from "../../src/page/report/phrases";
import { otherNumber, translate } from "../../src/page/report/translate";

/** Few letters, so that the same sentence comes again with other numbers, or with other words. */
const sentence = fc
  .array(fc.constantFrom("đạt", "mức", "#", " ", "1.100", "3.1.2", "0,5", "12/2021", "95 %"), { maxLength: 5 })
  .map((words) => words.join(" "));
const pairs = fc.array(fc.record({ vi: sentence, en: sentence }), { maxLength: 30 });

test("every text that a phrase book took translates to exactly its own words, whatever was noted after it", () => {
  fc.assert(
    fc.property(pairs, fc.constantFrom("vi" as const, "en" as const), (noted, from) => {
      const { book, note } = phrasesFrom(from);
      const to = from === "vi" ? "en" : "vi";
      const taken = noted.filter(note);
      for (const words of taken) expect(translate(words[from], book)).toBe(words[to]);
    }),
  );
});

test("a text that has other words already is not taken, so that neither is lost", () => {
  const { book, note } = phrasesFrom("vi");
  expect([note({ vi: "Đơn vị", en: "Unit" }), note({ vi: "Đơn vị", en: "Units" }), note({ vi: "Đơn vị", en: "Unit" })]).toEqual([
    true,
    false,
    true,
  ]);
  expect(translate("Đơn vị", book)).toBe("Unit");
});

test("sentences that differ in their numbers share an entry", () => {
  const { book, note } = phrasesFrom("vi");
  note({ vi: "955 trên 1.000 hồ sơ: 95,5 %", en: "955 of 1,000 dossiers: 95.5 %" });
  expect(translate("12 trên 1.200 hồ sơ: 1 %", book)).toBe("12 of 1,200 dossiers: 1 %");
  expect([book.whole.size, book.sentences.size]).toEqual([0, 1]);
});

test("numbers change their signs with the language, both ways, and codes do not", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^(\.\d{1,4})?$/), (whole, decimals) => {
      const exact = `${whole}${decimals}`;
      expect(otherNumber(formatNumber(exact, "vi"), "vi")).toBe(formatNumber(exact, "en"));
      expect(otherNumber(formatNumber(exact, "en"), "en")).toBe(formatNumber(exact, "vi"));
    }),
  );
  expect(["3.1.2", "1.1"].map((code) => otherNumber(code, "vi"))).toEqual(["3.1.2", "1.1"]);
});
