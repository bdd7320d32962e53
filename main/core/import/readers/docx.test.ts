import { expect, test } from 'vitest';
import { makeDocx, wordParagraph } from '../../extract/docx/make-docx.ts';
import { identifyFormat } from '../identify-format.ts';
import { docxReader } from './docx.ts';
import { readAll } from './read-all.ts';

test('reads one article of a Word document, whatever its name', async () => {
  const bytes = makeDocx({ body: wordParagraph('The ferry left.') });
  expect(await identifyFormat(bytes, 'a.bin')).toMatchObject({ name: docxReader.name });
  expect((await readAll(docxReader, bytes, 'a.docx')).read).toMatchObject([{ draft: { title: 'The ferry left' } }]);
});

test('is the one that says that a document is protected by a password', async () => {
  const bytes = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]);
  expect(await identifyFormat(bytes, 'a.docx')).toMatchObject({ name: 'docx' });
  expect(await identifyFormat(bytes, 'a.xlsx')).toMatchObject({ name: 'office' });
  await expect(readAll(docxReader, bytes)).rejects.toMatchObject({ code: 'protected' });
});

test('refuses what is empty', async () => {
  await expect(readAll(docxReader, '')).rejects.toMatchObject({ code: 'empty' });
});
