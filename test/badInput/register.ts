import { readFileSync } from "node:fs";

/** The text of a register that holds, with a unit of every sort. */
export const registerText: string = readFileSync(new URL("./register.json", import.meta.url), "utf8");
