import betaQuantile from "@stdlib/stats-base-dists-beta-quantile";
import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { type Issue, issue } from "../../issue/issue";
import { type Result, unwrap } from "../../issue/result";
import type { Uncertain } from "./estimate";

export type IntervalMethod = "wald" | "logit" | "wilson" | "clopperPearson";

/** A confidence interval (khoảng tin cậy). */
export interface Interval {
  readonly approximate: true;
  readonly method: IntervalMethod;
  readonly level: number;
  readonly low: number;
  readonly high: number;
}

export interface IntervalOptions {
  /** Clopper–Pearson unless said otherwise: it holds for rates near 0 and 1 and for few answers, where the others are too short. */
  readonly method?: IntervalMethod | undefined;
  /** 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** At a rate of exactly 0 or 1 the sample shows no variance: respondents are then divided by this; 1 unless said otherwise. */
  readonly designEffect?: number | undefined;
}

/** An estimate whose respondents are known, which Clopper–Pearson needs. */
type Asked = Uncertain & { readonly respondents?: number | undefined };

/**
 * A confidence interval (khoảng tin cậy) of an estimate under its design, with t on the design's degrees of freedom and, for rates,
 * the effective sample size n_e = p(1 − p) ÷ se².
 *
 * - `wald`: p ± t·se. Any mean or difference; of a rate it may leave 0 to 1, and at 0 or 1 it has no width.
 * - `logit`: logit p ± t·se ÷ (p(1 − p)), turned back (R's `xlogit`). Rates strictly between 0 and 1.
 * - `wilson`: (p + t² ÷ 2n_e ± t·√(p(1 − p) ÷ n_e + t² ÷ 4n_e²)) ÷ (1 + t² ÷ n_e). Source: Wilson 1927; Franco et al. 2019.
 * - `clopperPearson`: beta quantiles with n* = n_e·(t_{n−1} ÷ t_df)². Source: Korn & Graubard 1998; R's `beta`, which like this does
 *   not cap n* at n.
 *
 * **Exactness:** none; `number`.
 *
 * **Errors:** {@link ParError} with `intervalUndefined`, `missingKey`, `outOfRange`; {@link safeConfidenceInterval} answers them instead.
 *
 * @example
 * ```ts
 * import { confidenceInterval, estimateRatio } from "par-index/survey";
 *
 * const row = (cluster: string, y: number, count: number) => ({ stratum: "A", cluster, weight: 10, y, x: 1, count });
 * const rate = estimateRatio([row("1", 1, 30), row("1", 0, 10), row("2", 1, 20), row("2", 0, 20), row("3", 1, 25), row("3", 0, 15)]);
 * const { low, high } = confidenceInterval(rate, { method: "logit" });
 * [low.toPrecision(3), high.toPrecision(3)]; // => ["0.307", "0.862"]
 * ```
 */
export function confidenceInterval(estimate: Asked, options: IntervalOptions = {}): Interval {
  return unwrap(safeConfidenceInterval(estimate, options));
}

/** {@link confidenceInterval} that answers a {@link Result} and never throws. */
export function safeConfidenceInterval(estimate: Asked, options: IntervalOptions = {}): Result<Interval> {
  const { method = "clopperPearson", level = 0.95 } = options;
  const issues = intervalFaults(estimate, method, level, options.designEffect ?? 1);
  if (issues.length > 0) return { ok: false, issues };
  const [low, high] = bounds(estimate, method, level, options.designEffect ?? 1);
  return { ok: true, value: { approximate: true, method, level, low, high }, warnings: [] };
}

function bounds(estimate: Asked, method: IntervalMethod, level: number, designEffect: number): readonly [number, number] {
  const { value: p, standardError, degreesOfFreedom, respondents = 0 } = estimate;
  const tail = (1 - level) / 2;
  const t = tQuantile(1 - tail, degreesOfFreedom);
  if (method === "wald") return [p - t * standardError, p + t * standardError];
  if (method === "logit") {
    const centre = Math.log(p / (1 - p));
    const reach = (t * standardError) / (p * (1 - p));
    return [1 / (1 + Math.exp(reach - centre)), 1 / (1 + Math.exp(-reach - centre))];
  }
  const effective = isExtreme(p) ? respondents / designEffect : (p * (1 - p)) / standardError ** 2;
  if (method === "wilson") {
    const pull = t ** 2 / effective;
    const reach = t * Math.sqrt((p * (1 - p)) / effective + pull / (4 * effective));
    return [(p + pull / 2 - reach) / (1 + pull), (p + pull / 2 + reach) / (1 + pull)];
  }
  const size = effective * (tQuantile(1 - tail, respondents - 1) / t) ** 2;
  const [above, below] = [size * p, size * (1 - p)];
  return [p === 0 ? 0 : betaQuantile(tail, above, below + 1), p === 1 ? 1 : betaQuantile(1 - tail, above + 1, below)];
}

function intervalFaults(estimate: Asked, method: IntervalMethod, level: number, designEffect: number): Issue[] {
  const { value: p, standardError, degreesOfFreedom, respondents } = estimate;
  if (!(level > 0 && level < 1)) return [issue("outOfRange", { bound: "> 0, < 1" }, { path: ["level"] })];
  if (!(designEffect > 0 && designEffect < Number.POSITIVE_INFINITY))
    return [issue("outOfRange", { bound: "> 0" }, { path: ["designEffect"] })];
  const undefinedFor = (reason: "noDegreesOfFreedom" | "notARate" | "noVariance") => [
    issue("intervalUndefined", { method, received: String(p), reason }),
  ];
  if (!(degreesOfFreedom >= 1)) return undefinedFor("noDegreesOfFreedom");
  if (method === "wald") return [];
  if (!(p >= 0 && p <= 1)) return undefinedFor("notARate");
  if (method === "logit") return isExtreme(p) ? undefinedFor("noVariance") : [];
  const asksRespondents = method === "clopperPearson" || isExtreme(p);
  if (asksRespondents && respondents === undefined) return [issue("missingKey", { key: "respondents" })];
  if (method === "clopperPearson" && !((respondents ?? 0) >= 2)) return undefinedFor("noDegreesOfFreedom");
  return !isExtreme(p) && !(standardError > 0) ? undefinedFor("noVariance") : [];
}

function isExtreme(p: number): boolean {
  return p === 0 || p === 1;
}
