import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
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

  test('takes a drawing sanitized, by its content and under the name of what is kept', () => {
    const kept = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" fill="#f00"/></svg>';
    const images = collectImages((path) => ({ path, bytes: Buffer.from('<svg onload="probe()"><script>probe()</script><rect width="9" fill="#f00"/></svg>') }));
    const local = images.take(['a.png']);
    expect(local).toBe(`images/${createHash('sha256').update(kept).digest('hex')}`);
    expect(images.images()).toEqual([{ sha256: local?.slice('images/'.length), mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(kept) }]);
    expect(images.take([`data:image/png;base64,${Buffer.from(kept).toString('base64')}`])).toBe(local);
    expect(images.take([`data:image/svg+xml,${encodeURIComponent(kept)}`])).toBe(local);
    expect(images.take([`data:image/svg+xml;charset=utf8,${kept}`])).toBe(local);
    expect(images.companions()).toEqual(['a.png']);
  });

  test('takes no page and nothing compressed for a drawing', () => {
    const images = collectImages((path) => ({ path, bytes: path === 'a.svg' ? Buffer.from('<html><svg><rect/></svg></html>') : gzipSync('<svg><rect/></svg>') }));
    expect(images.take(['a.svg', 'b.svgz'])).toBeUndefined();
    expect(images.missing()).toEqual(['a.svg']);
  });

  test('takes an empty drawing for a blank that stands in', () => {
    const images = collectImages((path) => (path === 'b.gif' ? { path, bytes: gif(9) } : undefined));
    const blank = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 9'%3E%3C/svg%3E";
    expect(images.take([blank])).toBeUndefined();
    expect(images.missing()).toEqual([]);
    expect(images.take([blank, 'b.gif'])).toBeDefined();
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

test('reads base64, and drawings written out as text', () => {
  expect(decodeDataUrl("data:image/svg+xml;utf8,<svg width='100%'>%c3%A4%3C/svg>")?.toString()).toBe("<svg width='100%'>ä</svg>");
  expect(decodeDataUrl('data:image/svg+xmlx,<svg/>')).toBeUndefined();
  expect(decodeDataUrl('data:image/gif;base64,R0lG')).toEqual(Buffer.from('GIF'));
  expect(decodeDataUrl('data:text/plain,GIF')).toBeUndefined();
  expect(decodeDataUrl('https://example.org/')).toBeUndefined();
});
