import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { extractDocx } from './extract-docx.ts';
import { makeDocx, wordParagraph } from './make-docx.ts';

const CORE = '<dc:title>The ferry</dc:title><dc:creator>Kari Dahl</dc:creator>';
const WHOLE = makeDocx({ body: wordParagraph('Ferry', '<w:pStyle w:val="H1"/>') + wordParagraph('The ferry left at noon.'), core: CORE });

test('makes one article of a Word document', async () => {
  expect(await extractDocx(WHOLE, 'a.docx')).toMatchObject({ title: 'The ferry', byline: 'Kari Dahl', html: '<h1>Ferry</h1><p>The ferry left at noon.</p>', text: 'Ferry\n\nThe ferry left at noon.', language: 'en' });
});

test('stores no script, whatever a document holds', async () => {
  const body = '<w:p><w:hyperlink r:id="l1"><w:r><w:t>Ferry &lt;script&gt;probe()&lt;/script&gt;</w:t></w:r></w:hyperlink></w:p>';
  const { html } = await extractDocx(makeDocx({ body, links: { l1: 'javascript:probe()' } }), 'a.docx');
  expect(html).toBe('<p>Ferry &#x3C;script>probe()&#x3C;/script></p>');
});

test('says that a document holds no text', async () => {
  await expect(extractDocx(makeDocx({ body: '<w:p/>', core: CORE }), 'a.docx')).rejects.toMatchObject({ code: 'no-text' });
});

test('any damage to a document ends in an article or in a LibraryError', async () => {
  const flips = fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255)), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.nat(WHOLE.length), fc.boolean(), flips, async (cut, cuts, changes) => {
      const bytes = Buffer.from(cuts ? WHOLE.subarray(0, cut) : WHOLE);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      try {
        expect((await extractDocx(bytes, 'a.docx')).text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(200) },
  );
});

test('any marks in any order end in an article or in a LibraryError', async () => {
  const piece = fc.constantFrom(
    ...['<w:p>', '<w:r>', '<w:tbl>', '<w:tr>', '<w:tc>', '<w:hyperlink r:id="x">', '<w:sdt><w:sdtContent>', '<w:pPr><w:pStyle w:val="H9"/><w:numPr><w:numId w:val="9"/></w:numPr></w:pPr>'],
    ...['<w:t>It left.</w:t>', '<w:vMerge/>', '<w:footnoteReference w:id="9"/>', '<w:tcPr><w:gridSpan w:val="-2"/><w:vMerge/></w:tcPr>', '<w:fldChar w:fldCharType="end"/>', '<w:instrText> HYPERLINK </w:instrText>'],
    ...['<w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="y"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>', '<w:sym w:char="?"/>'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
      const open = pieces.join('').match(/<w:(?:p|r|tbl|tr|tc|hyperlink|sdt|sdtContent)(?=[\s>])/g) ?? [];
      const close = open.toReversed().map((tag) => `</${tag.slice(1)}>`);
      try {
        await extractDocx(makeDocx({ body: pieces.join('') + close.join('') }), 'a.docx');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(100) },
  );
});
