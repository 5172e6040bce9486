import packageFile from "../../package.json" with { type: "json" };
import type { Engine } from "./entry";

/** The program that is running: what a record says it was computed by. */
export const engine: Engine = { name: packageFile.name, version: packageFile.version };

/** How the version of one engine stands to another's: by its numbers, from left to right. */
export function compareEngines(recorded: Engine, running: Engine): "same" | "newer" | "older" | "other" {
  if (recorded.name !== running.name) return "other";
  if (recorded.version === running.version) return "same";
  const numbers = ({ version }: Engine) => version.split(/[.+-]/, 3).map(Number);
  const [before, now] = [numbers(recorded), numbers(running)];
  const index = before.findIndex((number, position) => number !== now[position]);
  const [was, is] = [before[index], now[index]];
  if (was === undefined || is === undefined || Number.isNaN(was) || Number.isNaN(is)) return "other";
  return is > was ? "newer" : "older";
}
