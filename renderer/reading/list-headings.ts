/** A heading of the article's text. */
export interface Heading {
  /** Its number and text: two headings may say the same. */
  readonly key: string;
  readonly text: string;
  /** 1 for the outermost that occurs. */
  readonly level: number;
  /** Brings it into view. */
  readonly reveal: () => void;
}

/** More than anybody chooses from. */
const MOST = 300;

/** The headings of an article's document, in their order; levels begin at 1 whatever the article's own first level is. */
export function listHeadings(page: Document): (Omit<Heading, 'reveal'> & { readonly element: Element })[] {
  const found = [...page.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .map((element) => ({ text: (element.textContent ?? '').replace(/\s+/g, ' ').trim(), level: Number(element.localName.slice(1)), element }))
    .filter(({ text }) => text !== '')
    .slice(0, MOST)
    .map((heading, index) => ({ ...heading, key: `${index} ${heading.text}` }));
  const outermost = Math.min(...found.map(({ level }) => level));
  return found.map((heading) => ({ ...heading, level: heading.level - outermost + 1 }));
}
