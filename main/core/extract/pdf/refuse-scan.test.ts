import { expect, test } from 'vitest';
import { countPictures, refuseScan } from './refuse-scan.ts';

const refuse = (found: Partial<Parameters<typeof refuseScan>[0]>) => () => refuseScan({ pages: 4, letters: 0, meaningless: 0, pictures: 0, unread: 0, ...found });

test('says that a scan holds only pictures', () => {
  expect(refuse({ pictures: 4, letters: 20 })).toThrow(expect.objectContaining({ code: 'no-text', message: 'This PDF holds only pictures of pages: there is no text to read. Have its text recognised (OCR) and import that copy.' }));
});

test('says that fonts do not tell their letters, and that pages are empty', () => {
  expect(refuse({ meaningless: 900, letters: 40 })).toThrow(/fonts/);
  expect(refuse({})).toThrow(/no text/);
});

test('says that no page could be read', () => {
  expect(refuse({ pages: 0, unread: 3 })).toThrow(expect.objectContaining({ code: 'malformed' }));
});

test('lets short texts and picture books pass', () => {
  expect(refuse({ letters: 14 })).not.toThrow();
  expect(refuse({ letters: 400, pictures: 12 })).not.toThrow();
});

test('counts pictures in the file', () => {
  expect(countPictures(Buffer.from('<</Subtype/Image>> <</Subtype /Image>> <</Subtype/Imagery>>'))).toBe(2);
});
