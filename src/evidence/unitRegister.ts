import * as z from "zod/mini";
import type { CriteriaFile } from "../criteria/criteriaFile";
import { type Provenance, provenanceSchema } from "../criteria/provenance";
import type { CivilDate } from "../exact/civilDate";
import { civilDate, identifier, name, text, type Words, words } from "../issue/fields";

/** The format that a register of units names, so that a later format can be told apart. */
export const unitsFormat = "par-index/units/1";

/** A unit (đơn vị) as a register knows it. */
export interface RegisteredUnit {
  /** The id that reports give the unit. It never changes, whatever the unit is called. */
  readonly id: string;
  readonly name: string;
  readonly group: string;
  /** The first and the last day on which it existed, where they are known. */
  readonly since?: CivilDate | undefined;
  readonly until?: CivilDate | undefined;
  /** Names that it had before, each with the last day on which it had it. */
  readonly formerNames?: readonly { readonly name: string; readonly until?: CivilDate | undefined }[] | undefined;
  /** Id of the unit that it became part of, after `until`. */
  readonly mergedInto?: string | undefined;
  /** Its administrative code (mã đơn vị hành chính). */
  readonly code?: string | undefined;
  /** Id of the unit that it lies in: the district of a commune. */
  readonly within?: string | undefined;
  /** Why it is listed and not rated (không xếp loại, không xếp hạng). */
  readonly notRated?: Words | undefined;
  readonly provenance: Provenance;
}

/** A register of units (danh mục đơn vị) as a file: who is to report, in which group, and since when. */
export interface UnitRegister {
  readonly $schema?: string | undefined;
  readonly format: typeof unitsFormat;
  readonly id: string;
  readonly revision: number;
  /** `official`: transcribed from the authority's own list. `reconstruction`: put together from other sources. `example`: invented. */
  readonly status: CriteriaFile["status"];
  readonly title: Words;
  /** What readers must be told when the register is not the authority's own. */
  readonly notice?: Words | undefined;
  /** The periods for which it was put together; of other periods it may not know what changed. */
  readonly periods: readonly string[];
  readonly sources: CriteriaFile["sources"];
  readonly groups: readonly { readonly id: string; readonly title: Words }[];
  readonly units: readonly RegisteredUnit[];
}

const registeredUnit = z.strictObject({
  id: text,
  name: text,
  group: text,
  since: z.optional(civilDate),
  until: z.optional(civilDate),
  formerNames: z.optional(z.array(z.strictObject({ name: text, until: z.optional(civilDate) }))),
  mergedInto: z.optional(text),
  code: z.optional(text),
  within: z.optional(text),
  notRated: z.optional(words),
  provenance: provenanceSchema,
});

export const unitRegisterSchema: z.ZodMiniType<UnitRegister> = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(unitsFormat),
  id: name(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, "example/my-units"),
  revision: z.int().check(z.gte(1)),
  status: z.enum(["official", "reconstruction", "example"]),
  title: words,
  notice: z.optional(words),
  periods: z.array(text).check(z.minLength(1)),
  sources: z.record(identifier, z.strictObject({ title: words, address: z.optional(text) })),
  groups: z.array(z.strictObject({ id: identifier, title: words })).check(z.minLength(1)),
  units: z.array(registeredUnit).check(z.minLength(1)),
});

/** True when a unit existed on that day, as far as the register knows. */
export function existsOn({ since, until }: Pick<RegisteredUnit, "since" | "until">, day: CivilDate): boolean {
  // Days written year first are in the order of their text.
  return (since === undefined || since <= day) && (until === undefined || until >= day);
}
