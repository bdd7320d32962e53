import { Parser } from 'htmlparser2';

interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** An element of an XML file that holds no other. */
export interface XmlField extends XmlElement {
  readonly text: string;
  /** The element around it. */
  readonly parent: XmlElement | undefined;
}

const MOST_FIELDS = 10_000;

/** The text of an XML file: UTF-8, or UTF-16 where a byte order mark says so. */
export function decodeXml(bytes: Uint8Array): string {
  const charset = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(charset).decode(bytes);
}

/**
 * The elements of a small XML file that hold no others, in their order and without white space at their ends. Entities
 * that the file itself defines are never expanded.
 */
export function listXmlFields(xml: string): XmlField[] {
  const fields: XmlField[] = [];
  const open: XmlElement[] = [];
  /** Of the element that was opened last, as long as nothing else was opened or closed. */
  let text: string | undefined;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        open.push({ name, attributes });
        text = '';
      },
      ontext: (piece) => {
        if (text !== undefined) text += piece;
      },
      onclosetag: () => {
        const element = open.pop();
        if (element !== undefined && text !== undefined && fields.length < MOST_FIELDS) fields.push({ ...element, text: text.trim(), parent: open.at(-1) });
        text = undefined;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  parser.end();
  return fields;
}
