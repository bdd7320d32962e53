import { placeInTexts, READING_AIDS } from '../../main/contract/read-characters.ts';
import type { MatchPlaces } from '../../main/contract/search.ts';

/** By mark, its range in the article's document; null where it has none. */
export function findRanges(page: Document, marks: MatchPlaces['inDocument']): (Range | null)[] {
  const nodes = [...listTexts(page.querySelector('body > article') ?? page.body)];
  return placeInTexts(nodes.map(({ data }) => data), marks).map((place) => {
    const start = place && nodes[place.from.text];
    const end = place && nodes[place.to.text];
    if (!start || !end) return null;
    const range = page.createRange();
    range.setStart(start, place.from.offset);
    range.setEnd(end, place.to.offset);
    return range;
  });
}

/** The texts that are read, in order: all but reading aids. */
function* listTexts(root: Element): Generator<Text> {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    READING_AIDS.has(node.nodeName.toLowerCase()) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (isText(node)) yield node;
}

/** The frame has its own Text: the window's instanceof would not know it. */
function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}
