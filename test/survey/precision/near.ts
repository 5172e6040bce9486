import { expect } from "vitest";

/** Equal to nine digits and more; what is nothing but rounding counts as 0. */
export function near(actual: number | null | undefined, expected: number | null | undefined, relative = 1e-9): void {
  const [a, b] = [actual ?? Number.NaN, expected ?? Number.NaN];
  expect(Number.isFinite(b), "the expected figure is known").toBe(true);
  const isNear = Math.abs(a - b) <= relative * Math.abs(b) || (Math.abs(a) < 1e-12 && Math.abs(b) < 1e-12);
  if (!isNear) expect(a).toBe(b);
}
