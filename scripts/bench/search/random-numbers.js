/**
 * Numbers that look random and are the same for the same seed: Tommy Ettinger's mulberry32.
 *
 * @param {number} seed
 * @returns {() => number} from 0 inclusive to 1 exclusive
 */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @template T @param {readonly T[]} list @param {() => number} random @returns {T[]} in another order */
export function shuffle(list, random) {
  const shuffled = [...list];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const moved = shuffled[last];
    const swapped = shuffled[other];
    if (moved === undefined || swapped === undefined) continue;
    shuffled[last] = swapped;
    shuffled[other] = moved;
  }
  return shuffled;
}
