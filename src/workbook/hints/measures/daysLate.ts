import { daysLate } from "../../../rules/measures/daysLate";
import { when } from "../formula";
import { measureHint, valueItself } from "../measureHint";

export const daysLateHint = measureHint(daysLate, ({ cells }) => {
  const [dueOn, doneOn] = [cells.at("dueOn"), cells.at("doneOn")];
  const notDone = `IFERROR(${cells.place("notDone")}=1,FALSE)`;
  return {
    fits: [when(notDone, `COUNT(${doneOn})=0`, `COUNT(${dueOn},${doneOn})=2`)],
    notDone,
    measured: valueItself(`(${doneOn}-${dueOn})`),
  };
});
