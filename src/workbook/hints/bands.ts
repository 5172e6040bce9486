import { bands } from "../../rules/bands";
import { all, when } from "./formula";
import { measuredHint } from "./kindHint";
import { within } from "./measureHint";
import { worth } from "./worth";

export const bandsHint = measuredHint(bands, {
  points({ params: { better, bands: listed }, measured, maxPoints }) {
    const worst = worth(listed.at(-1) ?? {}, maxPoints);
    // From best to worst and without gaps: the boundary towards the next band parts one from all that follow.
    return listed.slice(0, -1).reduceRight((otherwise, { atLeast, moreThan, lessThan, atMost, ...band }) => {
      const boundary = better === "higher" ? { atLeast, moreThan } : { lessThan, atMost };
      return when(all(within(measured, boundary)), worth(band, maxPoints), otherwise);
    }, worst);
  },
  notDone: ({ params }) => params.notDone ?? "0",
});
