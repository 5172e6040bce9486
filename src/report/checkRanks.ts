import { compare } from "../exact/ratio";
import { type Issue, issue } from "../issue/issue";
import { type PrintedNumber, readNumber, readWhole } from "./printedNumber";
import { type PublishedTable, rankedRows, ranksOf } from "./publishedTable";

/** Ranks that contradict the values, that different values share, or that no unit has. */
export function checkRanks(table: PublishedTable): Issue[] {
  return [...ranksAgainstValues(table), ...ranksRepeated(table), ...ranksMissing(table)];
}

/** A unit with the rank and the value that are printed for it. */
interface Placed {
  readonly unit: string;
  readonly rank: number;
  readonly printed: PrintedNumber;
}

/** The units with a rank and a value: by rank, equal ranks by value, so that the order of the rows does not matter. */
function placedUnits(table: PublishedTable): Placed[] {
  const placed = rankedRows(table).flatMap(({ unit, rank: rankCell, value }) => {
    const [rank, printed] = [readWhole(rankCell), readNumber(value)];
    return rank === undefined || printed === undefined ? [] : [{ unit, rank, printed }];
  });
  return placed.sort((a, b) => a.rank - b.rank || compare(b.printed.value, a.printed.value) || (a.unit < b.unit ? -1 : 1));
}

function ranksAgainstValues(table: PublishedTable): Issue[] {
  const placed = placedUnits(table);
  const agreeing = longestFall(placed);
  return placed
    .filter((place) => !agreeing.includes(place))
    .flatMap((place) => {
      const other = agreeing.find((candidate) => contradict(place, candidate));
      return other === undefined ? [] : [rankAgainstValue(place, other)];
    });
}

function rankAgainstValue({ unit, rank, printed }: Placed, other: Placed): Issue {
  const payload = {
    rank: String(rank),
    value: printed.text,
    other: other.unit,
    otherRank: String(other.rank),
    otherValue: other.printed.text,
  };
  return issue("rankAgainstValue", payload, { unit, path: ["rank"] });
}

function contradict(a: Placed, b: Placed): boolean {
  return (a.rank - b.rank) * compare(a.printed.value, b.printed.value) > 0;
}

/** The most units, in their order, whose values never rise: those outside it are the fewest whose rank or value must be wrong. */
function longestFall(placed: readonly Placed[]): readonly Placed[] {
  // The place where a fall of each length ends, with the highest value that it can end in.
  const ends: Placed[] = [];
  const before = new Map<Placed, Placed | undefined>();
  for (const place of placed) {
    const longest = ends.findLastIndex((end) => compare(end.printed.value, place.printed.value) >= 0);
    before.set(place, ends[longest]);
    ends[longest + 1] = place;
  }
  const fall: Placed[] = [];
  for (let place = ends.at(-1); place !== undefined; place = before.get(place)) fall.push(place);
  return fall.reverse();
}

/** Units that share a rank and not a value; each is named, since either rank may be the wrong one. */
function ranksRepeated(table: PublishedTable): Issue[] {
  const placed = placedUnits(table);
  return placed.flatMap(({ unit, rank, printed }) => {
    const other = placed.find((place) => place.rank === rank && compare(place.printed.value, printed.value) !== 0);
    return other === undefined ? [] : [issue("rankRepeated", { rank: String(rank), other: other.unit }, { unit, path: ["rank"] })];
  });
}

/** Ranks that no unit has, gap by gap. After a shared rank the next is skipped (1, 2, 2, 4), which is no gap. */
function ranksMissing(table: PublishedTable): Issue[] {
  const found: Issue[] = [];
  let next = 1;
  for (const rank of table.extent === "excerpt" ? [] : ranksOf(table)) {
    const last = rank - 1;
    if (next <= last) found.push(issue("rankMissing", { rank: next === last ? `${next}` : `${next}–${last}` }, { path: ["rank"] }));
    next = Math.max(next, rank) + 1;
  }
  return found;
}
