import { evidenceForm, formatIssue, parseCriteria, parseEvidence, safeParseEvidence, scoreUnit } from "par-index";
import { describe, expect, test } from "vitest";
import { expectToBeSaidWell, issuesOf, told } from "../badInput/issues";
import { event, given, gradedFile, gradesWith, onTime, reportWith } from "./files";

const grades = gradesWith({ atLeast: "90", conditions: [{ kind: "fact", fact: "onTime", atLeast: "95" }] }, { lessThan: "90" });
const events = [event("warned", { caps: "grade2" }), event("merged", { notRated: true }, ["department"])];
const facts = [onTime, { ...onTime, id: "spent", reads: { ...onTime.reads, quantity: "money" as const } }];
const criteria = parseCriteria(gradedFile([given("1", "100")], { grades, facts, events }));
const without = parseCriteria((({ grading: _, ...file }) => file)(gradedFile([given("1", "100")], { grades: gradesWith({}) })));

const read = (records: object) => parseEvidence(criteria, reportWith("a", { "1": "95" }, records));
const found = (records: object, set = criteria) => {
  const issues = issuesOf(safeParseEvidence(set, reportWith("a", { "1": "95" }, records)));
  issues.forEach(expectToBeSaidWell);
  return issues.map(told);
};

describe("facts and events of a report", () => {
  test("come out in canonical form, in the order of the set, with what stands beside them", () => {
    const evidence = read({
      events: { warned: { happened: true, on: "20/5/2021", countedIn: " 2020 " } },
      facts: {
        spent: { done: "1,50", due: 2, note: "Theo quyết toán" },
        onTime: { done: "19", due: 20, documents: [{ number: "12/BC", issuedOn: "5/1/2022" }] },
      },
    });
    expect(JSON.stringify(evidence.facts)).toBe(
      '{"onTime":{"done":19,"due":20,"documents":[{"number":"12/BC","issuedOn":"2022-01-05"}]},"spent":{"done":"1.5","due":"2","note":"Theo quyết toán"}}',
    );
    expect(evidence.events).toEqual({ warned: { happened: true, on: "2021-05-20", countedIn: "2020" } });
    expect(Object.isFrozen(evidence.facts) && Object.isFrozen(evidence.facts?.onTime) && Object.isFrozen(evidence.events)).toBe(true);
    expect(parseEvidence(criteria, JSON.parse(JSON.stringify(evidence)))).toEqual(evidence);
  });

  test.each([
    ["nothing", {}],
    ["null", { facts: null, events: null }],
    ["empty ones", { facts: {}, events: {} }],
    ["blank ones", { facts: { onTime: null, spent: { done: null, due: null } }, events: { warned: null } }],
    ["a blank answer", { events: { warned: { happened: null } } }],
  ])("are not there where %s is reported", (_, records) => {
    const evidence = read(records);
    expect("facts" in evidence || "events" in evidence).toBe(false);
    const score = scoreUnit(criteria, evidence);
    expect("facts" in score || "events" in score).toBe(false);
  });

  test("are kept with the score, so that it is all that grading needs", () => {
    const records = { facts: { onTime: { done: 1, due: 1 } }, events: { warned: { happened: false, note: "Không có kết luận" } } };
    expect(scoreUnit(criteria, read(records))).toMatchObject(records);
  });

  test.each([
    ["an unknown fact", { facts: { ontime: { done: 1, due: 1 } } }, ["facts.ontime: unknownFact"]],
    ["an unknown event", { events: { Warned: { happened: true } } }, ["events.Warned: unknownEvent"]],
    ["an event of other groups", { events: { merged: { happened: true } } }, ["events.merged: unknownEvent"]],
    ["a fact named as JavaScript names its own things", { facts: { constructor: {} } }, ["facts.constructor: unknownFact"]],
    ["more done than due", { facts: { onTime: { done: 21, due: 20 } } }, ["facts.onTime.done: doneAboveDue"]],
    ["a figure that is missing", { facts: { onTime: { done: 21 } } }, ["facts.onTime: missingKey due"]],
    ["a figure that is none of its", { facts: { onTime: { done: 1, due: 1, late: 2 } } }, ["facts.onTime: unknownKey late"]],
    [
      "a fact that is not applicable",
      { facts: { onTime: { notApplicable: true, reason: "Không giao" } } },
      [
        "facts.onTime: missingKey done",
        "facts.onTime: missingKey due",
        "facts.onTime: unknownKey notApplicable",
        "facts.onTime: unknownKey reason",
      ],
    ],
    ["a fact that is a number", { facts: { onTime: 95 } }, ["facts.onTime: wrongType"]],
    ["facts that are a list", { facts: [] }, ["facts: wrongType"]],
    ["an event that is only dated", { events: { warned: { on: "2021-05-20" } } }, ["events.warned: missingKey happened"]],
    ["an event answered in words", { events: { warned: { happened: "có" } } }, ["events.warned.happened: wrongType"]],
    ["an event on 30 February", { events: { warned: { happened: true, on: "30/2/2021" } } }, ["events.warned.on: notADate"]],
    ["a misspelt key of an event", { events: { warned: { happened: true, counted: "2020" } } }, ["events.warned: unknownKey counted"]],
    [
      "several at once",
      { facts: { onTime: { done: -1, due: 1 }, x: {} }, events: { y: {} } },
      ["facts.onTime.done: negative", "facts.x: unknownFact", "events.y: unknownEvent"],
    ],
  ])("%s is refused and located", (_, records, expected) => {
    expect(found(records)).toEqual(expected);
  });

  test("a set without a grading refuses them", () => {
    expect(found({ facts: { onTime: { done: 1, due: 1 } }, events: { warned: { happened: true } } }, without)).toEqual([
      "facts: noGrading",
      "events: noGrading",
    ]);
    expect(found({ facts: {}, events: {} }, without)).toEqual([]);
  });

  test("a wrong figure is told with the title of its fact", () => {
    const outcome = safeParseEvidence(criteria, reportWith("a", {}, { facts: { onTime: { done: 21, due: 20 } } }));
    expect(issuesOf(outcome).map((issue) => formatIssue(issue, "vi"))).toEqual([
      "a · Nhiệm vụ đúng hạn · facts.onTime.done: đã thực hiện 21, lớn hơn số phải thực hiện 20. Kiểm tra lại hai số, hoặc tách phần tồn từ kỳ trước.",
    ]);
  });
});

describe("a blank report", () => {
  test("asks for facts, and for the events that can befall the unit", () => {
    const form = evidenceForm(criteria, { id: "a", name: "A", group: "department" }, "2021");
    expect(form.facts).toEqual({ onTime: { done: null, due: null }, spent: { done: null, due: null } });
    expect(form.events).toEqual({ warned: { happened: null }, merged: { happened: null } });
    expect(evidenceForm(criteria, { group: "commune" }).events).toEqual({ warned: { happened: null } });
    expect(safeParseEvidence(criteria, form).ok).toBe(true);
  });

  test("of a set without a grading asks for none", () => {
    expect(Object.keys(evidenceForm(without)).sort()).toEqual(["criteria", "items", "period", "round", "unit"]);
  });
});
