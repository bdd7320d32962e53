import { LIMITS } from '../base/limits.ts';
import { cutAtWord } from './cut-at-word.ts';

/** The beginning of a body as one line of at most `LIMITS.excerptLength` characters; null where there is no text. */
export function makeExcerpt(text: string): string | null {
  // White space is folded in four times the room, not in the whole body, which may be megabytes long.
  const line = text.slice(0, LIMITS.excerptLength * 4).replace(/\s+/g, ' ').trim();
  return line === '' ? null : cutAtWord(line, LIMITS.excerptLength);
}
