import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../extract/zip/make-zip.ts';
import { makeResponse, makeWarc } from './fixtures/make-warc.ts';
import { outline, walkBytes } from './fixtures/walk-bytes.ts';

const PAGE = '<title>Ferry</title><p>It left.</p>';
const page = (target: string, options: Parameters<typeof makeResponse>[1] = {}) => ({ type: 'response', target, block: makeResponse(PAGE, options) });
const listOf = (...pages: { url: string; title?: string }[]) => `{"format": "json-pages-1.0"}\n${pages.map((one) => JSON.stringify(one)).join('\n')}\n`;

function makeWacz(warc: Buffer, pages: string): Buffer {
  return makeZip([
    { name: 'archive/data.warc.gz', content: gzipSync(warc), store: true },
    { name: 'pages/pages.jsonl', content: pages },
    { name: 'datapackage.json', content: '{}' },
  ]);
}

describe('a WACZ file', () => {
  it('gives the pages that it lists, with their titles, and no frame or advertisement', async () => {
    const warc = makeWarc([page('https://a.example/ferry'), page('https://ads.example/frame')]);
    const unpacked = await walkBytes(makeWacz(warc, listOf({ url: 'http://a.example/ferry/#top', title: 'The late ferry' })), 'x.wacz');
    expect(unpacked).toMatchObject([
      { kind: 'file', item: 'https://a.example/ferry', given: { url: 'https://a.example/ferry', title: 'The late ferry' } },
      { kind: 'companion', item: 'https://ads.example/frame' },
      { kind: 'companion', item: 'pages/pages.jsonl' },
      { kind: 'companion', item: 'datapackage.json' },
    ]);
  });

  it('follows a listed page to where it was moved', async () => {
    const warc = makeWarc([page('https://a.example/old', { status: '302 Found', headers: ['Location: /ferry'] }), page('https://a.example/ferry')]);
    expect(await outline(makeWacz(warc, listOf({ url: 'https://a.example/old' })), 'x.wacz')).toEqual([
      'companion https://a.example/old',
      `file https://a.example/ferry: ${PAGE}`,
      'companion pages/pages.jsonl',
      'companion datapackage.json',
    ]);
  });

  it('says which page it lists and does not hold', async () => {
    const lines = await outline(makeWacz(makeWarc([page('https://a.example/ferry')]), listOf({ url: 'https://a.example/ferry' }, { url: 'https://a.example/lamp' })), 'x.wacz');
    expect(lines).toContain('failed https://a.example/lamp: malformed');
  });

  it('gives every page where it lists none', async () => {
    for (const list of ['', 'no json\n{"url": 3}\n', listOf()]) {
      expect(await outline(makeWacz(makeWarc([page('https://a.example/ferry')]), list), 'x.wacz')).toContain(`file https://a.example/ferry: ${PAGE}`);
    }
  });

  it('says that it holds no web archive', async () => {
    expect(await outline(makeZip([{ name: 'datapackage.json', content: '{}' }]), 'x.wacz')).toEqual(['companion datapackage.json', 'failed itself: malformed']);
  });

  it('gives what it can of captures that break off', async () => {
    const noise = Array.from({ length: 3_000 }, (_, index) => Math.imul(index, 2_654_435_761) >>> 7).join(' ');
    const packed = gzipSync(makeWarc([page('https://a.example/ferry'), { type: 'response', target: 'https://a.example/lamp', block: makeResponse(noise) }]));
    const zip = makeZip([{ name: 'archive/data.warc.gz', content: packed.subarray(0, -2_000), store: true }, { name: 'datapackage.json', content: '{}' }]);
    const lines = await outline(zip, 'x.wacz');
    expect(lines[0]).toBe(`file https://a.example/ferry: ${PAGE}`);
    expect(lines.at(-1)).toBe('failed itself: malformed');
  });
});
