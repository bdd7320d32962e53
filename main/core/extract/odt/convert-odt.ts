import type { Element, ElementContent, Root } from 'hast';
import { Parser } from 'htmlparser2';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { noteList } from '../document/write-notes.ts';
import { HANDLERS, SKIPPED } from './odt-elements.ts';
import { putText, skipped, type Attributes, type Conversion, type Opened, type OpenNote, type Place } from './odt-place.ts';
import type { OdtStyles } from './read-styles.ts';

/**
 * The text of an OpenDocument file (its `content.xml`) as a tree of HTML that is not sanitized yet. What a tracked change
 * deleted, and what people wrote about the text, is left out. Pictures are named as in the file.
 *
 * @throws LibraryError `too-deep`, `too-large`
 */
export function convertOdt(xml: string, styles: OdtStyles): Root {
  const content: ElementContent[] = [];
  const notes: OpenNote[] = [];
  const conversion: Conversion = { styles, notes, make: makerOfElements() };
  const outside: Place = { content, takesText: false, after: undefined, list: { level: 0, style: undefined }, note: undefined, description: undefined, skips: true };
  const opened: Opened[] = [];
  const placeNow = (): Place => opened.at(-1)?.place ?? outside;

  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (opened.length > LIMITS.htmlDepth) {
          throw new LibraryError('too-deep', `This document has more than ${LIMITS.htmlDepth} parts inside one another. It cannot be read safely.`);
        }
        opened.push(openElement(name, attributes, placeNow(), conversion));
      },
      ontext: (text) => putText(text, placeNow()),
      onclosetag: () => opened.pop()?.close?.(),
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return { type: 'root', children: [...content, ...noteList(notes)] };
}

function makerOfElements(): Conversion['make'] {
  let made = 0;
  return (tagName, properties): Element => {
    made += 1;
    if (made > LIMITS.htmlElements) {
      throw new LibraryError('too-large', `This document has more than ${LIMITS.htmlElements} paragraphs and other parts. It is too large to read.`);
    }
    return { type: 'element', tagName, properties, children: [] };
  };
}

function openElement(name: string, attributes: Attributes, place: Place, conversion: Conversion): Opened {
  if (name === 'office:text') return { place: { ...place, skips: false } };
  if (place.skips) return { place };
  if (SKIPPED.has(name)) return skipped(place);
  const handler = Object.hasOwn(HANDLERS, name) ? HANDLERS[name] : undefined;
  // Anything else only wraps what it holds.
  return handler === undefined ? { place } : handler(attributes, place, conversion);
}
