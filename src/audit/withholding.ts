import type { Evidence } from "../evidence/evidence";
import { isPlainObject } from "../issue/fields";
import { canonicalText } from "./canonicalText";
import { digestOf, isDigest, saltFrom } from "./digest";
import type { Disclosure, Disclosures, Withheld } from "./entry";

/**
 * What may be withheld together when a record is published (ẩn khi công khai): names of units and of who recorded, documents,
 * remarks and reasons.
 *
 * @example
 * ```ts
 * import { withheldClasses } from "par-index/audit";
 * withheldClasses; // => ["names", "documents", "remarks"]
 * ```
 */
export const withheldClasses = ["names", "documents", "remarks"] as const;
export type WithheldClass = (typeof withheldClasses)[number];

/** The keys whose values stand behind their digests, and what they are. The figures of a unit are never among them. */
const classOfKey: Readonly<Record<string, WithheldClass>> = {
  name: "names",
  recordedBy: "names",
  documents: "documents",
  note: "remarks",
  reason: "remarks",
  asks: "remarks",
};

type Content = Readonly<Record<string, unknown>>;

/** A value as its entry holds it, and the texts that are disclosed beside it. */
export interface Sealed<T> {
  readonly visible: T;
  readonly texts: Disclosures;
}

/** Puts one text behind its digest. The salt hangs on the text, so that one disclosed elsewhere tells nothing of another here. */
export function withhold(secret: string, place: string, value: unknown): Sealed<Withheld> {
  const disclosure: Disclosure = { salt: saltFrom(secret, `${place}/${canonicalText(value)}`), value };
  const digest = digestOf(disclosure);
  return { visible: { withheld: digest }, texts: { [digest]: disclosure } };
}

/** Evidence with its unit's name, its documents and its remarks behind their digests. */
export function withholdEvidence(secret: string, place: string, evidence: Evidence): Sealed<Content> {
  const { unit, items, facts, events, ...heading } = evidence;
  const texts: Record<string, Disclosure> = {};
  const hide = (content: Content, at: string): Content =>
    Object.fromEntries(
      Object.entries(content).map(([key, value]) => {
        if (!Object.hasOwn(classOfKey, key)) return [key, value];
        const sealed = withhold(secret, `${place}/${at}/${key}`, value);
        Object.assign(texts, sealed.texts);
        return [key, sealed.visible];
      }),
    );
  const hideEach = (list: string, records: Readonly<Record<string, object>>) =>
    Object.fromEntries(Object.entries(records).map(([code, record]) => [code, hide(record as Content, `${list}/${code}`)]));
  const visible = {
    ...heading,
    unit: hide({ ...unit }, "unit"),
    items: hideEach("items", items),
    ...(facts === undefined ? {} : { facts: hideEach("facts", facts) }),
    ...(events === undefined ? {} : { events: hideEach("events", events) }),
  };
  return { visible, texts };
}

/** A place in an entry where a text stands behind its digest. */
export interface WithheldPlace {
  readonly digest: string;
  readonly path: readonly string[];
  readonly class: WithheldClass;
}

/** Every place of a value where a text stands behind its digest. */
export function withheldPlaces(value: unknown, path: readonly string[] = []): readonly WithheldPlace[] {
  if (typeof value !== "object" || value === null) return [];
  if (isWithheld(value)) return [{ digest: value.withheld, path, class: classOfKey[path.at(-1) ?? ""] ?? "remarks" }];
  return Object.entries(value).flatMap(([key, below]) =>
    typeof below === "object" && below !== null ? withheldPlaces(below, [...path, key]) : [],
  );
}

/** Stands where a remark is withheld: that one was made may matter, as a reason does. */
const withheldRemark = "(không công bố)";

/** The value with its texts back in their places. A remark that is withheld leaves a mark; names and documents are left out. */
export function disclose(value: unknown, texts: Disclosures): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => disclose(item, texts));
  const entries = Object.entries(value).flatMap(([key, below]) => {
    if (!isWithheld(below)) return [[key, disclose(below, texts)]];
    const text = Object.hasOwn(texts, below.withheld) ? texts[below.withheld] : undefined;
    if (text !== undefined) return [[key, text.value]];
    return classOfKey[key] === "remarks" ? [[key, withheldRemark]] : [];
  });
  return Object.fromEntries(entries);
}

function isWithheld(value: unknown): value is Withheld {
  return isPlainObject(value) && isDigest(value.withheld) && Object.keys(value).length === 1;
}
