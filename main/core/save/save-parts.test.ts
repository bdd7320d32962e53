import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { readFeed, isFeed } from '../extract/feed/read-feed.ts';
import { leavesOf } from '../extract/mhtml/index-parts.ts';
import { firstField } from '../extract/mime/read-header-fields.ts';
import { readMime } from '../extract/mime/read-mime.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { CaptureFile } from './capture-file.ts';
import { isTracker } from './is-tracker.ts';
import { listPageParts } from './list-page-parts.ts';
import { listStyleReferences } from './list-style-references.ts';
import { fileNameOf } from './name-of-saved.ts';
import { labelOfAddresses, orderAddresses } from './order-addresses.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('a page and its parts in one file', () => {
  it('come out as they went in, whatever bytes they are', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ url: fc.webUrl(), type: fc.constantFrom('image/png', 'text/css'), bytes: fc.uint8Array({ maxLength: 300 }) }), { maxLength: 5 }), fc.uint8Array({ minLength: 1, maxLength: 300 }), (parts, page) => {
        const file = path.join(makeFolder(), 'page.mhtml');
        const capture = new CaptureFile(file, { url: 'https://a.example/', type: 'text/html', bytes: page }, new Date(0));
        for (const part of parts) capture.addPart(part);
        capture.end();
        const leaves = leavesOf(readMime(fs.readFileSync(file)));
        fs.rmSync(path.dirname(file), { recursive: true });
        expect(leaves.map((leaf) => [firstField(leaf.fields, 'content-location'), leaf.content().toString('hex')])).toEqual([['https://a.example/', Buffer.from(page).toString('hex')], ...parts.map(({ url, bytes }) => [url, Buffer.from(bytes).toString('hex')])]);
      }),
      { numRuns: randomRuns(20) },
    );
  });

  it('end no line of a header where a site would have it', () => {
    const file = path.join(makeScratchFolder(), 'page.mhtml');
    const capture = new CaptureFile(file, { url: 'https://a.example/\r\nX-Evil: 1', type: 'text/html\r\n\r\n<p>', charset: 'x"\r\nY: 2', bytes: bytesOf('<p>') }, new Date(0));
    capture.end();
    const [leaf] = leavesOf(readMime(fs.readFileSync(file)));
    expect([...(leaf?.fields.keys() ?? [])].filter((name) => name === 'x-evil' || name === 'y')).toEqual([]);
    expect(leaf?.content().toString()).toBe('<p>');
  });
});

function makeFolder(): string {
  return fs.mkdtempSync(path.join(makeRoot(), 'part-'));
}
let root: string | undefined;
function makeRoot(): string {
  root ??= makeScratchFolder();
  return root;
}

describe('the parts of a page', () => {
  it('are absolute, each once, without trackers, scripts and what is no address', () => {
    const html = `<base href="/deep/"><link rel="stylesheet" href="a.css"><link rel="stylesheet" media="print" href="p.css"><link rel="alternate stylesheet" href="alt.css"><style>@import "b.css"; p { background: url('c.png') }</style>
      <img src="one.png"><img src="one.png"><img src="data:image/gif;base64,AA"><img src="javascript:x"><img src="https://www.google-analytics.com/x.gif"><img src="t.png" width=1 height=1><video poster="still.jpg"></video><div style="background:url(d.png)"></div><script src="x.js"></script><iframe src="f.html"></iframe>`;
    const parts = listPageParts({ bytes: bytesOf(html), charset: undefined, url: 'https://a.example/story' });
    expect(parts).toMatchObject({
      pictures: [['https://a.example/deep/one.png'], ['https://a.example/deep/still.jpg']],
      styles: ['https://a.example/deep/a.css', 'https://a.example/deep/b.css'],
      files: ['https://a.example/deep/c.png', 'https://a.example/deep/d.png'],
      next: undefined,
      sendsTo: undefined,
    });
  });

  it.each([
    ['<meta http-equiv="refresh" content="0; url=/there"><p>Wait</p>', 'https://a.example/there'],
    ['<meta http-equiv=Refresh content="3;URL=\'https://b.example/x\'">', 'https://b.example/x'],
    ['<meta http-equiv="refresh" content="900">', undefined],
    ['<meta http-equiv="refresh" content="0; url=javascript:x">', undefined],
    [`<meta http-equiv="refresh" content="0; url=/there"><p>${'word '.repeat(100)}</p>`, undefined],
  ])('are another page where it only sends there: %s', (html, wanted) => {
    expect(listPageParts({ bytes: bytesOf(html), charset: undefined, url: 'https://a.example/' }).sendsTo).toBe(wanted);
  });

  it('in styles are found as styles write them', () => {
    const css = '@import "a.css"; @import url(b.css) screen; @import url("c.css"); p { background: url( \'d.png\' ); src: url(e.woff2), url("data:font/woff,x") } /* url(f.png) */';
    expect(listStyleReferences(css, 'https://a.example/s/x.css')).toEqual({
      imports: ['https://a.example/s/a.css', 'https://a.example/s/b.css', 'https://a.example/s/c.css'],
      files: ['https://a.example/s/d.png', 'https://a.example/s/e.woff2', 'https://a.example/s/f.png'],
    });
  });
});

it.each([
  ['https://a.example/picture.png', {}, false],
  ['https://a.example/track.png', {}, false],
  ['https://a.example/photo.png?x=1', { width: '640', height: '2' }, false],
  ['https://ad.doubleclick.net/x', {}, true],
  ['https://www.facebook.com/tr?id=1', {}, true],
  ['https://a.example/pixel.gif?id=7', {}, true],
  ['https://a.example/x.png', { width: '1', height: '1' }, true],
  ['https://a.example/x.png', { width: '0', height: '0px' }, true],
])('%s with %j is a tracker: %s', (url, size, wanted) => {
  expect(isTracker(new URL(url), size)).toBe(wanted);
});

describe('a feed', () => {
  it.each([
    ['RSS', '<rss version="2.0"><channel><item><link>https://a.example/1</link></item><item><link>/2</link></item><item><link>javascript:x</link></item><item><link>https://a.example/1</link></item></channel></rss>'],
    ['Atom', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://a.example/1"/></entry><entry><link rel="alternate" href="https://a.example/2"/></entry></feed>'],
    ['JSON', '{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"https://a.example/1"},{"url":"/2"},{"id":"x"},7]}'],
  ])('(%s) names its entries', (kind, text) => {
    expect(isFeed(kind === 'JSON' ? 'application/json' : 'text/xml', bytesOf(text))).toBe(true);
    expect(readFeed({ bytes: bytesOf(text), url: 'https://a.example/feed' })).toEqual(['https://a.example/1', 'https://a.example/2']);
  });

  it('that is none, breaks off or expands without end has no entries', () => {
    expect(isFeed('text/html', bytesOf('<html>'))).toBe(false);
    expect(readFeed({ bytes: bytesOf('{"items":'), url: 'https://a.example/' })).toEqual([]);
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">${'bcdefgh'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`).join('')}]><rss><channel><item><link>https://a.example/&h;</link></item></channel></rss>`;
    expect(readFeed({ bytes: bytesOf(bomb), url: 'https://a.example/' }).join('').length).toBeLessThan(100);
  });
});

it('a saved file has a name that is no path', () => {
  const named = (url: string, type = 'mhtml') => fileNameOf(new URL(url), type);
  expect(named('https://a.example/news/the-lamp.html')).toBe('the-lamp.mhtml');
  expect(named('https://a.example/')).toBe('a.example.mhtml');
  expect(named('https://a.example/..%2f..%2fetc%2fpasswd')).toBe('etc-passwd.mhtml');
  expect(named('https://a.example/report?x', 'application/pdf')).toBe('report.pdf');
  expect(named('https://a.example/x.odd', 'application/x-odd')).toBe('x.odd');
  for (const type of ['constructor', '__proto__', 'tostring']) expect(named('https://a.example/x', type)).toBe('x.bin');
  for (const device of ['con', 'PRN', 'Aux.txt', 'nul', 'com1', 'lpt9.x.y', 'com%C2%B9']) expect(named(`https://a.example/${device}`)).toMatch(/^page-/);
  expect(named('https://nul.example/')).toBe('page-nul.example.mhtml');
  expect(named('https://a.example/console')).toBe('console.mhtml');
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (url, type) => {
      expect(named(url, type)).toMatch(/^[^/\\\0]{1,120}$/);
    }),
  );
});

it('addresses come by turns of their hosts, each once', async () => {
  const given = ['https://a.example/1', 'https://a.example/2', ' https://a.example/1 ', 'https://b.example/1', 'nothing', 'https://a.example/3'];
  const sources: string[] = [];
  for await (const { source } of orderAddresses(given, { later: false })) sources.push(source);
  expect(sources).toEqual(['https://a.example/1', 'https://b.example/1', 'nothing', 'https://a.example/2', 'https://a.example/3']);
  const kept: string[] = [];
  for await (const { source } of orderAddresses(given, { later: true })) kept.push(source);
  expect(kept).toEqual(['https://a.example/1', 'https://a.example/2', 'https://b.example/1', 'nothing', 'https://a.example/3']);
  expect(labelOfAddresses(given)).toBe('a.example and 5 more');
  expect(labelOfAddresses(['nothing at all'])).toBe('nothing at all');
});
