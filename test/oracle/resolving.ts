import type { CriteriaDocument, EffectiveReport, ReportDocument, RoundName, RoundsDocument, WrittenFigures } from "./documents";
import { figuresOf } from "./oracle";

/** What the rounds of assessment come to, by hand. */
export interface OracleRounds {
  readonly rounds: readonly EffectiveReport[];
  readonly counted: readonly EffectiveReport[];
}

type Said = Readonly<Record<string, WrittenFigures>>;

/**
 * Asks of every leaf after every round: who spoke of it last in words of his own, and what was remarked since? An acceptance and a
 * question are remarks; figures, points given and "not applicable" are words of one's own.
 */
export function resolveByHand(file: CriteriaDocument, reports: readonly ReportDocument[]): OracleRounds {
  const { rounds: policy } = file.policies;
  if (policy === undefined) throw new TypeError("the set holds no rounds");
  const units = [...new Set(reports.map(({ unit }) => unit.id))];
  const resolved = units.map((id) =>
    resolveUnit(
      policy,
      reports.filter(({ unit }) => unit.id === id),
    ),
  );
  return { rounds: resolved.flatMap(({ rounds }) => rounds), counted: resolved.flatMap(({ counted }) => counted) };
}

function resolveUnit({ list, counts }: RoundsDocument, reports: readonly ReportDocument[]): OracleRounds {
  const [{ unit, period }] = reports as readonly [ReportDocument];
  const ids = list.map(({ id }) => id);
  const codes = [...new Set(reports.flatMap(({ items }) => Object.keys(items)))];
  const said = ids.map((id) => saidIn(reports.filter(({ round }) => round === id)));
  const standing = (round: RoundName) =>
    collect(codes, (code) => standsAfter(said.slice(0, ids.indexOf(round) + 1).map((items) => items[code])));
  const counting = collect(codes, (code) => counts.find((round) => speaks(said[ids.indexOf(round)]?.[code])));
  return {
    rounds: ids.filter((id) => reports.some(({ round }) => round === id)).map((round) => ({ unit, period, round, items: standing(round) })),
    counted: [
      {
        unit,
        period,
        round: "counted",
        origins: counting,
        items: collect(codes, (code) => (counting[code] === undefined ? undefined : standing(counting[code])[code])),
      },
    ],
  };
}

/** What all who reported in one round say; a blank field says nothing. */
function saidIn(reports: readonly ReportDocument[]): Said {
  const items = reports.flatMap((report) => Object.entries(report.items));
  return Object.fromEntries(
    items.flatMap(([code, item]) => (item === null ? [] : [[code, Object.fromEntries(Object.entries(item).filter(isWritten))]])),
  );
}

function isWritten([, written]: [string, unknown]): boolean {
  return written !== null;
}

export function standsAfter(sayings: readonly (WrittenFigures | undefined)[]): WrittenFigures | undefined {
  const last = sayings.findLastIndex((item) => speaks(item) && item?.accepted !== true);
  if (last < 0) return undefined;
  const { accepted: _, ...standing }: WrittenFigures = Object.assign({}, ...sayings.slice(last));
  return standing;
}

export function speaks(item: WrittenFigures | undefined): boolean {
  if (item === undefined) return false;
  return item.accepted === true || item.notApplicable === true || "givenPoints" in item || Object.keys(figuresOf(item)).length > 0;
}

function collect<T>(codes: readonly string[], of: (code: string) => T | undefined): Readonly<Record<string, T>> {
  const found = codes.map((code) => [code, of(code)] as const);
  return Object.fromEntries(found.filter((entry): entry is readonly [string, T] => entry[1] !== undefined));
}
