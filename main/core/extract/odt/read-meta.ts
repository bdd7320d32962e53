import { onlyStated, type DocumentFacts } from '../document/document-facts.ts';
import { listXmlFields } from '../document/read-xml.ts';

/** What an OpenDocument file says of itself in its `meta.xml`. */
export function readMeta(xml: string): DocumentFacts {
  const fields = listXmlFields(xml);
  const all = (name: string): string[] => fields.filter((field) => field.name === name && field.text !== '').map(({ text }) => text);
  const own = fields.flatMap(({ name, attributes, text }) => {
    const title = attributes['meta:name'];
    return name !== 'meta:user-defined' || title === undefined || text === '' ? [] : [[title, text] as const];
  });
  // The one who wrote it first; `dc:creator` is whoever saved it last.
  const [author] = [...all('meta:initial-creator'), ...all('dc:creator')];
  return {
    title: all('dc:title')[0],
    authors: (author ?? '').split(';').map((name) => name.trim()).filter((name) => name !== ''),
    created: all('meta:creation-date')[0],
    language: all('dc:language')[0],
    extra: onlyStated({
      subject: all('dc:subject')[0],
      description: all('dc:description')[0],
      keywords: all('meta:keyword').join(', '),
      modified: all('dc:date')[0],
      modifiedBy: all('dc:creator')[0],
      program: all('meta:generator')[0],
      ...(own.length === 0 ? {} : { properties: Object.fromEntries(own) }),
    }),
  };
}
