/** Slots of the first table; doubled when three quarters are taken. */
const FIRST_SLOTS = 1_024;

/**
 * The names of an archive that were seen, so that each item has one of its own. Names are kept as numbers of 53 bits: eight
 * bytes for each of millions. Two names with one number would only get a suffix that they do not need.
 */
export class NameSet {
  #slots = new Float64Array(FIRST_SLOTS);
  #count = 0;
  /** How often names came that were there before. */
  readonly #repeated = new Map<string, number>();

  /** The name itself the first time, then `name (2)`, `name (3)`. */
  makeUnique(name: string): string {
    if (this.#add(name)) return name;
    let number = this.#repeated.get(name) ?? 1;
    let unique: string;
    do {
      number += 1;
      unique = `${name} (${number})`;
    } while (!this.#add(unique));
    this.#repeated.set(name, number);
    return unique;
  }

  #add(name: string): boolean {
    if (this.#count >= this.#slots.length * 0.75) this.#grow();
    const added = insert(this.#slots, hashName(name));
    if (added) this.#count += 1;
    return added;
  }

  #grow(): void {
    const larger = new Float64Array(this.#slots.length * 2);
    for (const hash of this.#slots) if (hash !== 0) insert(larger, hash);
    this.#slots = larger;
  }
}

/** Whether it was not there yet. An empty slot holds 0. */
function insert(slots: Float64Array, hash: number): boolean {
  let at = hash % slots.length;
  for (;;) {
    const slot = slots[at];
    if (slot === hash) return false;
    if (slot === 0) {
      slots[at] = hash;
      return true;
    }
    at = (at + 1) % slots.length;
  }
}

/** 53 bits by multiplying and mixing two halves of 32 (as MurmurHash3 does at its end); never 0. */
function hashName(name: string): number {
  let one = 0x9e3779b9;
  let other = 0x41c6ce57;
  for (let at = 0; at < name.length; at += 1) {
    const code = name.charCodeAt(at);
    one = Math.imul(one ^ code, 0x85ebca6b);
    other = Math.imul(other ^ code, 0xc2b2ae35);
    one ^= one >>> 15;
    other ^= other >>> 13;
  }
  one = Math.imul(one ^ (other >>> 16), 0xc2b2ae35);
  other = Math.imul(other ^ (one >>> 13), 0x85ebca6b);
  return (other >>> 0) * 0x20_0000 + ((one >>> 0) & 0x1f_ffff) || 1;
}
