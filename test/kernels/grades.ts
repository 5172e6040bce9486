import { classify, countGrades, parseReports, safeParseCriteria, scoreAll } from "par-index";
import { expect } from "vitest";
import type { Family } from "./family";
import { event, type Grades, gradesGiven, gradingByGroup, gradingOf } from "./gradingOf";
import { fileOf, leaf, reportOf, scoreOf, scoresGiven, setOf } from "./smallSet";

/** Which grade a unit gets before any quota. */
export const grades: Family = {
  "class-with-zero-veto": () => {
    const noZero = { conditions: [{ kind: "noZero", of: "leaves" }] } as const;
    const criteria = setOf([leaf("1", "96"), leaf("2", "4")], {
      grading: gradingOf({ ...canTho, excellent: { ...canTho.excellent, ...noZero }, good: { ...canTho.good, ...noZero } }),
    });
    const graded = (first: string, second: string) =>
      classify(criteria, [scoreOf(criteria, { "1": { points: first }, "2": { points: second } })]).map(({ grade }) => grade);
    expect(graded("93", "3")).toEqual(["excellent"]);
    expect(graded("96", "0")).toEqual(["done"]);
    expect(graded("92", "3")).toEqual(["excellent"]);
    expect(graded("91.99", "3")).toEqual(["good"]);
    expect(graded("71.99", "3")).toEqual(["failed"]);
  },

  "class-with-floor-percent": () => {
    const each = (percent: string) => ({ conditions: [{ kind: "eachAtLeast", of: "leaves", percent }] as const });
    const criteria = setOf([leaf("1", "90"), leaf("2", "10")], {
      grading: gradingOf({
        excellent: { atLeast: "90", ...each("85") },
        good: { atLeast: "80", lessThan: "90", ...each("80") },
        done: { atLeast: "70", lessThan: "80", ...each("70") },
        failed: { lessThan: "70" },
      }),
    });
    const of92 = (first: string, second: string) => {
      const score = scoreOf(criteria, { "1": { points: first }, "2": { points: second } });
      return [score.points, classify(criteria, [score])[0]?.grade];
    };
    expect(of92("83.5", "8.5")).toEqual(["92", "excellent"]);
    expect(of92("83.6", "8.4")).toEqual(["92", "good"]);
    expect(of92("84.1", "7.9")).toEqual(["92", "done"]);
    expect(of92("85.1", "6.9")).toEqual(["92", "failed"]);
  },

  "class-with-gaps": () => {
    const printed = gradingOf({
      excellent: { atLeast: "90", atMost: "100" },
      good: { atLeast: "75", atMost: "89" },
      done: { atLeast: "50", atMost: "74" },
      failed: { lessThan: "50" },
    });
    const read = safeParseCriteria(fileOf([leaf("1", "100")], { grading: printed }));
    expect(read.ok && read.warnings.map(({ code }) => code)).toEqual(["gradeGap", "gradeGap"]);
    const criteria = setOf([leaf("1", "100")], { grading: printed });
    const graded = gradesGiven(criteria, { a: "90", b: "89.5", c: "89", d: "74.01", e: "49.99" });
    expect(graded.map(({ grade, reason }) => grade ?? reason)).toEqual(["excellent", "betweenBands", "good", "betweenBands", "failed"]);
    expect(graded[1]?.possible).toEqual(["excellent", "good", null]);
  },

  "class-open-low": () => {
    const grading = gradingOf({
      excellent: { moreThan: "90" },
      good: { moreThan: "80", atMost: "90" },
      done: { atLeast: "50", atMost: "80" },
      failed: { lessThan: "50" },
    });
    const graded = gradesGiven(setOf([leaf("1", "100")], { grading }), { a: "90.01", b: "90", c: "80", d: "50", e: "49.99" });
    expect(graded.map(({ grade }) => grade)).toEqual(["excellent", "good", "done", "done", "failed"]);
  },

  "class-by-group": () => {
    const groupsFrom = (first: string, second: string): Grades => ({
      groupI: { atLeast: first },
      groupII: { atLeast: second, lessThan: first },
      lower: { lessThan: second },
    });
    const criteria = setOf([leaf("1", "100")], {
      groups: ["department", "district"],
      grading: gradingByGroup({ department: groupsFrom("90", "80"), district: groupsFrom("80", "70") }),
    });
    const gradeIn = (group: string) => classify(criteria, scoresGiven(criteria, { A: "87.8" }, { group }))[0]?.grade;
    expect([gradeIn("department"), gradeIn("district")]).toEqual(["groupII", "groupI"]);
  },

  "class-distribution": () => {
    const published =
      "97.685 87.187 85.804 85.584 85.234 85.162 85.057 83.838 83.533 83.271 83.226 83.218 83.038 83.034 80.696 79.455 79.077 79.027 73.663 73.559 73.475".split(
        " ",
      );
    const grading = gradingOf({
      excellent: { atLeast: "90" },
      good: { atLeast: "80", lessThan: "90" },
      fair: { atLeast: "70", lessThan: "80" },
      average: { lessThan: "70" },
    });
    const criteria = setOf([leaf("1", "100")], { grading, places: 3 });
    const units = Object.fromEntries(published.map((points, index) => [`Sở ${index + 1}`, points]));
    const [counted] = countGrades(criteria, gradesGiven(criteria, units));
    expect(counted?.grades.map(({ grade, units }) => [grade, units])).toEqual([
      ["excellent", 1],
      ["good", 14],
      ["fair", 6],
      ["average", 0],
    ]);
  },

  "knockout-lowest": () => {
    const criteria = withEvents(event("noSelfScore", { forces: "failed" }));
    expect(gradeOf97(criteria, {})).toBe("excellent");
    expect(gradeOf97(criteria, { noSelfScore: { happened: true } })).toBe("failed");
  },

  "cap-class": () => {
    const criteria = withEvents(event("reprimanded", { caps: "good" }), event("warned", { caps: "done" }));
    expect(gradeOf97(criteria, { reprimanded: { happened: true } })).toBe("good");
    expect(gradeOf97(criteria, { warned: { happened: true } })).toBe("done");
    expect(gradeOf97(criteria, { reprimanded: { happened: true }, warned: { happened: true } })).toBe("done");
    expect(gradeOf97(criteria, { reprimanded: { happened: false } })).toBe("excellent");
  },

  "no-double-count": () => {
    const criteria = withEvents(event("disciplined", { forces: "failed" }));
    const act = { happened: true, on: "2025-03-10", countedIn: "2024" };
    expect(gradeOf97(criteria, { disciplined: act }, "2024")).toBe("failed");
    expect(gradeOf97(criteria, { disciplined: act }, "2025")).toBe("excellent");
  },
};

/** The bands of Cần Thơ. */
const canTho = {
  excellent: { atLeast: "95" },
  good: { atLeast: "85", lessThan: "95" },
  done: { atLeast: "75", lessThan: "85" },
  failed: { lessThan: "75" },
};

function withEvents(...events: readonly ReturnType<typeof event>[]) {
  return setOf([leaf("1", "100")], { periods: ["2024", "2025"], grading: gradingOf(canTho, { events }) });
}

/** The grade of a unit with 97 points of which these events are recorded. */
function gradeOf97(criteria: ReturnType<typeof setOf>, events: object, period = "2025") {
  const report = { ...reportOf("A", { "1": { points: "97" } }, { period }), events };
  return classify(criteria, scoreAll(criteria, parseReports(criteria, report)))[0]?.grade;
}
