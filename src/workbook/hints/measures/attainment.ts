import { attainment } from "../../../rules/measures/attainment";
import { measureHint, percentOf } from "../measureHint";

export const attainmentHint = measureHint(attainment, ({ cells }) => ({
  nothingDue: `${cells.at("plan")}=0`,
  measured: percentOf(cells.at("actual"), cells.at("plan")),
}));
