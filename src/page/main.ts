import { showPage } from "./page";
import { answerAt, type Desk } from "./worker";

// The page and its worker are one script: a page opened from disk can load no second file.
if (typeof document === "undefined") answerAt(globalThis as unknown as Desk);
else showPage(document.currentScript?.textContent ?? "");
