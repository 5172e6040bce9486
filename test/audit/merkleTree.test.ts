import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafHash } from "../../src/audit/digest";
import {
  appendLeaf,
  consistencyProof,
  emptyFrontier,
  frontierRoot,
  inclusionProof,
  provesConsistency,
  rootFromInclusion,
  treeRoot,
} from "../../src/audit/merkleTree";
import reference from "./merkle/certificateTransparency.json";
import { hashOf, isConsistent, leafOf, mth, path, proof as proofOf, rootByPath } from "./merkle/rfc9162";

/** Different leaves, as the entries of a record are. */
const leavesUpTo = (size: number): string[] => Array.from({ length: size }, (_, index) => leafHash(`{"number":${index + 1}}`));

/** 0, 1, the powers of two and their neighbours, up to 65. */
const sizes = [0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65];
const twoSizes = sizes.flatMap((from) => sizes.filter((to) => from <= to).map((to) => [from, to] as const));

describe("the test data of Certificate Transparency", () => {
  const leaves = reference.inputs.map((input) => leafOf(Buffer.from(input, "hex")));

  test.each(reference.roots.map((root, size) => [size, root] as const))("the root of %i leaves", (size, root) => {
    expect(treeRoot(leaves.slice(0, size))).toBe(root);
    expect(frontierRoot(leaves.slice(0, size).reduce(appendLeaf, emptyFrontier))).toBe(root);
  });

  test.each(reference.inclusion)("leaf $index is in the tree of $size leaves", ({ index, size, proof }) => {
    expect(inclusionProof(leaves.slice(0, size), index)).toEqual(proof);
    expect(rootFromInclusion(leaves[index] as string, index, size, proof)).toBe(reference.roots[size]);
  });

  test.each(reference.consistency)("the tree of $to leaves continues the one of $from", ({ from, to, proof }) => {
    expect(consistencyProof(leaves.slice(0, to), from)).toEqual(proof);
    const [fromRoot, toRoot] = [reference.roots[from] as string, reference.roots[to] as string];
    expect(provesConsistency({ from, fromRoot, to, toRoot, proof })).toBe(true);
  });
});

describe("a root", () => {
  test.each(sizes)("of %i leaves is the one of the RFC's definition", (size) => {
    expect(treeRoot(leavesUpTo(size))).toBe(mth(leavesUpTo(size)));
  });

  test("hashes an entry's text after the byte 0", () => {
    expect(leafHash("Sở Nội vụ")).toBe(leafOf(Buffer.from("Sở Nội vụ", "utf8")));
  });

  test("changes with every leaf, with their order and with their number", () => {
    for (const size of sizes) {
      const leaves = leavesUpTo(size);
      const swaps = leaves.slice(1).map((leaf, index) => leaves.with(index, leaf).with(index + 1, leaves[index] as string));
      const changes = leaves.map((_, index) => leaves.with(index, leafHash("changed")));
      const others = [...swaps, ...changes, leavesUpTo(size + 1), [...leaves, ...leaves.slice(-1)]];
      const roots = others.filter((other) => other.join() !== leaves.join()).map(treeRoot);
      expect(roots).not.toContain(treeRoot(leaves));
    }
  });

  test("is of the leaves only: two nodes written as a leaf give another (a second preimage)", () => {
    const leaves = leavesUpTo(4);
    const nodes = [treeRoot(leaves.slice(0, 2)), treeRoot(leaves.slice(2))];
    const forged = leafOf(Buffer.from(nodes.join(""), "hex"));
    expect(hashOf(nodes[0] as string, nodes[1] as string)).toBe(treeRoot(leaves));
    expect(treeRoot([forged])).not.toBe(treeRoot(leaves));
  });
});

describe("an inclusion proof", () => {
  const everyLeaf = sizes.flatMap((size) => leavesUpTo(size).map((leaf, index) => ({ leaves: leavesUpTo(size), leaf, index, size })));

  test("is the RFC's, and leads every leaf of every size to the root", () => {
    for (const { leaves, leaf, index, size } of everyLeaf) {
      const proof = inclusionProof(leaves, index);
      expect(proof).toEqual(path(index, leaves));
      expect(rootFromInclusion(leaf, index, size, proof)).toBe(mth(leaves));
    }
  });

  test("leads to the root from no other leaf and from no other place", () => {
    for (const { leaves, leaf, index, size } of everyLeaf.filter(({ size }) => size <= 17)) {
      const [root, proof] = [treeRoot(leaves), inclusionProof(leaves, index)];
      const otherLeaves = [...leavesUpTo(size + 1), root, ...proof].filter((other) => other !== leaf);
      const otherPlaces = leavesUpTo(size + 2).flatMap((_, place) => (place === index ? [] : [place]));
      expect(otherLeaves.map((other) => rootFromInclusion(other, index, size, proof))).not.toContain(root);
      expect(otherPlaces.map((place) => rootFromInclusion(leaf, place, size, proof))).not.toContain(root);
    }
  });

  test("leads to the root with no digest changed, left out, added or moved", () => {
    for (const { leaves, leaf, index, size } of everyLeaf) {
      const [root, proof] = [treeRoot(leaves), inclusionProof(leaves, index)];
      expect(tamperedWith(proof).map((tampered) => rootFromInclusion(leaf, index, size, tampered))).not.toContain(root);
    }
  });

  test("of another length leads nowhere", () => {
    for (const { leaves, leaf, index, size } of everyLeaf) {
      const proof = inclusionProof(leaves, index);
      expect(rootFromInclusion(leaf, index, size, [...proof, leaf])).toBeUndefined();
      if (proof.length > 0) expect(rootFromInclusion(leaf, index, size, proof.slice(1))).toBeUndefined();
    }
  });

  test("says nothing of the size by itself: leaf 0 goes the same way in trees of 3 and of 4, so a size comes from a head", () => {
    const leaves = leavesUpTo(3);
    const proof = inclusionProof(leaves, 0);
    expect(rootFromInclusion(leaves[0] as string, 0, 4, proof)).toBe(treeRoot(leaves));
    expect(rootFromInclusion(leaves[0] as string, 0, 2, proof)).toBeUndefined();
    expect(rootFromInclusion(leaves[0] as string, 0, 5, proof)).toBeUndefined();
  });

  test("is followed as the RFC's verification follows it, wherever it leads", () => {
    const places = fc.record({ leaf: digests, index: fc.nat(70), size: fc.nat(70), proof: fc.array(digests, { maxLength: 8 }) });
    const ways = places.chain((place) =>
      // Proofs of the right length are rare among random ones.
      fc.constantFrom(place, { ...place, proof: place.index < place.size ? path(place.index, leavesUpTo(place.size)) : [] }),
    );
    fc.assert(
      fc.property(ways, ({ leaf, index, size, proof }) => {
        expect(rootFromInclusion(leaf, index, size, proof)).toBe(rootByPath(leaf, index, size, proof));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["a place below 0", -1, 2],
    ["half a place", 0.5, 2],
    ["no number", Number.NaN, 2],
    ["a place at the end", 2, 2],
    ["a place in an empty tree", 0, 0],
    ["a size that is not whole", 0, 1.5],
    ["a size without end", 0, Number.POSITIVE_INFINITY],
  ])("for %s leads nowhere", (_, index, size) => {
    const [leaf, other] = leavesUpTo(2) as [string, string];
    expect(rootFromInclusion(leaf, index, size, [other])).toBeUndefined();
    expect(rootFromInclusion(leaf, index, size, [])).toBeUndefined();
  });

  test("of a tree as large as numbers can count is followed at once", () => {
    const size = Number.MAX_SAFE_INTEGER;
    const proof = leavesUpTo(53);
    expect(rootFromInclusion(leafHash(""), size - 2, size, proof)).toBe(rootByPath(leafHash(""), size - 2, size, proof));
    expect(rootFromInclusion(leafHash(""), 0, size, proof)).toBe(rootByPath(leafHash(""), 0, size, proof));
  });

  test("holds digests only, in lower case", () => {
    const [leaf, other] = leavesUpTo(2) as [string, string];
    for (const wrong of ["", "00", other.toUpperCase(), `${other}00`, `${other.slice(1)}g`, undefined, 7]) {
      expect(rootFromInclusion(leaf, 0, 2, [wrong as string])).toBeUndefined();
      expect(rootFromInclusion(wrong as string, 0, 2, [other])).toBeUndefined();
    }
  });

  test("is of a leaf that there is", () => {
    for (const index of [-1, 0.5, 2, Number.NaN]) expect(() => inclusionProof(leavesUpTo(2), index)).toThrow(RangeError);
    expect(() => inclusionProof([], 0)).toThrow(RangeError);
  });
});

describe("a consistency proof", () => {
  const claims = twoSizes.map(([from, to]) => claimOf(leavesUpTo(from), leavesUpTo(to)));
  const continuing = claims.filter(({ from, to }) => 0 < from && from < to);

  test("is the RFC's for every two sizes, and holds", () => {
    for (const claim of claims) {
      if (claim.from > 0) expect(claim.proof).toEqual(proofOf(claim.from, leavesUpTo(claim.to)));
      expect(provesConsistency(claim)).toBe(true);
    }
  });

  test("has no digests where the tree is the same, or the earlier one was empty", () => {
    for (const { from, to, proof } of claims) if (from === 0 || from === to) expect(proof).toEqual([]);
  });

  test("holds for no other root, earlier or later", () => {
    const other = leafHash("another");
    for (const claim of claims) {
      expect(provesConsistency({ ...claim, fromRoot: other })).toBe(false);
      // Any tree continues the empty one.
      if (claim.from > 0 || claim.to === 0) expect(provesConsistency({ ...claim, toRoot: other })).toBe(false);
    }
  });

  test("holds for no earlier leaf that was changed, left out or moved", () => {
    for (const { from, to } of continuing.filter(({ to }) => to <= 17)) {
      const leaves = leavesUpTo(to);
      for (const index of leavesUpTo(from).keys()) {
        const changed = leaves.with(index, leafHash("changed"));
        const shortened = leaves.toSpliced(index, 1);
        const moved = [...leaves.toSpliced(index, 1), leaves[index] as string];
        const fromRoot = treeRoot(leaves.slice(0, from));
        for (const later of [changed, shortened, moved].filter((tree) => tree.length >= from)) {
          if (later.slice(0, from).join() === leaves.slice(0, from).join()) continue;
          const forged = { from, fromRoot, to: later.length, toRoot: treeRoot(later) };
          for (const proof of [consistencyProof(later, from), consistencyProof(leaves, from)]) {
            expect(provesConsistency({ ...forged, proof })).toBe(false);
          }
        }
      }
    }
  });

  test("holds with no digest changed, left out, added or moved", () => {
    for (const claim of claims) {
      for (const proof of tamperedWith(claim.proof)) expect(provesConsistency({ ...claim, proof })).toBe(false);
    }
  });

  test("holds as the RFC's verification says, whatever is claimed", () => {
    const pairs = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
      .map(([from, more]) => [from, from + more] as const);
    const wrongs = fc.record({ by: fc.constantFrom("none", "from", "to", "proof", "roots"), shift: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(pairs, wrongs, digests, ([from, to], { by, shift }, digest) => {
        const right = claimOf(leavesUpTo(from), leavesUpTo(to));
        const claim = {
          ...right,
          ...(by === "from" && from + shift < to && { from: from + shift }),
          ...(by === "to" && { to: to + shift }),
          ...(by === "proof" && { proof: right.proof.with(shift % right.proof.length, digest) }),
          ...(by === "roots" && { fromRoot: right.toRoot, toRoot: right.fromRoot }),
        };
        const { fromRoot, toRoot, proof } = claim;
        expect(provesConsistency(claim)).toBe(isConsistent(claim.from, fromRoot, claim.to, toRoot, proof));
      }),
      { numRuns: 500 },
    );
  });

  test("holds for no tree that became smaller, and for no size that is none", () => {
    const { fromRoot, toRoot } = claimOf(leavesUpTo(3), leavesUpTo(5));
    const proof = consistencyProof(leavesUpTo(5), 3);
    expect(provesConsistency({ from: 5, fromRoot: toRoot, to: 3, toRoot: fromRoot, proof })).toBe(false);
    for (const size of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(provesConsistency({ from: size, fromRoot, to: 5, toRoot, proof })).toBe(false);
      expect(provesConsistency({ from: 3, fromRoot, to: size, toRoot, proof })).toBe(false);
    }
  });

  test("made up to lead from 5 leaves back to 3 does not hold, though its digests would fit", () => {
    const [shared, right, ...lefts] = leavesUpTo(5) as [string, string, ...string[]];
    const climb = (node: string): string => lefts.reduce((below, left) => hashOf(left, below), node);
    const claim = { from: 5, fromRoot: climb(shared), to: 3, toRoot: climb(hashOf(shared, right)), proof: [shared, right, ...lefts] };
    expect(provesConsistency(claim)).toBe(false);
  });

  test("holds digests only, in lower case", () => {
    const claim = claimOf(leavesUpTo(3), leavesUpTo(5));
    expect(provesConsistency({ ...claim, proof: claim.proof.map((digest) => digest.toUpperCase()) })).toBe(false);
    expect(provesConsistency({ ...claim, proof: claim.proof.map(() => "") })).toBe(false);
    expect(provesConsistency({ ...claim, fromRoot: claim.fromRoot.toUpperCase() })).toBe(false);
  });

  test("is of a size that there was", () => {
    for (const from of [-1, 0.5, 3, Number.NaN]) expect(() => consistencyProof(leavesUpTo(2), from)).toThrow(RangeError);
  });
});

describe("a frontier", () => {
  test("has the root of its leaves at every size, and no more digests than their number has binary ones", () => {
    const leaves = leavesUpTo(130);
    let frontier = emptyFrontier;
    for (const size of [0, ...leaves.map((_, index) => index + 1)]) {
      expect(frontier.size).toBe(size);
      expect(frontierRoot(frontier)).toBe(treeRoot(leaves.slice(0, size)));
      expect(frontier.roots.length).toBe(size.toString(2).replaceAll("0", "").length);
      frontier = appendLeaf(frontier, leafHash(`{"number":${size + 1}}`));
    }
  });

  test("stays small among many leaves", () => {
    const leaves = leavesUpTo(20_001);
    const frontier = leaves.reduce(appendLeaf, emptyFrontier);
    expect(frontierRoot(frontier)).toBe(treeRoot(leaves));
    expect(frontier.roots.length).toBeLessThan(15);
  });

  test("is plain data that appending leaves as it was: one tree may go on in two ways", () => {
    const before = leavesUpTo(7).reduce(appendLeaf, emptyFrontier);
    const written = JSON.stringify(before);
    const [one, other] = [appendLeaf(before, leafHash("one")), appendLeaf(JSON.parse(written), leafHash("other"))];
    expect(JSON.stringify(before)).toBe(written);
    expect(frontierRoot(one)).toBe(treeRoot([...leavesUpTo(7), leafHash("one")]));
    expect(frontierRoot(other)).toBe(treeRoot([...leavesUpTo(7), leafHash("other")]));
    expect(emptyFrontier).toEqual({ size: 0, roots: [] });
  });
});

const digests = fc.stringMatching(/^[0-9a-f]{64}$/);

function claimOf(earlier: readonly string[], later: readonly string[]) {
  const proof = consistencyProof(later, earlier.length);
  return { from: earlier.length, fromRoot: mth(earlier), to: later.length, toRoot: mth(later), proof };
}

/** A proof with each of its digests changed, left out, doubled, or swapped with the next one, and with one more at either end. */
function tamperedWith(proof: readonly string[]): string[][] {
  const other = leafHash("no part of this proof");
  const each = [...proof.entries()].flatMap(([index, digest]) => [
    proof.with(index, other),
    proof.toSpliced(index, 1),
    proof.toSpliced(index, 0, digest),
    ...proof.slice(index + 1, index + 2).map((next) => proof.with(index, next).with(index + 1, digest)),
  ]);
  return [...each, [...proof, other], [other, ...proof]];
}
