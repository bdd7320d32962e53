import { expect, test } from 'vitest';
import { column, writePdf } from '../../extract/pdf/fixtures/write-pdf.ts';
import { identifyFormat } from '../identify-format.ts';
import { findReader } from '../readers.ts';
import { pdfReader } from './pdf.ts';
import { readAll } from './read-all.ts';

const ferry = writePdf([{ texts: column(['The ferry left late.'], { x: 50, y: 60 }) }], { info: { Title: 'Late ferries' } });

test('reads one article of a document, which is found by its content', async () => {
  expect(findReader((await identifyFormat(ferry, 'ferry.bin')).name)).toBe(pdfReader);
  const { read } = await readAll(pdfReader, ferry, 'ferry.bin');
  expect(read).toMatchObject([{ draft: { title: 'Late ferries', text: 'The ferry left late.' } }]);
});

test('refuses what is empty', async () => {
  await expect(readAll(pdfReader, '')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
