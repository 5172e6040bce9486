// How long precision takes on a survey of the size of 2024: 36,525 invented people in 1,170 hamlets of 195 districts, 63 provinces.
import { confidenceInterval, estimateRatios, inseparable } from "../dist/survey/index.js";

const people = Array.from({ length: 36_525 }, (_, index) => {
  const hamlet = index % 1_170;
  const district = hamlet % 195;
  const y = (index * 2_654_435_761) % 100 < 70 + (hamlet % 25) ? 1 : 0;
  return { stratum: `d${district}`, cluster: `h${hamlet}`, weight: 1 + (index % 7), y, x: 1, province: `p${district % 63}` };
});
const provinces = [...new Set(people.map(({ province }) => province))];
const measures = Object.fromEntries([
  ["nation", people],
  ...provinces.map((province) => [province, people.filter((person) => person.province === province)]),
]);

function timed(name, work) {
  const start = performance.now();
  const value = work();
  console.log(`${name}: ${((performance.now() - start) / 1000).toFixed(2)} s`);
  return value;
}

const bootstrap = { method: "bootstrap", replicates: 1_000, seed: 1 };
timed("Taylor, the nation", () => estimateRatios({ people }));
const taylor = timed("Taylor, the nation and 63 provinces with every covariance", () => estimateRatios(measures));
timed("jackknife, the nation", () => estimateRatios({ people }, { variance: { method: "jackknife" } }));
timed("bootstrap of 1,000, the nation", () => estimateRatios({ people }, { variance: bootstrap }));
timed("bootstrap of 1,000, the nation and 63 provinces", () => estimateRatios(measures, { variance: bootstrap }));
timed("64 intervals", () => Object.values(taylor.byName).map((estimate) => confidenceInterval(estimate)));
timed("which of 64 cannot be told apart", () => inseparable(taylor));
