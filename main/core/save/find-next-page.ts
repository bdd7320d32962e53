import type { Element } from 'hast';
import { attribute } from '../extract/html/clean-attributes.ts';
import { numbersOf } from '../extract/html/numbered-address.ts';
import { textOf } from '../extract/html/walk-tree.ts';

/** What a link to the next page of an article says. */
const NEXT = /^(?:next(?: page)?|continue(?: reading)?|weiter|nächste seite|suivant|page suivante|siguiente|página siguiente|avanti|pagina successiva|volgende|далее|次へ|次のページ|下一页)?\s*[»›→>]*$/iu;

/**
 * The next page of the same article: a link that says so (`rel=next`, "Next page", the next number), and whose address is this one's
 * with the next number. Both are asked for: "next" alone is mostly the next article.
 *
 * @param url the page's own address
 * @param base what its links relate to
 */
export function findNextPage(elements: readonly Element[], url: string, base: string): string | undefined {
  const own = numbersOf(url);
  for (const element of elements) {
    if (element.tagName !== 'a' && element.tagName !== 'link') continue;
    const rel = (attribute(element, 'rel') ?? '').toLowerCase().split(/\s+/);
    const href = attribute(element, 'href');
    if (href === undefined || (element.tagName === 'link' && !rel.includes('next'))) continue;
    const text = element.tagName === 'a' ? textOf(element) : '';
    const saysNumber = /^\d{1,3}$/.test(text);
    if (!rel.includes('next') && !saysNumber && !(text !== '' && NEXT.test(text))) continue;
    const next = URL.parse(href, base);
    if (!next || (next.protocol !== 'http:' && next.protocol !== 'https:')) continue;
    next.hash = '';
    const follows = numbersOf(next.href).some(({ stem, number }) => own.some((mine) => mine.stem === stem && number === mine.number + 1 && (!saysNumber || Number(text) === number)));
    if (follows) return next.href;
  }
  return undefined;
}
