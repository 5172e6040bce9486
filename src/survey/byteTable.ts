/**
 * Numbers short pieces of bytes in the order in which they first come: the same bytes always have the same number. It holds them
 * one after the other, so that a million ids take a few bytes each rather than an object each.
 */
export interface ByteTable {
  /** The number of these bytes, or -1. */
  readonly find: (bytes: Uint8Array, from: number, to: number) => number;
  /** The number of these bytes, which they have from now on if they had none. */
  readonly add: (bytes: Uint8Array, from: number, to: number) => number;
  readonly size: () => number;
}

export function byteTable(): ByteTable {
  let stored = new Uint8Array(256);
  let ends = new Float64Array(16);
  let slots = new Int32Array(32).fill(-1);
  let hashes = new Int32Array(16);
  let size = 0;

  const startOf = (number: number) => (number === 0 ? 0 : (ends[number - 1] as number));

  /** The slot in which these bytes are, or in which they would be. */
  function slotOf(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const mask = slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] as number;
      if (number < 0 || (hashes[number] === hash && isSame(number, bytes, from, to))) return slot;
    }
  }

  function isSame(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    let at = startOf(number);
    if ((ends[number] as number) - at !== to - from) return false;
    for (let place = from; place < to; place += 1, at += 1) if (stored[at] !== bytes[place]) return false;
    return true;
  }

  function grow(): void {
    ends = widened(ends, new Float64Array(ends.length * 2));
    hashes = widened(hashes, new Int32Array(hashes.length * 2));
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let number = 0; number < size; number += 1) {
      let slot = (hashes[number] as number) & mask;
      while ((slots[slot] as number) >= 0) slot = (slot + 1) & mask;
      slots[slot] = number;
    }
  }

  return {
    find: (bytes, from, to) => slots[slotOf(bytes, from, to, hashOf(bytes, from, to))] as number,
    add: (bytes, from, to) => {
      const hash = hashOf(bytes, from, to);
      const slot = slotOf(bytes, from, to, hash);
      const known = slots[slot] as number;
      if (known >= 0) return known;
      const start = startOf(size);
      while (start + to - from > stored.length) stored = widened(stored, new Uint8Array(stored.length * 2));
      for (let place = from; place < to; place += 1) stored[start + place - from] = bytes[place] as number;
      ends[size] = start + to - from;
      hashes[size] = hash;
      slots[slot] = size;
      size += 1;
      if (size === ends.length) grow();
      return size - 1;
    },
    size: () => size,
  };
}

function widened<Numbers extends Uint8Array | Int32Array | Float64Array>(numbers: Numbers, wider: Numbers): Numbers {
  wider.set(numbers);
  return wider;
}

/** FNV-1a, its high bits folded down, since only the low ones choose a slot. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let place = from; place < to; place += 1) hash = Math.imul(hash ^ (bytes[place] as number), 0x01000193);
  return hash ^ (hash >>> 15);
}
