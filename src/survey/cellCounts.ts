import { exactText } from "../exact/decimal";
import { multiply, ratio } from "../exact/ratio";
import { byteTable } from "./byteTable";
import { idOfPart, optionOf, partsOf, questionsOf } from "./combine";
import { numberCounts } from "./numberCounts";
import type { Questionnaire } from "./questionnaire";
import { type AnswerCount, byCell, type RespondentCount, type Tally, type TallyCell, type TallyKey } from "./tally";
import { worthUnits } from "./worthUnits";

/** Counts people by cell: each answer, and for each part how much they answered and what it came to. */
export interface CellCounts {
  /** One person: the number of each key's value, 0 for none, and, from a place in a list of many, that of each answer in its scale, 0 for a blank. */
  readonly add: (symbols: Int32Array, answers: Int32Array, person: number) => void;
  /** The tally of all, given what the numbers of each key's values stand for. */
  readonly tally: (keys: readonly TallyKey[], values: readonly (readonly string[])[], respondents: number) => Tally;
}

/** The loops of `add` see every answer of a survey, so they are written for speed. */
export function cellCounts(questionnaire: Questionnaire): CellCounts {
  const { questions, file } = questionnaire;
  const units = worthUnits(questionnaire);
  const codes = questions.map(({ scale }) => ["", ...(file.scales[scale]?.answers.map(({ code }) => code) ?? [])]);
  const starts = startsOf(codes.map(({ length }) => length));
  const width = starts[questions.length] as number;
  const counting = new Uint8Array(width);
  const worths = new Float64Array(width);
  for (const [place, question] of questions.entries()) {
    for (const [answer, code] of (codes[place] ?? []).entries()) {
      const counts = optionOf(file.scales, question, code)?.counts;
      const worth = counts === undefined ? undefined : units.of(counts);
      counting[(starts[place] as number) + answer] = worth === undefined ? 0 : 1;
      worths[(starts[place] as number) + answer] = worth ?? 0;
    }
  }

  // A person's state in a part is two numbers in one: so many units of worth make one answer.
  const parts = partsOf(questionnaire).filter(({ kind }) => kind !== "question");
  const sizes = parts.map((part) => questionsOf(questionnaire, part).length);
  const ranges = Float64Array.from(sizes, (size) => units.most * size + 1);
  const stateStarts = startsOf(sizes.map((size, part) => (size + 1) * (ranges[part] as number)));
  const perCell = stateStarts[parts.length] as number;
  const { runs, outer } = nesting(questionnaire);

  const cells = byteTable();
  const vectors: Int32Array[] = [];
  const states = numberCounts();
  const answered = new Int32Array(parts.length);
  const worth = new Float64Array(parts.length);
  let keyBytes = new Uint8Array(0);
  let key = new Int32Array(0);
  let counts = new Uint32Array(width * 16);

  function cellOf(symbols: Int32Array): number {
    if (keyBytes.length === 0) {
      key = new Int32Array(Math.max(1, symbols.length));
      keyBytes = new Uint8Array(key.buffer);
    }
    key.set(symbols);
    const cell = cells.add(keyBytes, 0, symbols.length * 4);
    if (cell === vectors.length) {
      vectors.push(symbols.slice());
      if ((cell + 1) * width > counts.length) {
        const wider = new Uint32Array(counts.length * 2);
        wider.set(counts);
        counts = wider;
      }
    }
    return cell;
  }

  function add(symbols: Int32Array, answers: Int32Array, person: number): void {
    const cell = cellOf(symbols);
    const own = counts;
    const base = cell * width;
    answered.fill(0);
    worth.fill(0);
    for (const { part, from, to } of runs) {
      let many = 0;
      let much = 0;
      for (let question = from; question < to; question += 1) {
        const at = (starts[question] as number) + (answers[person + question] as number);
        own[base + at] = (own[base + at] as number) + 1;
        many += counting[at] as number;
        much += worths[at] as number;
      }
      if (part < 0) continue;
      answered[part] = many;
      worth[part] = much;
    }
    // Parts stand before what is in them, so that going backwards each is complete when it is added to what holds it.
    const first = cell * perCell;
    for (let part = parts.length - 1; part >= 0; part -= 1) {
      const many = answered[part] as number;
      const much = worth[part] as number;
      states.add(first + (stateStarts[part] as number) + many * (ranges[part] as number) + much);
      const holder = outer[part] as number;
      if (part > 0) {
        answered[holder] = (answered[holder] as number) + many;
        worth[holder] = (worth[holder] as number) + much;
      }
    }
  }

  function tally(keys: readonly TallyKey[], values: readonly (readonly string[])[], respondents: number): Tally {
    const named = vectors.map(
      (vector): TallyCell =>
        Object.fromEntries(keys.flatMap((key, place) => (vector[place] === 0 ? [] : [[key, values[place]?.[vector[place] ?? 0]]]))),
    );
    const byName = byCell(keys);
    const order = named.map((_, cell) => cell).sort((a, b) => byName(named[a] as TallyCell, named[b] as TallyCell));
    const rows: AnswerCount[] = [];
    for (const cell of order) {
      for (const [place, { id }] of questions.entries()) {
        for (const [answer, code] of (codes[place] ?? []).entries()) {
          const count = counts[cell * width + (starts[place] as number) + answer] as number;
          if (count > 0) rows.push({ cell: named[cell] as TallyCell, question: id, answer: code, count });
        }
      }
    }
    const rank = new Float64Array(named.length);
    for (const [place, cell] of order.entries()) rank[cell] = place;
    const ids = parts.map(idOfPart);
    const written = new Map<number, string>();
    const worthText = (worth: number): string => {
      const text = written.get(worth) ?? exactText(multiply(ratio(worth), ratio(units.unit.numerator, units.unit.denominator)));
      written.set(worth, text);
      return text;
    };
    const people = states
      .entries()
      .map(([state, count]) => ({ at: (rank[Math.floor(state / perCell)] as number) * perCell + (state % perCell), count }))
      .sort((a, b) => a.at - b.at)
      .map(({ at, count }): RespondentCount => {
        const inCell = at % perCell;
        const part = stateStarts.findLastIndex((start) => start <= inCell);
        const [state, range] = [inCell - (stateStarts[part] as number), ranges[part] as number];
        return {
          cell: named[order[Math.floor(at / perCell)] as number] as TallyCell,
          part: ids[part] ?? "",
          answered: Math.floor(state / range),
          worth: worthText(state % range),
          count,
        };
      });
    return { questionnaire: { id: file.id, revision: file.revision }, keys, respondents, answers: rows, parts: people };
  }

  return { add, tally };
}

/** Where each of some stretches starts when they lie one behind the other, and last where all end. */
function startsOf(lengths: readonly number[]): Float64Array {
  const starts = new Float64Array(lengths.length + 1);
  for (const [place, length] of lengths.entries()) starts[place + 1] = (starts[place] as number) + length;
  return starts;
}

/** Questions that follow one another in a part; -1 is that of the general question, which is in none. */
interface Run {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** The questions of each factor, and what each part lies in: places among the parts that people are counted for. */
function nesting({ file, questions }: Questionnaire): { readonly runs: readonly Run[]; readonly outer: Int32Array } {
  const runs: Run[] = [];
  const outer = [0];
  let from = 0;
  for (const { factors } of file.blocks) {
    const block = outer.push(0) - 1;
    for (const factor of factors) {
      const to = from + factor.questions.length;
      runs.push({ part: outer.push(block) - 1, from, to });
      from = to;
    }
  }
  runs.push({ part: -1, from, to: questions.length });
  return { runs, outer: Int32Array.from(outer) };
}
