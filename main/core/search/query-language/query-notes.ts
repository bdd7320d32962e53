import type { QuerySpan } from '../query-tree.ts';

/** A text full of riddles is not explained riddle by riddle. */
const MOST_NOTES = 8;
const LONGEST_QUOTE = 60;

/**
 * Gathers what the user is told about a query. While it is being typed, nothing is said about its end: it is not
 * finished there.
 */
export class QueryNotes {
  readonly #notes = new Set<string>();
  readonly #quietFrom: number;
  readonly #typing: boolean;

  constructor(text: string, typing: boolean) {
    this.#typing = typing;
    this.#quietFrom = typing ? text.trimEnd().length : Number.POSITIVE_INFINITY;
  }

  /** @param at what it is about */
  add(note: string, at: QuerySpan): void {
    if (at.end < this.#quietFrom) this.#notes.add(note);
  }

  /** What is missing at the end of the query. */
  addMissing(note: string): void {
    if (!this.#typing) this.#notes.add(note);
  }

  list(): string[] {
    const notes = [...this.#notes];
    if (notes.length <= MOST_NOTES) return notes;
    return [...notes.slice(0, MOST_NOTES), 'There is more in this query that was not understood.'];
  }
}

/** A piece of the query inside a note. */
export function quote(piece: string): string {
  return piece.length <= LONGEST_QUOTE ? `“${piece}”` : `“${piece.slice(0, LONGEST_QUOTE)}…”`;
}
