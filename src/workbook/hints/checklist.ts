import { checklist } from "../../rules/checklist";
import { directHint } from "./kindHint";
import { worth } from "./worth";

export const checklistHint = directHint(checklist, ({ params: { parts }, cells, maxPoints }) => ({
  points: parts.map((part) => `CHOOSE(${cells.place(part.id)},${worth(part, maxPoints)},0)`).join("+"),
}));
