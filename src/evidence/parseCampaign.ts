import type { CriteriaSet } from "../criteria/criteriaSet";
import { dayOrderFaults } from "../issue/fields";
import { readWith } from "../issue/fromZod";
import { at, type Issue, issue, under } from "../issue/issue";
import { readInput } from "../issue/readInput";
import { type Result, unwrap } from "../issue/result";
import { duplicateFaults } from "../rules/options";
import { type Campaign, campaignSchema } from "./campaign";
import { heldRound } from "./roundsHeld";

/**
 * A campaign of assessment (đợt đánh giá) from its file, checked against its criteria set: JSON text, or the value that such text
 * holds. Its period and rounds are those of the set, no round or extension stands twice, and an extension only adds days.
 *
 * **Errors:** {@link ParError} with every issue at once, those of extensions located by unit; {@link safeParseCampaign} answers them instead.
 *
 * @example
 * ```ts
 * import { parseCampaign } from "par-index";
 * import { loadCriteria } from "par-index/node";
 *
 * const campaign = parseCampaign(loadCriteria("example/tiny"), {
 *   format: "par-index/campaign/1", id: "example/tiny-2021", title: { vi: "Đợt đánh giá năm 2021" },
 *   criteria: { id: "example/tiny", revision: 1 }, period: "2021",
 *   windows: [{ round: "selfAssessed", from: "1/12/2021", to: "15/12/2021" }],
 * });
 * campaign.windows[0]?.to; // => "2021-12-15"
 * ```
 */
export function parseCampaign(criteria: CriteriaSet, file: unknown): Campaign {
  return unwrap(safeParseCampaign(criteria, file));
}

/** {@link parseCampaign} that answers a {@link Result} and never throws. */
export function safeParseCampaign(criteria: CriteriaSet, file: unknown): Result<Campaign> {
  return readInput(file, (value) => {
    const read = readWith(campaignSchema, value);
    return read.value === undefined ? read : { value: read.value, issues: campaignFaults(criteria, read.value) };
  });
}

/** What is wrong with a campaign of a criteria set. */
export function campaignFaults({ file }: CriteriaSet, { criteria, period, windows, extensions = [] }: Campaign): readonly Issue[] {
  const [expected, received] = [file, criteria].map(({ id, revision }) => `${id}@${revision}`) as [string, string];
  const { rounds } = file.policies;
  const held = rounds?.list.map(({ id }) => id) ?? [];
  return [
    ...(received === expected ? [] : [issue("otherCriteria", { expected, received }, { path: ["criteria"] })]),
    ...(file.periods.includes(period) ? [] : [issue("periodNotListed", { period, periods: file.periods }, { path: ["period"] })]),
    ...duplicateFaults(
      windows.map(({ round }) => ({ id: round })),
      ["windows"],
    ),
    ...windows.flatMap((window, index) =>
      [
        ...dayOrderFaults(window),
        ...(rounds === undefined || heldRound(rounds, window.round) !== undefined
          ? []
          : [issue("roundNotHeld", { round: window.round, rounds: held }, { path: ["round"] })]),
      ].map((found) => under(["windows", index], found)),
    ),
    ...extensionFaults(windows, extensions),
  ];
}

/** An extension is of a round that the campaign has, and ends no earlier than for all others. */
function extensionFaults(windows: Campaign["windows"], extensions: NonNullable<Campaign["extensions"]>): readonly Issue[] {
  return [
    ...duplicateFaults(
      extensions.map(({ unit, round }) => ({ id: `${unit} · ${round}` })),
      ["extensions"],
    ),
    ...extensions.flatMap(({ unit, round, to }, index) => {
      const window = windows.find((one) => one.round === round);
      const found =
        window === undefined
          ? [issue("roundNotHeld", { round, rounds: windows.map((one) => one.round) }, { path: ["round"] })]
          : dayOrderFaults({ from: window.to, to });
      return found.map((one) => at({ unit }, under(["extensions", index], one)));
    }),
  ];
}
