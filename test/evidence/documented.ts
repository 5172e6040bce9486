import { readFileSync } from "node:fs";
import { parseCriteria } from "par-index";
import { criteriaPath } from "../editions/editionFiles";

const invented = { confidence: "invented" } as const;
const tiny = JSON.parse(readFileSync(`${criteriaPath}example/tiny/criteria.json`, "utf8"));

/** The documents that the leaves of a tiny set require: one of 1.1, two of 1.2, none of 2. */
export const required = {
  "1.1": [{ id: "plan", title: { vi: "Kế hoạch cải cách hành chính" } }],
  "1.2": [
    { id: "report", title: { vi: "Báo cáo tình hình giải quyết hồ sơ", en: "Report on dossiers" } },
    { id: "extract", title: { vi: "Bản trích hệ thống một cửa" } },
  ],
} as const;

/** The tiny set as a value, with required documents, and a window from December of the year before. */
export const documentedFile = {
  ...tiny,
  id: "test/documented",
  policies: { ...tiny.policies, documents: { windows: [{ period: "2021", from: "1/12/2020", to: "2021-11-30" }], provenance: invented } },
  children: tiny.children.map(requiring),
};

function requiring(node: { code: keyof typeof required; children?: []; provenance: object }): object {
  if (node.children !== undefined) return { ...node, children: node.children.map(requiring) };
  const documents = required[node.code];
  return documents === undefined ? node : { ...node, documents, provenance: { ...node.provenance, documents: invented } };
}

export const documented = parseCriteria(documentedFile);
