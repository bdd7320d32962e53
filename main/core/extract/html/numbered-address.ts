/** A page's number in an address: `/2`, `/page/2`, `?page=2`, `-2.html`, `_2.html`, `/seite-2.html`. */
const NUMBER_IN_PATH = /^(.*?)(?:[/_-](?:page|p|seite|pagina|s)?[/_-]?(\d{1,3}))?(\.[a-z]{2,5})?\/?$/i;
const NUMBER_IN_QUERY = /^(?:page|p|pg|seite|pagina|pag|pageno|page_number|currentpage|s)$/i;

/** An address read as that of a page of several. */
export interface NumberedAddress {
  /** All of the address but the number. */
  readonly stem: string;
  readonly number: number;
}

/** The ways in which an address may be read as a numbered page; one without a number is the first page. */
export function numbersOf(address: string): NumberedAddress[] {
  const url = URL.parse(address);
  if (!url) return [];
  const query = [...url.searchParams].find(([name, value]) => NUMBER_IN_QUERY.test(name) && /^\d{1,3}$/.test(value));
  const numbered: NumberedAddress[] = [];
  if (query) {
    const rest = new URL(url);
    rest.searchParams.delete(query[0]);
    numbered.push({ stem: stemOf(rest, rest.pathname), number: Number(query[1]) });
  } else numbered.push({ stem: stemOf(url, url.pathname), number: 1 });
  const [, path = '', number, ending = ''] = NUMBER_IN_PATH.exec(url.pathname) ?? [];
  numbered.push({ stem: stemOf(url, `${path}${ending}`), number: number === undefined ? 1 : Number(number) });
  return numbered;
}

function stemOf({ origin, search }: URL, path: string): string {
  return `${origin}${path.replace(/\/$/, '')}${search}`;
}
