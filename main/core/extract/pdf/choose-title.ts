import { LIMITS } from '../../base/limits.ts';
import type { GuessedTitle } from '../html/guess-title.ts';

/** Titles that programs give to documents whose author gave none. */
const PLACEHOLDER =
  /^(?:microsoft (?:word|powerpoint|excel|office)\b.*|untitled\b.*|unbenannt\b.*|sans (?:nom|titre)\b.*|sin t[ií]tulo\b.*|senza titolo\b.*|(?:new |neues )?(?:document|dokument|documento|presentation|pr[äa]sentation|pr[ée]sentation|presentaci[óo]n|layout|book|slide|folie|print|title|titel|titre|t[ií]tulo|template|cover|page)\s*[\d.]*|paper title\b.*|.*\(use style:.*\).*|.*\btemplate\b.*|powerpoint(?: |-)pr[äa]sentation|powerpoint presentation|no title|none|null|n\/a|about:blank|full page (?:photo|fax).*|scan(?:ned)?\b[\s\d_.-]*.*|img[_-]?\d+|doc\d+|pii:.*|doi:.*|\(?(?:anonymous|unspecified|unknown)\)?)$/iu;
/** Names of files. */
const FILE_NAME = /\.(?:docx?|pdf|indd|qxp|qxd|tex|dvi|e?ps|rtf|odt|pptx?|xlsx?|html?|p65|pmd|fm|pub|wpd|cdr|ai|txt)$|^[a-z]:\\|^https?:\/\/|^file:|^[\w.-]*_[\w.-]*$|^[a-z]{0,8}[-.]?\d{3,}[-.\w]*$/i;

/** Whether a document's own title says nothing of its text. */
export function isPlaceholderTitle(title: string, fileName: string): boolean {
  const trimmed = title.trim();
  const withoutEnding = fileName.replace(/\.[a-z0-9]{1,8}$/i, '');
  return fold(trimmed).length < 2 || PLACEHOLDER.test(trimmed) || FILE_NAME.test(trimmed) || trimmed === fileName || fold(trimmed) === fold(withoutEnding);
}

export interface TitleSources {
  /** As the document states it. */
  readonly stated?: string | undefined;
  readonly fileName: string;
  /** What stands on its first page where a title may stand, the likeliest first. */
  readonly visible: readonly GuessedTitle[];
  /** All text of its first page. */
  readonly firstPage: string;
}

export interface ChosenTitle {
  readonly title: string;
  /** Undefined where it is stated. */
  readonly confidence?: number;
}

/**
 * The stated title where it is one, without what follows its visible form ("..., Speech by ..."); else what is visible. A stated
 * title of which no word stands on the first page was left from another document that this one was made of.
 */
export function chooseTitle({ stated, fileName, visible, firstPage }: TitleSources): ChosenTitle | undefined {
  const [best] = visible;
  if (stated === undefined || isPlaceholderTitle(stated, fileName)) return best;
  const begins = visible.map(({ title }) => beginningOf(stated, title)).find((beginning) => beginning !== undefined);
  if (begins !== undefined) return { title: begins };
  if (best !== undefined && best.confidence >= 0.7 && !sharesWord(stated, firstPage)) return { title: best.title, confidence: 0.6 };
  return { title: stated.slice(0, LIMITS.titleLength).toWellFormed().trim() };
}

/** The beginning of a stated title that is also visible, where a sign parts it from the rest. */
function beginningOf(stated: string, visible: string): string | undefined {
  const wanted = fold(visible);
  if (wanted.length < 12 || !/\s/.test(visible.trim())) return undefined;
  for (const { index } of stated.matchAll(/[,:;.|–—-]|\s[-–—|/]\s/gu)) {
    const beginning = stated.slice(0, index).trim();
    if (fold(beginning) === wanted) return beginning;
  }
  return undefined;
}

function sharesWord(title: string, text: string): boolean {
  const words = new Set(wordsOf(text));
  return wordsOf(title).some((word) => words.has(word));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}|\p{Lo}{2,}/gu) ?? [];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
