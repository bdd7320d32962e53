/** What a message offers twice: as a page, and as bare text. */
export interface Alternatives {
  /** The words that the page shows. */
  readonly html: string;
  readonly text: string;
  /** The page has neither links nor pictures, nor anything else that words cannot say. */
  readonly isBare: boolean;
}

/** A text with fewer words than this share of the page's is a note that there is a page. */
const NOTE_SHARE = 0.5;
/** So many words of the text must stand in the page for both to say the same. */
const SAME_SHARE = 0.5;

/**
 * Which of the two an article is made of. The page, as a rule: it has the links and the shape. The text where the page adds
 * nothing to it, and where it holds hardly any of its words. Both where each says something else, so that nothing is lost.
 */
export function chooseAlternative({ html, text, isBare }: Alternatives): 'html' | 'text' | 'both' {
  const inHtml = wordsOf(html);
  const inText = wordsOf(text);
  if (inHtml.length === 0 || inText.length === 0) return inHtml.length === 0 ? 'text' : 'html';
  if (isBare && inHtml.join(' ') === inText.join(' ')) return 'text';
  if (inText.length < inHtml.length * NOTE_SHARE || shareOf(inText, inHtml) >= SAME_SHARE) return 'html';
  return shareOf(inHtml, inText) >= SAME_SHARE ? 'text' : 'both';
}

function wordsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Of the words of one, how many the other has. */
function shareOf(words: readonly string[], others: readonly string[]): number {
  const known = new Set(others);
  return words.filter((word) => known.has(word)).length / words.length;
}
