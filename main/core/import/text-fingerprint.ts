import { hash } from 'node:crypto';

/** Below this many words, equal texts are no proof of equal articles ("No comment."). */
const LEAST_WORDS = 50;

/** What equal texts have in common whatever their case, spacing and width: a SHA-256, or null for short texts. */
export function textFingerprint(text: string, wordCount: number): string | null {
  if (wordCount < LEAST_WORDS) return null;
  const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return hash('sha256', folded);
}
