/** Reports for `example/tiny`: whole and half points, a unit named like a formula, one without all its figures. */
export const reports = [
  {
    unit: { id: "xa-a", name: "Xã A", group: "commune" },
    period: "2021",
    round: "appraised",
    items: { "1.1": { option: "onTime" }, "1.2": { done: 955, due: 1000 }, "2": { percent: "82,5" } },
  },
  {
    unit: { id: "xa-b", name: '=HYPERLINK("http://example.org";"Xã B")', group: "commune" },
    period: "2021",
    round: "appraised",
    items: { "1.1": { option: "late" }, "1.2": { done: 998, due: 999 }, "2": { percent: "75.25" } },
  },
  {
    unit: { id: "xa-d", name: "@SUM(1+1)", group: "commune" },
    period: "2021",
    round: "appraised",
    items: {
      "1.1": { option: "late" },
      "1.2": { done: 0, due: 0 },
      "2": { notApplicable: true, reason: "Không có đối tượng khảo sát" },
    },
  },
  {
    unit: { id: "so-c", name: "Sở C", group: "department" },
    period: "2021",
    round: "appraised",
    items: { "1.1": { option: "late" }, "1.2": { done: 0, due: 0 } },
  },
] as const;
