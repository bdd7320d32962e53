import { Parser } from 'htmlparser2';
import { LibraryError } from '../../../contract/errors.ts';
import { MOST_LEVELS, MOST_VALUES } from './plist-value.ts';
import type { PlistValue } from './plist-value.ts';

/** A list or dictionary that is being read. */
interface Open {
  readonly list: PlistValue[];
  /** Undefined in a list. */
  readonly dictionary: Map<string, PlistValue> | undefined;
  key: string | undefined;
}

const SCALARS = new Set(['string', 'data', 'key', 'integer', 'real', 'date', 'true', 'false']);

/**
 * A property list written as XML. Entities of its own are never expanded.
 *
 * Throws LibraryError `malformed`, `too-deep`, `too-large`.
 */
export function readXmlPlist(xml: string): PlistValue {
  const root: Open = { list: [], dictionary: undefined, key: undefined };
  const open: Open[] = [root];
  let text: string[] = [];
  let left = MOST_VALUES;

  const put = (value: PlistValue): void => {
    const into = open.at(-1) ?? root;
    if (into.dictionary === undefined) into.list.push(value);
    else if (into.key !== undefined) into.dictionary.set(into.key, value);
    into.key = undefined;
  };
  const close = (name: string): void => {
    const inner = open.at(-1) ?? root;
    if (name === 'key') inner.key = text.join('');
    else if (name === 'string') put(text.join(''));
    else if (name === 'data') put(Buffer.from(text.join(''), 'base64'));
    else if (SCALARS.has(name)) put(null);
    else if ((name === 'dict' || name === 'array') && open.length > 1) {
      open.pop();
      put(inner.dictionary ?? inner.list);
    }
    text = [];
  };
  const parser = new Parser(
    {
      onopentag: (name) => {
        text = [];
        left -= 1;
        if (left < 0) throw new LibraryError('too-large', 'This web archive holds more values than a saved page has. It cannot be read safely.');
        if (name !== 'dict' && name !== 'array') return;
        if (open.length > MOST_LEVELS) throw new LibraryError('too-deep', 'This web archive has too many values inside one another. It cannot be read safely.');
        open.push({ list: [], dictionary: name === 'dict' ? new Map() : undefined, key: undefined });
      },
      ontext: (piece) => text.push(piece),
      onclosetag: close,
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  const value = root.list[0];
  if (value === undefined) throw new LibraryError('malformed', 'This web archive is damaged. Save the page again, or import it as HTML.');
  return value;
}
