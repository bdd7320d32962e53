import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { extractOdt } from './extract-odt.ts';
import { makeOdt } from './make-odt.ts';

const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);
const META = '<dc:title>The ferry</dc:title><meta:initial-creator>Kari Dahl</meta:initial-creator>';
const WHOLE = makeOdt({ body: '<text:h>Ferry</text:h><text:p>The ferry <text:s text:c="3"/>left at noon.</text:p>', meta: META });

test('makes one article of a text document', async () => {
  expect(await extractOdt(WHOLE, 'a.odt')).toMatchObject({ title: 'The ferry', byline: 'Kari Dahl', html: '<h1>Ferry</h1><p>The ferry    left at noon.</p>', text: 'Ferry\n\nThe ferry left at noon.', language: 'en' });
});

test('keeps the pictures that can be had, and names the others', async () => {
  const frame = (source: string): string => `<draw:frame><draw:image xlink:href="${source}"/></draw:frame>`;
  const body = `<text:p>It left.${['Pictures/a.gif', 'Pictures/none.png', 'Pictures/bad.gif', 'https://example.org/x.gif', '../../etc/passwd'].map(frame).join('')}</text:p>`;
  const { images, extra } = await extractOdt(makeOdt({ body, more: [{ name: 'Pictures/a.gif', content: GIF }, { name: 'Pictures/bad.gif', content: GIF, crc: 1 }] }), 'a.odt');
  expect(images).toMatchObject([{ mediaType: 'image/gif' }]);
  expect(extra).toEqual({ missingImages: ['Pictures/none.png', 'Pictures/bad.gif', 'https://example.org/x.gif', '../../etc/passwd'] });
});

test('stores no script', async () => {
  const { html } = await extractOdt(makeOdt({ body: '<text:p><text:a xlink:href="javascript:probe()">It</text:a> &lt;script&gt; left.<script>probe()</script></text:p>' }), 'a.odt');
  expect(html).toBe('<p>It &#x3C;script> left.probe()</p>');
});

test('says that a document is protected, damaged, or holds no text', async () => {
  const text = '<text:p>It left.</text:p>';
  await expect(extractOdt(makeOdt({ body: text, manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' }), 'a.odt')).rejects.toMatchObject({ code: 'protected', message: expect.stringContaining('password') });
  await expect(extractOdt(Buffer.from('This is not a zip file!'), 'a.odt')).rejects.toMatchObject({ code: 'malformed' });
  await expect(extractOdt(makeOdt({ body: '<text:p/>' }), 'a.odt')).rejects.toMatchObject({ code: 'no-text' });
});

test('any damage to a document ends in an article or in a LibraryError', async () => {
  const flips = fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.nat(WHOLE.length), fc.boolean(), flips, async (cut, cuts, changes) => {
      const bytes = Buffer.from(cuts ? WHOLE.subarray(0, cut) : WHOLE);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      try {
        expect((await extractOdt(bytes, 'a.odt')).text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(200) },
  );
});

test('any elements in any order end in an article or in a LibraryError', async () => {
  const name = fc.constantFrom('text:p', 'text:h', 'text:list', 'text:list-item', 'text:span', 'text:a', 'text:note', 'text:note-citation', 'text:note-body', 'table:table', 'table:table-row', 'table:table-cell', 'draw:frame', 'draw:text-box', 'draw:image', 'svg:desc', 'office:text', 'office:annotation', 'constructor');
  const piece = fc.oneof(name.map((tag) => `<${tag} text:c="2" xlink:href="a" text:style-name="b">`), name.map((tag) => `</${tag}>`), fc.constantFrom('It left.', '&amp', '<', '<![CDATA[', '<text:s/>', '\u0000'));
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      try {
        await extractOdt(makeOdt({ body: pieces.join('') }), 'a.odt');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(200) },
  );
});
