import type { TallyKey } from "../survey/tally";
import { type SqlDialect, tallySql } from "../survey/tallySql";
import { questionnaireOf } from "./answers";
import type { CommonOptions } from "./context";
import type { Output } from "./output";

export interface SipasSqlOptions extends CommonOptions {
  readonly dialect: SqlDialect;
  readonly table: string;
  readonly by?: readonly TallyKey[] | undefined;
}

/** `par-index sipas sql QUESTIONNAIRE`: the query that counts the answers where they are kept. */
export function sipasSqlCommand(name: string, { dialect, table, by }: SipasSqlOptions): Output {
  const query = tallySql(questionnaireOf(name), dialect, { table, by });
  return {
    command: "sipas sql",
    before: [{ vi: query, en: query }],
    sections: [],
    after: [
      {
        vi: "-- Chạy câu truy vấn trên, lưu kết quả thành tệp .json (một danh sách dòng), rồi: par-index sipas PHIẾU KẾT-QUẢ.json",
        en: "-- Run this query, save its rows as a .json file (a list of objects), then: par-index sipas QUESTIONNAIRE RESULT.json",
      },
    ],
    data: { dialect, query },
  };
}
