import { count } from "../../../rules/measures/count";
import { measureHint, valueItself } from "../measureHint";

export const countHint = measureHint(count, ({ cells }) => ({ measured: valueItself(cells.at("count")) }));
