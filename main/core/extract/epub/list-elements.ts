import { Parser } from 'htmlparser2';
import { LibraryError } from '../../../contract/errors.ts';

/** An element of an XML file, without its prefix. */
export interface ListedElement {
  readonly name: string;
  /** By name without prefix; the first of each. */
  readonly attributes: ReadonlyMap<string, string>;
  /** All text in it, in one line. */
  readonly text: string;
  /** The name of the element around it. */
  readonly parent: string | undefined;
}

const MOST_ELEMENTS = 200_000;
const MOST_LEVELS = 200;
const LONGEST_TEXT = 20_000;

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly at: number;
  text: string;
}

/**
 * The elements of these names in an XML file, in the order in which they begin. Entities that the file itself defines are never
 * expanded; what is cut off is read as far as it goes.
 *
 * Throws LibraryError `too-large` or `too-deep` for a file that no book has.
 */
export function listElements(xml: string, names: ReadonlySet<string>): ListedElement[] {
  const listed: { at: number; element: ListedElement }[] = [];
  const open: Open[] = [];
  let count = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        count += 1;
        if (count > MOST_ELEMENTS) throw new LibraryError('too-large', 'This book lists more than a book can hold. It cannot be read safely.');
        if (open.length >= MOST_LEVELS) throw new LibraryError('too-deep', 'This book has lists too deep inside one another. It cannot be read safely.');
        open.push({ name: localName(name), attributes: localNames(attributes), at: count, text: '' });
      },
      ontext: (piece) => {
        for (const element of open) if (names.has(element.name) && element.text.length < LONGEST_TEXT) element.text += piece;
      },
      onclosetag: () => {
        const element = open.pop();
        if (element === undefined || !names.has(element.name)) return;
        const text = element.text.slice(0, LONGEST_TEXT).toWellFormed().replace(/\s+/g, ' ').trim();
        listed.push({ at: element.at, element: { name: element.name, attributes: element.attributes, text, parent: open.at(-1)?.name } });
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return listed.sort((one, other) => one.at - other.at).map(({ element }) => element);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Readonly<Record<string, string>>): Map<string, string> {
  const local = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) if (!local.has(localName(name))) local.set(localName(name), value);
  return local;
}
