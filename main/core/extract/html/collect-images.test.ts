import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { collectImages, decodeDataUrl, pathBeside } from './collect-images.ts';

const gif = (width: number): Buffer => Buffer.from([...Buffer.from('GIF89a'), width, 0, width, 0]);
const dataUrl = (bytes: Buffer): string => `data:image/png;base64,${bytes.toString('base64')}`;
const nothing = (): undefined => undefined;

describe('collectImages', () => {
  test('takes a picture out of a data address, by its content', () => {
    const images = collectImages(nothing);
    const local = images.take([dataUrl(gif(9))]);
    expect(local).toMatch(/^images\/[0-9a-f]{64}$/);
    expect(images.images()).toMatchObject([{ mediaType: 'image/gif', sha256: local?.slice('images/'.length) }]);
    expect(images.missing()).toEqual([]);
  });

  test('takes a picture from a file beside the page, and names the file', () => {
    const images = collectImages((path) => (path === 'page_files/a b.gif' ? { path: '/x/page_files/a b.gif', bytes: gif(9) } : undefined));
    expect(images.take(['page_files/a%20b.gif?v=1#x'])).toBeDefined();
    expect(images.companions()).toEqual(['/x/page_files/a b.gif']);
  });

  test('takes the first address that there is a picture for', () => {
    const images = collectImages((path) => (path === 'b.gif' ? { path, bytes: gif(9) } : undefined));
    expect(images.take(['https://example.org/a.gif', 'b.gif'])).toBeDefined();
    expect(images.missing()).toEqual([]);
  });

  test('keeps equal pictures once', () => {
    const images = collectImages(nothing);
    expect(images.take([dataUrl(gif(9))])).toBe(images.take([dataUrl(gif(9))]));
    expect(images.images()).toHaveLength(1);
  });

  test('names what is missing, but not blanks', () => {
    const images = collectImages(nothing);
    expect(images.take(['https://example.org/a.gif'])).toBeUndefined();
    expect(images.take([dataUrl(gif(1))])).toBeUndefined();
    expect(images.take(['https://example.org/late.jpg', dataUrl(gif(1))])).toBeUndefined();
    expect(images.missing()).toEqual(['https://example.org/a.gif', 'https://example.org/late.jpg']);
  });

  test('takes no drawing that could hold a script', () => {
    expect(collectImages(nothing).take(['data:image/svg+xml;base64,PHN2Zy8+'])).toBeUndefined();
    expect(collectImages((path) => ({ path, bytes: Buffer.from('<svg/>') })).take(['a.png'])).toBeUndefined();
  });

  test('takes only so many', () => {
    const images = collectImages(nothing);
    for (let index = 0; index < LIMITS.imagesPerArticle + 5; index += 1) images.take([dataUrl(Buffer.concat([gif(9), Buffer.from(String(index))]))]);
    expect(images.images()).toHaveLength(LIMITS.imagesPerArticle);
    expect(images.missing()).not.toEqual([]);
  });
});

test('takes pictures out of the file that holds the page, by any address', () => {
  const images = collectImages(nothing, (address) => (address === 'cid:a@b' ? gif(9) : undefined));
  expect(images.take(['cid:gone', 'cid:a@b'])).toMatch(/^images\//);
  expect(images.companions()).toEqual([]);
});

test.each([
  ['a.png', 'a.png'],
  ['./a%20b.png?x#y', './a b.png'],
  ['..\\up\\a.png', '../up/a.png'],
  ['100%.png', '100%.png'],
  ['/a.png', undefined],
  ['//host/a.png', undefined],
  ['\\\\host\\a.png', undefined],
  ['%2fetc/passwd', undefined],
  ['http://host/a.png', undefined],
  ['file:///a.png', undefined],
  ['C:\\a.png', undefined],
  ['a%00.png', undefined],
  ['', undefined],
])('beside the page, %j is %j', (source, path) => {
  expect(pathBeside(source)).toBe(path);
});

test('reads base64 and nothing else', () => {
  expect(decodeDataUrl('data:image/gif;base64,R0lG')).toEqual(Buffer.from('GIF'));
  expect(decodeDataUrl('data:text/plain,GIF')).toBeUndefined();
  expect(decodeDataUrl('https://example.org/')).toBeUndefined();
});
