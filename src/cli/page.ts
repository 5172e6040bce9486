import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { criteriaFolder } from "../node/catalogue";
import type { CommonOptions } from "./context";
import type { Output } from "./output";
import { save, textOf } from "./record";

/** `par-index page --out FILE`: the page on which an auditor drops a sealed record; it needs no network. */
export function pageCommand({ out }: CommonOptions & { readonly out: string }): Output {
  const page = join(dirname(criteriaFolder()), "dist", "page", "verify.html");
  if (!existsSync(page)) throw new TypeError("the package is incomplete: its page is missing");
  save(out, textOf(page));
  return {
    command: "page",
    before: [
      {
        vi: `Đã lưu trang kiểm tra: ${out}\nMở bằng trình duyệt, rồi thả tệp hồ sơ niêm phong vào. Trang không gửi gì ra ngoài máy.`,
        en: `The verification page is saved: ${out}\nOpen it in a browser and drop the sealed record on it. The page sends nothing anywhere.`,
      },
    ],
    sections: [],
    data: { file: out },
  };
}
