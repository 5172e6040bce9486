import { engine } from "../../audit/engine";
import { wordsIn } from "../../issue/fields";
import { type Markup, plain, tag } from "./markup";
import { pageWords } from "./pageWords";
import type { ReportView } from "./reportView";

/** Which set and which program the page was made by, and the digest by which its digits are found again. */
export function aboutSection({ criteria, writing, edition, digest, register }: ReportView): Markup {
  const { id, revision, title } = criteria.file;
  const line = (name: { readonly vi: string; readonly en: string }, value: Markup) => [
    tag("dt", {}, writing.say(name)),
    tag("dd", {}, value),
  ];
  const neutral = (text: string) => tag("span", { translate: "no", class: "digest" }, plain(text));
  return tag(
    "section",
    { id: "about" },
    tag("h2", {}, writing.say(pageWords.about)),
    tag(
      "dl",
      {},
      ...line({ vi: "Bộ tiêu chí", en: "Criteria set" }, writing.say({ vi: title.vi, en: wordsIn(title, "en") })),
      ...line({ vi: "Mã, lần hiệu đính", en: "Id, revision" }, neutral(`${id}, ${revision}`)),
      ...line({ vi: "Mã băm bộ tiêu chí", en: "Digest of the set" }, neutral(edition)),
      ...line({ vi: "Mã băm kết quả", en: "Digest of the results" }, neutral(digest)),
      ...(register === undefined ? [] : line({ vi: "Danh mục đơn vị", en: "Register of units" }, writing.say(register.title))),
      ...line({ vi: "Chương trình", en: "Program" }, neutral(`${engine.name} ${engine.version}`)),
    ),
    tag(
      "p",
      { class: "soft" },
      writing.say({
        vi: "Số liệu ghi theo số chữ số công bố; điểm tính bằng phân số chính xác, làm tròn một lần. Cùng kết quả thì cùng mã băm. Tài liệu kiểm chứng có trong bảng kết quả Excel và hồ sơ niêm phong.",
        en: "Numbers have the published digits; points are computed as exact fractions and rounded once. The same results have the same digest. Supporting documents stand in the Excel file of results and in the sealed record.",
      }),
    ),
  );
}
