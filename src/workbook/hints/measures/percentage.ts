import { percentage } from "../../../rules/measures/percentage";
import { measureHint, valueItself } from "../measureHint";

export const percentageHint = measureHint(percentage, ({ cells }) => {
  const [percent, ratio] = [cells.at("percent"), cells.at("ratio")];
  // One of the two is blank, which counts as 0.
  return { fits: [`COUNT(${percent},${ratio})=1`], measured: valueItself(`(${percent}+${ratio}*100)`) };
});
