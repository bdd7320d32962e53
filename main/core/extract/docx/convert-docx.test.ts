import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { convertDocx } from './convert-docx.ts';
import { makeDocx, wordParagraph, type DocxToMake } from './make-docx.ts';
import { openPackage } from './open-package.ts';

const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);
const convert = async (docx: DocxToMake) => convertDocx(await openPackage(makeDocx(docx)));
const html = async (body: string, more: Partial<DocxToMake> = {}): Promise<string> => (await convert({ body, ...more })).html;
const picture = (id: string): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:docPr descr="A ship"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

describe('convertDocx', () => {
  test('keeps headings, lists, emphasis and links', async () => {
    const link = '<w:p><w:hyperlink r:id="l1"><w:r><w:rPr><w:i/></w:rPr><w:t>Kiel</w:t></w:r></w:hyperlink></w:p>';
    const items = ['One', 'Two'].map((text) => wordParagraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')).join('');
    expect(await html(wordParagraph('Ferry', '<w:pStyle w:val="H2"/>') + items + link, { links: { l1: 'https://example.org/kiel' } })).toBe(
      '<h2>Ferry</h2><ol><li>One</li><li>Two</li></ol><p><a href="https://example.org/kiel"><em>Kiel</em></a></p>',
    );
  });

  test('keeps tables and footnotes', async () => {
    const table = `<w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc><w:tc>${wordParagraph('b')}</w:tc></w:tr></w:tbl>`;
    const noted = '<w:p><w:r><w:t>It left.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>';
    const result = await html(table + noted, { footnotes: `<w:footnote w:id="2">${wordParagraph('At noon.')}</w:footnote>` });
    expect(result).toContain('<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>');
    expect(result).toContain('It left.<sup><a href="#footnote-2" id="footnote-ref-2">[1]</a></sup>');
    expect(result).toContain('<li id="footnote-2"><p>At noon. <a');
  });

  test('leaves deleted text and comments out', async () => {
    const body = '<w:p><w:r><w:t>It left</w:t></w:r><w:del><w:r><w:delText> late</w:delText></w:r></w:del><w:ins><w:r><w:t> early</w:t></w:r></w:ins><w:r><w:commentReference w:id="1"/></w:r></w:p>';
    const comments = { name: 'word/comments.xml', content: '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1"><w:p><w:r><w:t>Really?</w:t></w:r></w:p></w:comment></w:comments>' };
    expect(await html(body, { more: [comments] })).toBe('<p>It left early</p>');
  });

  test('keeps the text of fields in one piece', async () => {
    expect(await html('<w:p><w:fldSimple w:instr="REF x"><w:r><w:t>It left.</w:t></w:r></w:fldSimple></w:p>')).toBe('<p>It left.</p>');
  });

  test('hands pictures on by name, without those that are not there', async () => {
    const { html, pictures } = await convert({ body: picture('p1') + picture('p2'), pictures: { p1: 'media/a.gif', p2: 'media/b.emf' }, more: [{ name: 'word/media/a.gif', content: GIF, store: true }] });
    expect(html).toBe('<p><img alt="A ship" src="pictures/1.gif" /></p><p><img alt="A ship" src="pictures/2.emf" /></p>');
    expect([...pictures]).toEqual([['pictures/1.gif', new Uint8Array(GIF)]]);
  });

  test('reads no file of the machine for a linked picture', async () => {
    const linked = picture('p1').replace('r:embed', 'r:link');
    const { pictures } = await convert({ body: linked, pictures: { p1: 'file:///etc/hostname' } });
    expect(pictures.size).toBe(0);
  });

  test('refuses what is nested too deeply or is too large to be built', async () => {
    await expect(html('<w:smartTag>'.repeat(20_000) + '</w:smartTag>'.repeat(20_000))).rejects.toMatchObject({ code: 'too-deep' });
    await expect(html(wordParagraph(Array.from({ length: LIMITS.wordXmlLength / 8 }, (_, index) => `${index} word`).join(' ')))).rejects.toMatchObject({ code: 'too-large' });
  });

  test('says that XML is damaged', async () => {
    await expect(html('<w:p><w:r>')).rejects.toMatchObject({ code: 'malformed' });
  });
});
