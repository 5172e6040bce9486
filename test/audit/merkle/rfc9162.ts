import { createHash } from "node:crypto";

/** RFC 9162, section 2.1, line by line and without regard to cost: it shares nothing with src, not even the hash function. */

function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

const bytesOf = (hex: string): Uint8Array => Buffer.from(hex, "hex");

export const leafOf = (input: Uint8Array): string => sha256(Uint8Array.of(0), input);
export const hashOf = (left: string, right: string): string => sha256(Uint8Array.of(1), bytesOf(left), bytesOf(right));

/** "Let k be the largest power of two smaller than n (i.e., k < n <= 2k)." */
const splitOf = (n: number): number => (n <= 2 ? 1 : 2 * splitOf(Math.ceil(n / 2)));

/** 2.1.1, MTH. The leaves are hashes already. */
export function mth(leaves: readonly string[]): string {
  const n = leaves.length;
  if (n === 0) return sha256();
  if (n === 1) return leaves[0] as string;
  const k = splitOf(n);
  return hashOf(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

/** 2.1.3.1, PATH. */
export function path(m: number, leaves: readonly string[]): string[] {
  if (leaves.length === 1) return [];
  const k = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m < k ? [...path(m, left), mth(right)] : [...path(m - k, right), mth(left)];
}

/** 2.1.4.1, PROOF. */
export const proof = (m: number, leaves: readonly string[]): string[] => subproof(m, leaves, true);

function subproof(m: number, leaves: readonly string[], isWhole: boolean): string[] {
  if (m === leaves.length) return isWhole ? [] : [mth(leaves)];
  const k = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
  return m <= k ? [...subproof(m, left, isWhole), mth(right)] : [...subproof(m - k, right, false), mth(left)];
}

const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);

/** 2.1.3.2, as far as the root. */
export function rootByPath(leaf: string, index: number, size: number, inclusionPath: readonly string[]): string | undefined {
  if (index >= size) return undefined;
  let [fn, sn, r] = [index, size - 1, leaf];
  for (const p of inclusionPath) {
    if (sn === 0) return undefined;
    if (isOdd(fn) || fn === sn) {
      r = hashOf(p, r);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else r = hashOf(r, p);
    [fn, sn] = [half(fn), half(sn)];
  }
  return sn === 0 ? r : undefined;
}

/** 2.1.4.2, for 0 < first < second. */
export function isConsistent(first: number, firstHash: string, second: number, secondHash: string, given: readonly string[]): boolean {
  if (given.length === 0) return false;
  const [start, ...rest] = Number.isInteger(Math.log2(first)) ? [firstHash, ...given] : given;
  let [fn, sn] = [first - 1, second - 1];
  while (isOdd(fn)) [fn, sn] = [half(fn), half(sn)];
  let [fr, sr] = [start as string, start as string];
  for (const c of rest) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      fr = hashOf(c, fr);
      sr = hashOf(c, sr);
      while (!isOdd(fn) && fn !== 0) [fn, sn] = [half(fn), half(sn)];
    } else sr = hashOf(sr, c);
    [fn, sn] = [half(fn), half(sn)];
  }
  return fr === firstHash && sr === secondHash && sn === 0;
}
