import { expect, test } from 'vitest';
import { makeDocx } from './make-docx.ts';
import { openPackage } from './open-package.ts';
import { readProperties } from './read-properties.ts';

const read = async (docx: Omit<Parameters<typeof makeDocx>[0], 'body'>) => readProperties(await openPackage(makeDocx({ body: '', ...docx })));

test('reads what a document says of itself', async () => {
  const core = '<dc:title>The &lt;ferry&gt;</dc:title><dc:creator>Dahl, Kari; Jo Lie;</dc:creator><dcterms:created>2011-09-05T11:00:00Z</dcterms:created><dc:language>nb-NO</dc:language><cp:keywords>ships, sea</cp:keywords><cp:category> </cp:category>';
  const app = { name: 'docProps/app.xml', content: '<Properties><Company>Havn AS</Company><Application>Microsoft Office Word</Application></Properties>' };
  const custom = { name: 'docProps/custom.xml', content: '<Properties><property fmtid="{1}" name="Desk"><vt:lpwstr>Coast</vt:lpwstr></property><property name="DocSecurity"><vt:i4>0</vt:i4></property></Properties>' };
  expect(await read({ core, more: [app, custom] })).toEqual({
    title: 'The <ferry>',
    authors: ['Dahl, Kari', 'Jo Lie'],
    created: '2011-09-05T11:00:00Z',
    language: 'nb-NO',
    extra: { keywords: 'ships, sea', company: 'Havn AS', program: 'Microsoft Office Word', properties: { Desk: 'Coast' } },
  });
});

test('knows nothing of a document that says nothing, or whose properties cannot be read', async () => {
  const nothing = { title: undefined, authors: [], created: undefined, language: undefined, extra: {} };
  expect(await read({})).toEqual(nothing);
  expect(await read({ core: '<!DOCTYPE a [<!ENTITY b "c">]><dc:title>&b;</dc:title>' })).toEqual(nothing);
});
