import { formatIssue, type Issue, ParError } from "par-index";
import { expect } from "vitest";
import type { Result } from "../../src/issue/result";

/** Every issue of an outcome: its errors, or its warnings when it holds. */
export function issuesOf(outcome: Result<unknown>): readonly Issue[] {
  return outcome.ok ? outcome.warnings : outcome.issues;
}

/** An issue in short, for tables: *where: code*, with the key that it is about, as in `1.2 done: doneAboveDue`. */
export function told({ code, location, payload }: Issue): string {
  const place = [location.code, pathInside(location).join(".")].filter((part) => part !== undefined && part !== "").join(" ");
  return `${place === "" ? "" : `${place}: `}${code}${"key" in payload ? ` ${payload.key}` : ""}`;
}

/** An issue of a criteria file in short: the criterion, or else the place in the file, and what is found there. */
export function toldAtCriterion({ location, ...issue }: Issue): string {
  const { code, path = [] } = location;
  return told({ ...issue, location: code === undefined ? { path } : { code } } as Issue);
}

/** The keys that lead on from the criterion whose code is told. */
function pathInside({ code, path = [] }: Issue["location"]): readonly (string | number)[] {
  if (code === undefined) return path;
  const lastChild = path.lastIndexOf("children");
  return path.slice(Math.max(path.lastIndexOf(code) + 1, lastChild < 0 ? 0 : lastChild + 2));
}

const languages = ["vi", "en"] as const;

/** What a message must have beside what is wrong: what to do, what is expected, or what there is to choose from. */
const remedies = {
  vi: /: “.+”\.$|sửa|bổ sung|xóa|chọn|giữ|bỏ|kiểm tra|đối chiếu|viết|điền|nhập|nối|đặt|khai|lưu|dùng|chuyển|phân biệt|sắp xếp|xem|cài|cần|phải|nêu|đổi|gõ|chia thành/iu,
  en: /: ".+"\.$|correct|add|remove|choose|change|type it|keep|check|compare|write|fill|enter|make|set|state|save|use|mend|tell|order|name|list|install|expected|must|needed|needs|give|report|divide/i,
} as const;

/** An issue has a sentence in each language that says what to do, and shows no insides of the program. */
export function expectToBeSaidWell(issue: Issue): void {
  for (const language of languages) {
    const message = formatIssue(issue, language);
    expect(message).toMatch(/[.!?]$/);
    expect(message).toMatch(remedies[language]);
    expect(message).not.toMatch(/undefined|\[object|=>|function \(/);
  }
}

/** The twin that throws does so with the very issues that the safe one answers, and with nothing else. */
export function expectTwinToThrow(throwing: () => unknown, outcome: Result<unknown>): void {
  if (outcome.ok) {
    expect(throwing).not.toThrow();
    return;
  }
  try {
    throwing();
  } catch (error) {
    expect(error).toBeInstanceOf(ParError);
    expect((error as ParError).issues).toStrictEqual(outcome.issues);
    return;
  }
  expect.unreachable("the twin did not throw");
}
