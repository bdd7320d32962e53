import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { extractRtf } from './extract-rtf.ts';

const extract = (rtf: string) => extractRtf(Buffer.from(rtf, 'latin1'), 'a.rtf');
const WHOLE =
  "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset204 A;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title The ferry}{\\author Kari Dahl}{\\creatim\\yr2006\\mo5\\dy18}}\\pard\\s1 Ferry\\par\\pard The ferry \\u8217?left{\\footnote Late.} {\\b at} noon\\'e9.\\par\\trowd\\intbl a\\cell\\row\\pard{\\field{\\*\\fldinst HYPERLINK \"https://example.org/\"}{\\fldrslt x}}{\\pict\\pngblip 8950}\\par}";

test('makes one article of an RTF document', () => {
  expect(extract(WHOLE)).toMatchObject({ title: 'The ferry', byline: 'Kari Dahl', published: { value: '2006-05-18' }, guessed: { published: 0.4 } });
  expect(extract('{\\rtf1 optional\\-hyphen}')).toMatchObject({ text: 'optionalhyphen', html: '<p>optional\u00adhyphen</p>' });
});

test('says that a file breaks off, is none, or holds no text', () => {
  expect(extract('{\\rtf1 The ferry left.').extra).toEqual({ breaksOff: true });
  expect(() => extract('The ferry left.')).toThrow(expect.objectContaining({ code: 'malformed' }));
  expect(() => extract('{\\rtf1 }')).toThrow(expect.objectContaining({ code: 'no-text' }));
});

test('any damage to a document ends in an article or in a LibraryError', () => {
  const flips = fc.array(fc.tuple(fc.nat(WHOLE.length - 1), fc.nat(255)), { maxLength: 8 });
  fc.assert(
    fc.property(fc.nat(WHOLE.length), fc.boolean(), flips, (cut, cuts, changes) => {
      const bytes = Buffer.from(cuts ? WHOLE.slice(0, cut) : WHOLE, 'latin1');
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      try {
        expect(extractRtf(bytes, 'a.rtf').text).not.toBe('');
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(300) },
  );
});

test('any words in any order end in an article or in a LibraryError', () => {
  const words = ['field', 'fldinst', 'fldrslt', 'footnote', 'pict', 'pngblip', 'object', 'result', 'shp', 'shptxt', 'upr', 'ud', 'info', 'title', 'creatim', 'fonttbl', 'f1', 'fcharset2', 'stylesheet', 's1', 'listtext', 'cell', 'row', 'intbl', 'par', 'u-10240', 'uc9', 'bin3', 'header', 'bkmkstart', 'constructor'];
  const piece = fc.oneof(fc.constantFrom('{', '}', '{\\*', "\\'83", 'left', '\\\n'), fc.constantFrom(...words).map((word) => `\\${word} `));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      try {
        extract(`{\\rtf1 ${pieces.join('')}}`);
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(300) },
  );
});
