import { type Issue, issue } from "../issue/issue";
import type { CriteriaDraft } from "./criteriaFile";
import type { Provenance } from "./provenance";

/** What is not the official text says so to its readers. */
export function noticeFaults({ status, notice }: Pick<CriteriaDraft, "status" | "notice">): Issue[] {
  return status !== "official" && notice === undefined ? [issue("noticeMissing", {}, { path: ["notice"] })] : [];
}

/** A number names a source that the file has; in an official set it was read in the instrument's own text, and says where. */
export function provenanceFaults(
  { confidence, source, locator }: Provenance,
  { status, sources }: Pick<CriteriaDraft, "status" | "sources">,
): Issue[] {
  return [
    ...(source !== undefined && !Object.hasOwn(sources, source) ? [issue("unknownSource", { source, sources: Object.keys(sources) })] : []),
    ...(status === "official" && confidence !== "official" ? [issue("notOfficial", { confidence })] : []),
    ...(confidence === "official" && (source === undefined || locator === undefined) ? [issue("officialWithoutSource", {})] : []),
  ];
}

/**
 * The same for a policy, a rule or a grading. Where the instrument is silent or contradicts itself, an official set too has to
 * conclude something: it may, if a note says so. A maximum is never concluded.
 */
export function decisionFaults(provenance: Provenance, file: Pick<CriteriaDraft, "status" | "sources">): Issue[] {
  const concluded = provenance.confidence === "inferred" && provenance.note !== undefined;
  return provenanceFaults(provenance, file).filter(({ code }) => !(concluded && code === "notOfficial"));
}
