import { LIMITS } from '../../base/limits.ts';
import { cutAtWord } from '../cut-at-word.ts';

/** A title that had to be inferred. */
export interface GuessedTitle {
  readonly title: string;
  readonly confidence: number;
}

/**
 * A title for an article that states none: its first sentence, cut at a word to LIMITS.guessedTitleLength, else the
 * file's name without its ending. Never empty.
 */
export function guessTitle(text: string, fileName: string): GuessedTitle {
  const sentence = firstSentence(text);
  if (sentence !== '') return { title: sentence, confidence: 0.4 };
  const name = fileName.replace(/\.[a-z0-9]{1,8}$/i, '').replace(/[_\s]+/g, ' ').trim();
  return { title: name.slice(0, LIMITS.titleLength).toWellFormed() || 'Untitled', confidence: 0.2 };
}

function firstSentence(text: string): string {
  const paragraph = text.split('\n\n')[0]?.replace(/\s+/g, ' ').trim() ?? '';
  const sentence = /^(?:.{10,}?[.!?…](?=\s+\p{Lu})|.{4,}?[。！？])/u.exec(paragraph.slice(0, 2_000))?.[0] ?? paragraph;
  return cutAtWord(sentence.replace(/(?<!\.)\.$/, '').trim(), LIMITS.guessedTitleLength);
}
