import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { confidenceInterval } from "../../../src/survey/precision/confidenceInterval";
import { contrast } from "../../../src/survey/precision/contrast";
import { designEffect } from "../../../src/survey/precision/designEffect";
import { estimateRatio } from "../../../src/survey/precision/estimateRatio";
import { estimateRatios } from "../../../src/survey/precision/estimateRatios";
import { kish } from "../../../src/survey/precision/kish";
import { rake } from "../../../src/survey/precision/rake";
import type { SampledTotal } from "../../../src/survey/precision/sampledTotals";
import { near } from "./near";

type Person = readonly [number, string, string, number, string, string, ...(number | null)[]];
interface TaylorOfR {
  readonly est: number;
  readonly se_ratio: number;
  readonly deff_no_fpc: number;
  readonly n_eff: number;
  readonly n_valid: number;
  readonly degf: number;
  readonly ci95: Readonly<Record<"xlogit" | "beta" | "mean" | "wilson_neff_t", readonly [number, number]>>;
}

/** Answers of 72 invented people and what R makes of them, printed to 13 digits after the point. */
const { records, expected } = JSON.parse(readFileSync(new URL("../oracle.json", import.meta.url), "utf8")) as {
  readonly records: readonly Person[];
  readonly expected: {
    readonly weighted: Readonly<Record<string, number>>;
    readonly taylor: Readonly<Record<string, TaylorOfR>>;
    readonly taylor_pooled_ratio: Readonly<Record<string, { readonly est: number; readonly se: number }>>;
    readonly jkn_se: Readonly<Record<string, number>>;
    readonly kish_n_eff: number;
    readonly kish_deff: number;
    readonly rake: {
      readonly margins: Readonly<Record<"sex" | "age", Readonly<Record<string, number>>>>;
      readonly weights: readonly number[];
      readonly estimates: Readonly<Record<string, number>>;
    };
  };
};

const factors: Readonly<Record<string, readonly number[]>> = { F1: [1, 2, 3], F2: [4, 5], F3: [6, 7], overall: [1, 2, 3, 4, 5, 6, 7] };
const questions = [1, 2, 3, 4, 5, 6, 7];

/** What one person's answers to these questions add: how many count, how many are satisfied. */
function counted(person: Person, asked: readonly number[]) {
  const codes = asked.map((question) => person[question + 5]).filter((code): code is number => typeof code === "number" && code <= 5);
  return { answered: codes.length, satisfied: codes.filter((code) => code >= 4).length, score: codes.reduce((sum, code) => sum + code, 0) };
}

function rows(of: (person: Person) => { readonly y: number; readonly x: number }, weights?: readonly number[]): SampledTotal[] {
  return records.map((person, index) => {
    const [, stratum, cluster, weight] = person;
    return { stratum, cluster, weight: weights?.[index] ?? weight, ...of(person) };
  });
}

const pooled = (asked: readonly number[], weights?: readonly number[]) =>
  rows((person) => {
    const { satisfied, answered } = counted(person, asked);
    return { y: satisfied, x: answered };
  }, weights);
const ofRespondents = (asked: readonly number[], weights?: readonly number[]) =>
  rows((person) => {
    const { satisfied, answered } = counted(person, asked);
    return answered === 0 ? { y: 0, x: 0 } : { y: satisfied / answered, x: 1 };
  }, weights);
const scores = (question: number, weights?: readonly number[]) =>
  rows((person) => {
    const { score, answered } = counted(person, [question]);
    return { y: score, x: answered };
  }, weights);

/** Every figure of the oracle that is one ratio, by its name there. */
function ratios(weights?: readonly number[]): Readonly<Record<string, readonly SampledTotal[]>> {
  const ofFactor = (prefix: string, list: typeof pooled) =>
    ["F1", "F2", "F3"].map((factor) => [`${prefix}.${factor}`, list(factors[factor] ?? [], weights)]);
  return Object.fromEntries([
    ...questions.map((question) => [`crit.q${question}`, pooled([question], weights)]),
    ...questions.map((question) => [`mean_score.q${question}`, scores(question, weights)]),
    ...ofFactor("fpool", pooled),
    ...ofFactor("fresp", ofRespondents),
    ["overall_pooled_answers", pooled(questions, weights)],
    ["overall_respondent_mean", ofRespondents(questions, weights)],
  ]);
}

/** Means of several of them: of the questions of a factor, of all questions, of factors. */
const meanOf = (asked: readonly number[], by = 1) => asked.map((question): [string, number] => [`crit.q${question}`, by / asked.length]);
const means: Readonly<Record<string, Readonly<Record<string, number>>>> = Object.fromEntries([
  ...["F1", "F2", "F3"].map((factor) => [`fmean.${factor}`, Object.fromEntries(meanOf(factors[factor] ?? []))]),
  ["overall_mean_of_criteria", Object.fromEntries(meanOf(questions))],
  ["overall_mean_of_factors", Object.fromEntries(["F1", "F2", "F3"].flatMap((factor) => meanOf(factors[factor] ?? [], 1 / 3)))],
]);

test.each(Object.entries(expected.weighted))("weighted: %s", (name, value) => {
  const estimates = estimateRatios(ratios());
  near(means[name] === undefined ? estimates.byName[name]?.value : contrast(estimates, means[name]).value, value, 1e-12);
});

describe.each(Object.entries(expected.taylor))("%s", (question, of) => {
  const estimate = estimateRatio(pooled([Number(question.slice(1))]));

  test("estimate, standard error, valid answers, degrees of freedom", () => {
    near(estimate.value, of.est, 1e-12);
    near(estimate.standardError, of.se_ratio, 1e-12);
    expect([estimate.respondents, estimate.degreesOfFreedom]).toEqual([of.n_valid, of.degf]);
  });

  test("design effect", () => near(designEffect(estimate, "withoutReplacement"), of.deff_no_fpc));

  test.each([
    ["wald", "mean"],
    ["logit", "xlogit"],
    ["wilson", "wilson_neff_t"],
    ["clopperPearson", "beta"],
  ] as const)("interval by %s", (method, name) => {
    const { low, high } = confidenceInterval(estimate, { method });
    near(low, of.ci95[name][0]);
    near(high, of.ci95[name][1]);
  });
});

test.each(Object.entries(expected.taylor_pooled_ratio))("pooled answers: %s", (part, { est, se }) => {
  const estimate = estimateRatio(pooled(factors[part] ?? []));
  near(estimate.value, est, 1e-12);
  near(estimate.standardError, se, 1e-12);
});

test.each(Object.entries(expected.jkn_se))("jackknife: %s", (name, se) => {
  const estimates = estimateRatios(ratios(), { variance: { method: "jackknife" } });
  const found = means[name] === undefined ? estimates.byName[name] : contrast(estimates, means[name]);
  // A mean of ratios is linear in them, so the covariance of replicates is that of the mean.
  near(found?.standardError, se);
});

test("unequal weights", () => {
  const effect = kish(records.map(([, , , weight]) => weight));
  near(effect.effectiveSize, expected.kish_n_eff, 1e-12);
  near(effect.designEffect, expected.kish_deff, 1e-12);
});

test("raking to sex and age, and what it makes of the rates", () => {
  const people = records.map(([, , , weight, sex, age]) => ({ weight, categories: { sex, age } }));
  const { weights, distance } = rake(people, expected.rake.margins, { tolerance: 1e-13 });
  expect(distance).toBeLessThan(1e-13);
  weights.forEach((weight, index) => {
    near(weight, expected.rake.weights[index]);
  });
  const estimates = estimateRatios(ratios(weights));
  for (const [name, value] of Object.entries(expected.rake.estimates)) {
    near(means[name] === undefined ? estimates.byName[name]?.value : contrast(estimates, means[name]).value, value);
  }
});
