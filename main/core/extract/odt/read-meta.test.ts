import { expect, test } from 'vitest';
import { readMeta } from './read-meta.ts';

test('reads what a document says of itself', () => {
  const meta =
    '<office:document-meta><office:meta><dc:title>The ferry</dc:title><meta:initial-creator>Kari Dahl</meta:initial-creator><dc:creator>Jo Lie</dc:creator><meta:creation-date>2004-08-02T15:26:46</meta:creation-date><dc:date>2017-01-31</dc:date><dc:language>nb-NO</dc:language><meta:keyword>ships</meta:keyword><meta:keyword>sea</meta:keyword><meta:user-defined meta:name="Info 1"/><meta:user-defined meta:name="Desk">Coast</meta:user-defined></office:meta></office:document-meta>';
  expect(readMeta(meta)).toEqual({
    title: 'The ferry',
    authors: ['Kari Dahl'],
    created: '2004-08-02T15:26:46',
    language: 'nb-NO',
    extra: { keywords: 'ships, sea', modified: '2017-01-31', modifiedBy: 'Jo Lie', properties: { Desk: 'Coast' } },
  });
});

test('knows nothing of a document without it', () => {
  expect(readMeta('')).toEqual({ title: undefined, authors: [], created: undefined, language: undefined, extra: {} });
});
