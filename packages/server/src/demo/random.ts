// A small seeded source of chance: the same seed gives the same demo on every machine.

/** Draws from a fixed sequence; `sub` gives a sequence of its own, so that one scenario never moves another. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** True about once in 1/share. */
  happens(share: number): boolean;
  sub(name: string): Chance;
}

export function chanceOf(seed: string): Chance {
  const draw = sfc32(hashOf(seed));
  const between = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  return {
    next: draw,
    between,
    pick(items) {
      const item = items[between(0, items.length - 1)];
      if (item === undefined) throw new RangeError("nothing to pick from");
      return item;
    },
    happens: (share) => draw() < share,
    sub: (name) => chanceOf(`${seed}/${name}`),
  };
}

/** Chris Doty-Humphrey's «small fast counting» generator, 32 bits (PractRand). */
function sfc32(state: Uint32Array): () => number {
  return () => {
    const [a = 0, b = 0, c = 0, counter = 0] = state;
    const sum = (a + b + counter) >>> 0;
    state[0] = b ^ (b >>> 9);
    state[1] = c + (c << 3);
    state[2] = ((c << 21) | (c >>> 11)) + sum;
    state[3] = counter + 1;
    return sum / 2 ** 32;
  };
}

/** Four words of a text (FNV-1a under four offsets), stirred by the first draws. */
function hashOf(text: string): Uint32Array {
  const state = new Uint32Array(4);
  for (const word of state.keys()) {
    let hash = 0x811c9dc5 ^ (word * 0x9e3779b9);
    for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
    state[word] = hash;
  }
  const draw = sfc32(state);
  for (let round = 0; round < 15; round += 1) draw();
  return state;
}
