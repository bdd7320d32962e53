/**
 * Which elements a browser holds open while it reads a page, near enough to bound its work: end tags that a browser
 * ignores do not close anything here, and formatting elements that it opens again after a block are opened again.
 * Where the two differ, this one counts too much, never too little. After "Parsing HTML documents" of the HTML
 * standard: scopes, implied end tags, the list of active formatting elements.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const VOID = words('area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr');
const FORMATTING = words('a b big code em font i nobr s small strike strong tt u');
const CLOSES_PARAGRAPH = words(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre search section summary table ul xmp',
);
const HEADINGS = words('h1 h2 h3 h4 h5 h6');
const TABLE_PARTS = words('caption colgroup table tbody td tfoot th thead tr');
/** Nothing outside of these is closed by an end tag inside of them. */
const WALLS = words('applet caption marquee object table td template th foreignobject desc mi mn mo ms mtext annotation-xml');
const SPECIAL = new Set([
  ...CLOSES_PARAGRAPH,
  ...TABLE_PARTS,
  ...WALLS,
  ...words('body button frameset head html iframe noembed noframes noscript script select style textarea title'),
]);
/** HTML elements that end an svg or math element just by beginning. */
const BREAKS_OUT = words(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr ' +
    'ol p pre ruby s small span strong strike sub sup table tt u ul var',
);
const FOREIGN = words('svg math');
const BACK_TO_HTML = words('foreignobject desc title mi mn mo ms mtext annotation-xml');
const REPEATED_TABLE_PARTS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['td', words('td th')],
  ['th', words('td th')],
  ['tr', words('tr')],
  ['tbody', words('tbody thead tfoot')],
  ['thead', words('tbody thead tfoot')],
  ['tfoot', words('tbody thead tfoot')],
]);
/** How many equal formatting elements a browser opens again. */
const EQUAL_FORMATTING = 3;

interface OpenElement {
  readonly name: string;
  /** The whole start tag of a formatting element that will be opened again; empty for others. */
  format: string;
}

export interface OpenElements {
  /** Elements inside one another now. */
  readonly depth: () => number;
  /** Elements so far, those opened again included. */
  readonly count: () => number;
  /** `tag` is the whole start tag: it tells equal formatting elements from others. */
  readonly open: (name: string, tag: string, selfClosing: boolean) => void;
  readonly close: (name: string) => void;
  readonly text: () => void;
}

export function followOpenElements(): OpenElements {
  let stack: OpenElement[] = [];
  let toReopen: OpenElement[] = [];
  let count = 0;

  const find = (isIt: (name: string) => boolean, stops: (name: string) => boolean): number => {
    for (let at = stack.length - 1; at >= 0; at -= 1) {
      const name = stack[at]?.name ?? '';
      if (isIt(name)) return at;
      if (stops(name)) return -1;
    }
    return -1;
  };

  /** Closes all from `at` up. Formatting elements among them come back with the next text, but not out of a cell. */
  const closeFrom = (at: number): void => {
    if (at < 0) return;
    const closed = stack.slice(at);
    stack = stack.slice(0, at);
    if (!WALLS.has(closed[0]?.name ?? '')) toReopen.push(...closed.slice(1).filter(({ format }) => format !== ''));
  };

  const reopen = (): void => {
    if (toReopen.length === 0) return;
    stack.push(...toReopen);
    count += toReopen.length;
    toReopen = [];
  };

  const forgetFormatting = (name: string): void => {
    const at = toReopen.findLastIndex((element) => element.name === name);
    if (at >= 0) toReopen.splice(at, 1);
  };

  const closeFormatting = (name: string): void => {
    const at = find((open) => open === name, (open) => WALLS.has(open));
    if (at < 0) return forgetFormatting(name);
    // A block inside of it stays open: only the formatting ends.
    if (stack.slice(at + 1).some((element) => SPECIAL.has(element.name))) stack.splice(at, 1);
    else closeFrom(at);
  };

  const limitEqualFormatting = (tag: string): void => {
    const equal = [...stack, ...toReopen].filter(({ format }) => format === tag);
    if (equal.length < EQUAL_FORMATTING) return;
    const first = equal[0];
    if (first === undefined) return;
    first.format = '';
    toReopen = toReopen.filter(({ format }) => format !== '');
  };

  const closeImplied = (name: string): void => {
    if (CLOSES_PARAGRAPH.has(name)) closeFrom(find((open) => open === 'p', (open) => WALLS.has(open) || open === 'button'));
    const top = stack.at(-1)?.name ?? '';
    if (HEADINGS.has(name) && HEADINGS.has(top)) closeFrom(stack.length - 1);
    if ((name === 'option' || name === 'optgroup') && top === 'option') closeFrom(stack.length - 1);
    if ((name === 'rt' || name === 'rp') && (top === 'rt' || top === 'rp')) closeFrom(stack.length - 1);
    if (name === 'li') closeListItem((open) => open === 'li');
    if (name === 'dd' || name === 'dt') closeListItem((open) => open === 'dd' || open === 'dt');
    if (name === 'a') closeFormatting('a');
    if (name === 'button') closeFrom(find((open) => open === 'button', (open) => WALLS.has(open)));
    const repeated = REPEATED_TABLE_PARTS.get(name);
    if (repeated !== undefined) closeFrom(find((open) => repeated.has(open), (open) => open === 'table' || open === 'template'));
  };

  const closeListItem = (isIt: (name: string) => boolean): void => {
    closeFrom(find(isIt, (open) => SPECIAL.has(open) && open !== 'address' && open !== 'div' && open !== 'p'));
  };

  const foreignRoot = (): number =>
    find((open) => FOREIGN.has(open), (open) => BACK_TO_HTML.has(open));

  const open = (name: string, tag: string, selfClosing: boolean): void => {
    count += 1;
    const foreign = foreignRoot();
    if (foreign >= 0) {
      if (BREAKS_OUT.has(name)) closeFrom(foreign);
      else {
        if (!selfClosing) stack.push({ name, format: '' });
        return;
      }
    }
    closeImplied(name);
    if (!SPECIAL.has(name)) reopen();
    if (VOID.has(name) || (selfClosing && FOREIGN.has(name))) return;
    const formatting = FORMATTING.has(name);
    if (formatting) limitEqualFormatting(tag);
    stack.push({ name, format: formatting ? tag : '' });
  };

  const close = (name: string): void => {
    if (name === 'html' || name === 'body') return;
    const isIt = HEADINGS.has(name) ? (open: string) => HEADINGS.has(open) : (open: string) => open === name;
    if (FORMATTING.has(name)) closeFormatting(name);
    else if (name === 'form') {
      const at = find(isIt, () => false);
      if (at >= 0) stack.splice(at, 1);
    } else if (TABLE_PARTS.has(name)) closeFrom(find(isIt, (open) => open === 'table' || open === 'template'));
    else if (name === 'li') closeFrom(find(isIt, (open) => WALLS.has(open) || open === 'ol' || open === 'ul'));
    else if (SPECIAL.has(name)) closeFrom(find(isIt, (open) => WALLS.has(open)));
    else closeFrom(find(isIt, (open) => SPECIAL.has(open)));
  };

  return { depth: () => stack.length, count: () => count, open, close, text: reopen };
}
