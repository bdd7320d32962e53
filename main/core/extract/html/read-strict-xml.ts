/** An element as it was written, for tests. */
export interface StrictElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (StrictElement | string)[];
}

const TOKEN = /<(\/?)([a-zA-Z][\w]*)((?: [a-zA-Z][\w:-]*="[^"<>]*")*)(\/?)>|([^<>]+)/y;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

/**
 * Reads markup in the plainest XML there is, and throws at all else: comments, declarations, entities of any kind but four, tags that do not
 * match. It shares nothing with what wrote the markup, so that tests of that do not believe its own reader.
 */
export function readStrictXml(xml: string): StrictElement {
  const top: StrictElement = { name: '', attributes: {}, children: [] };
  const open = [top];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(xml);
    const parent = open.at(-1);
    if (!match || !parent) throw new Error(`Cannot read on at ${at}: ${xml.slice(at, at + 80)}`);
    const [, end = '', name = '', attributes = '', empty = '', text] = match;
    if (text !== undefined) parent.children.push(decode(text));
    else if (end !== '') {
      if (parent.name !== name || attributes !== '' || empty !== '') throw new Error(`</${name}> ends <${parent.name}>`);
      open.pop();
    } else {
      const element: StrictElement = { name, attributes: readAttributes(attributes), children: [] };
      parent.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const [root] = top.children;
  if (open.length !== 1 || top.children.length !== 1 || root === undefined || typeof root === 'string') throw new Error('There is not one element around all.');
  return root;
}

export function allElements(root: StrictElement): StrictElement[] {
  return [root, ...root.children.flatMap((child) => (typeof child === 'string' ? [] : allElements(child)))];
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} stands twice`);
    attributes[name] = decode(value);
  }
  return attributes;
}

function decode(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text) || !text.isWellFormed()) throw new Error(`XML has no such characters: ${JSON.stringify(text)}`);
  return text.replace(/&[^;]*;?/g, (entity) => {
    const letter = ENTITIES[entity];
    if (letter === undefined) throw new Error(`${entity} is not known everywhere`);
    return letter;
  });
}
