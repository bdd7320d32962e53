import { expect, test } from 'vitest';
import { extractPdf } from './extract-pdf.ts';
import { writePdf } from './fixtures/write-pdf.ts';
import { makeCmap } from './predefined-cmaps.ts';

const read = async (encoding: string, collection: string, hex: string) =>
  (await extractPdf(writePdf([{ content: `BT /eastern 10 Tf 50 700 Td <${hex}> Tj ET` }], { eastern: { encoding, collection } }), 'a.pdf')).text;

test.each([
  ['90ms-RKSJ-H', 'Japan1', '8d60959782cc834aa1b1', '港風のカ｡ｱ'],
  ['UniJIS-UCS2-H', 'Japan1', '6e2f306e004100310032', '港のA12'],
  ['EUC-H', 'Japan1', 'b9c1a4ce41', '港のA'],
  ['GBK-EUC-H', 'GB1', 'b8dbbfda4131', '港口A1'],
  ['UniGB-UTF16-H', 'GB1', '6e2f53e3', '港口'],
  ['ETen-B5-H', 'CNS1', 'b4e4a466', '港口'],
  ['KSCms-UHC-H', 'Korea1', 'c7d7b1b8', '항구'],
])('reads %s, which a font only names', async (encoding, collection, hex, text) => {
  expect(await read(encoding, collection, hex)).toBe(text);
});

test('does not take numbers of a font for other letters, and says that it cannot read them', async () => {
  await expect(read('Identity-H', 'Japan1', '04b004b104b204b304b4')).rejects.toThrow(/fonts of this PDF do not say/);
});

test('knows no other tables', () => {
  expect(makeCmap('CNS-EUC-H')).toBeUndefined();
  expect(makeCmap('../../etc/passwd')).toBeUndefined();
});
