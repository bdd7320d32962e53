import { LIMITS } from '../../base/limits.ts';

const OBJECT = /(?<![\d.])(\d{1,9})\s{1,4}(\d{1,5})\s{1,4}obj\b/g;
/** How far behind its number a page's type is looked for. */
const HEAD_LENGTH = 4_096;
const PAGE = /\/Type\s{0,8}\/Page\b/;

/**
 * The file of a document whose list of pages is lost (cut off, or made to lead nowhere), with a new one at its end that names
 * the pages that are found in it, in their order. Undefined where there are none: they are packed, or it is no PDF.
 */
export function rebuildPageTree(bytes: Uint8Array): Uint8Array | undefined {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  // A key that only unlocks what it was made for: without its own trailer nothing could be read.
  if (/\/Encrypt\b/.test(source)) return undefined;
  const { pages, highest } = findPages(source);
  if (pages.length === 0) return undefined;
  const tree = highest + 1;
  const catalog = highest + 2;
  const end =
    `\nendstream endobj\n${tree} 0 obj <</Type/Pages/Count ${pages.length}/Kids[${pages.join(' ')}]>> endobj\n` +
    `${catalog} 0 obj <</Type/Catalog/Pages ${tree} 0 R>> endobj\n` +
    `trailer <</Size ${catalog + 1}/Root ${catalog} 0 R>>\nstartxref\n0\n%%EOF\n`;
  // Its own tables must not be believed any more.
  const old = source.replace(/\b(?:startxref|xref|trailer)\b/g, (word) => 'x'.repeat(word.length));
  return Uint8Array.from(Buffer.from(old + end, 'latin1'));
}

function findPages(source: string): { readonly pages: readonly string[]; readonly highest: number } {
  const pages = new Set<string>();
  let highest = 0;
  for (const match of source.matchAll(OBJECT)) {
    const number = Number(match[1]);
    highest = Math.max(highest, number);
    if (pages.size < LIMITS.pdfPages && isPage(source, match.index + match[0].length)) pages.add(`${number} ${match[2]} R`);
  }
  return { pages: [...pages], highest };
}

function isPage(source: string, start: number): boolean {
  const head = source.slice(start, start + HEAD_LENGTH);
  const end = head.search(/\bendobj\b|\bstream\b/);
  return PAGE.test(end < 0 ? head : head.slice(0, end));
}
