interface EdgeText {
  readonly page: number;
  readonly edge: 'top' | 'bottom';
  readonly text: string;
}

const PAGE_NUMBER =
  /^[\s\-–—|•·[(]*(?:(?:page|seite|p[aá]gina|pagina|p\.|s\.|стр\.?)\s*)?(?:(\d{1,4})|[ivxlc]{1,7})(?:\s*(?:of|\/|von|de|sur|di|van|из)\s*\d{1,4})?[\s\-–—|•·.\])]*$/iu;
/** `3 of 7`, `Page 3`: needs no other page to be told from a number in the text. */
const SAYS_PAGE = /page|seite|p[aá]gina|стр|\d\s*(?:of|\/|von|de|sur|di|van|из)\s*\d/iu;

/**
 * Which lines at the edges of pages are page numbers: numbers that go up by one from page to page, or say that they are, and
 * on a single page a small number at the bottom.
 */
export function findPageNumbers<T extends EdgeText>(lines: readonly T[], pageCount: number): Set<T> {
  const numbers = lines.flatMap((line) => {
    const match = PAGE_NUMBER.exec(line.text);
    if (match === null) return [];
    return [{ line, offset: match[1] === undefined ? undefined : Number(match[1]) - line.page }];
  });
  const offsets = new Map<number, number>();
  for (const { offset } of numbers) if (offset !== undefined) offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  const found = numbers.filter(({ line, offset }) => {
    if (SAYS_PAGE.test(line.text)) return true;
    if (pageCount === 1) return line.edge === 'bottom' && offset !== undefined && offset < 1_000;
    return offset === undefined || (offsets.get(offset) ?? 0) >= 2;
  });
  return new Set(found.map(({ line }) => line));
}
