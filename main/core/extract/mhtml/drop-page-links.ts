import type { Element, ElementContent, Root } from 'hast';
import { attribute } from '../html/clean-attributes.ts';
import { numbersOf } from '../html/numbered-address.ts';
import { elementsOf, hasMoreTextThan, textOf } from '../html/walk-tree.ts';

/** What may hold nothing but links to the other pages. */
const HOLDERS = new Set(['p', 'ul', 'ol', 'div', 'section', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'blockquote']);
const LONGEST = 200;
/** What such links say, and what stands around them: "Page 2 of 3", "« Previous 1 2 3 Next »". */
const WORD =
  /^(?:\d{1,3}|next|previous|prev|back|first|last|pages?|of|continue|reading|go|to|the|seiten?|von|weiter|weiterlesen|zurück|vor|nächste|vorherige|vorige|auf|der|erste|letzte|suivante?|précédente?|sur|de|la|siguiente|anterior|páginas?|próxima|seguinte|continuar|avanti|indietro|pagin[ae]|successiva|precedente|di|volgende|van|verder|terug|далее|назад|страница|из|次へ|前へ|次のページ|前のページ|下一页|上一页|下一頁|上一頁|第|页|頁)$/iu;
/** The same without a link. */
const COUNT = /^(?:page|seite|página|pagina|страница)\s+\d{1,3}\s*(?:of|von|sur|de|di|van|из|\/)\s*\d{1,3}$/iu;

/**
 * The text without the paragraphs and lists that only lead to the other pages of the same article: all of their links go to its pages, and there are no words but
 * those that such links have. `root` is left as it is.
 *
 * @param pages addresses of some of the pages
 */
export function dropPageLinks(root: Root, pages: readonly string[]): Root {
  const stems = new Set(pages.flatMap(numbersOf).map(({ stem }) => stem));
  const leadsToPage = (link: Element): boolean => {
    const address = URL.parse(attribute(link, 'href') ?? '');
    if (!address) return false;
    address.hash = '';
    return numbersOf(address.href).some(({ stem }) => stems.has(stem));
  };
  const isPageNavigation = (element: Element): boolean => {
    if (!HOLDERS.has(element.tagName) || hasMoreTextThan(element, LONGEST)) return false;
    const inside = elementsOf(element);
    const text = textOf(element);
    const links = inside.filter(({ tagName }) => tagName === 'a');
    if (text === '' || inside.some(({ tagName }) => tagName === 'img')) return false;
    if (links.length === 0) return COUNT.test(text);
    return links.every(leadsToPage) && (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every((word) => WORD.test(word));
  };
  const keep = (nodes: readonly ElementContent[]): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type !== 'element') return [node];
      return isPageNavigation(node) ? [] : [{ ...node, children: keep(node.children) }];
    });
  return { type: 'root', children: keep(root.children.filter((child) => child.type !== 'doctype')) };
}
