import { expect, test } from 'vitest';
import { countPictures, refuseScan } from './refuse-scan.ts';

const refuse = (found: Partial<Parameters<typeof refuseScan>[0]>) => () => refuseScan({ pages: 4, letters: 0, meaningless: 0, pictures: 0, isDamaged: false, exceeded: false, ...found });

test('says that a scan holds only pictures', () => {
  expect(refuse({ pictures: 4, letters: 20 })).toThrow(expect.objectContaining({ code: 'no-text', message: 'This PDF holds only pictures of pages: there is no text to read. Have its text recognised (OCR) and import that copy.' }));
});

test('says that fonts do not tell their letters, and that pages are empty', () => {
  expect(refuse({ meaningless: 900, letters: 40 })).toThrow(/fonts/);
  expect(refuse({})).toThrow(/no text/);
});

test('says that it is damaged, or too large, where that may be why there is no text', () => {
  expect(refuse({ isDamaged: true })).toThrow(expect.objectContaining({ code: 'malformed' }));
  expect(refuse({ exceeded: true })).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(refuse({ isDamaged: true, letters: 14 })).not.toThrow();
});

test('lets short texts and picture books pass', () => {
  expect(refuse({ letters: 14 })).not.toThrow();
  expect(refuse({ letters: 400, pictures: 12 })).not.toThrow();
});

test('counts pictures in the file', () => {
  expect(countPictures(Buffer.from('<</Subtype/Image>> <</Subtype /Image>> <</Subtype/Imagery>>'))).toBe(2);
});
