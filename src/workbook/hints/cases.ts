import { cases } from "../../rules/cases";
import { all, when } from "./formula";
import { directHint } from "./kindHint";
import { worth } from "./worth";

const signs = { equalTo: "=", atLeast: ">=", moreThan: ">", lessThan: "<", atMost: "<=" } as const;

export const casesHint = directHint(cases, ({ params, cells, maxPoints }) => {
  const termOf = (term: string) => (params.counts.some(({ id }) => id === term) ? cells.at(term) : term);
  return {
    fits: params.counts.flatMap(({ id, within }) => (within === undefined ? [] : [`${cells.at(id)}<=${cells.at(within)}`])),
    ...(params.due === undefined ? {} : { nothingDue: `${cells.at(params.due)}=0` }),
    points: params.cases.reduceRight(
      (otherwise, item) => {
        const conditions = item.when.map(({ count, is, than }) => `${termOf(count)}${signs[is]}${termOf(than)}`);
        return when(all(conditions), worth(item, maxPoints), otherwise);
      },
      worth(params.otherwise, maxPoints),
    ),
  };
});
