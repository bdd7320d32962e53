import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeRecord, makeResponse, makeWarc } from './fixtures/make-warc.ts';
import { outline, walkBytes } from './fixtures/walk-bytes.ts';

const PAGE = '<title>Ferry</title><p>It left.</p>';
const page = (target: string, body: string | Buffer = PAGE, options: Parameters<typeof makeResponse>[1] = {}) => ({ type: 'response', target, block: makeResponse(body, options) });
const AS_FILE = `file https://a.example/ferry: ${PAGE}`;

describe('a web archive', () => {
  it('gives its pages, with their addresses and when they were saved', async () => {
    expect(await walkBytes(makeWarc([page('https://a.example/news/ferry?id=1')]), 'x.warc')).toMatchObject([
      { kind: 'file', item: 'https://a.example/news/ferry?id=1', fileName: 'ferry.html', given: { url: 'https://a.example/news/ferry?id=1', savedAt: '2024-05-01T10:00:00Z' } },
    ]);
  });

  it('tells pages from all that is no article', async () => {
    const records = [
      { type: 'warcinfo', block: 'software: test', contentType: 'application/warc-fields' },
      page('https://a.example/old', 'Moved', { status: '301 Moved', headers: ['Location: /ferry'] }),
      page('https://a.example/ferry'),
      { type: 'request', target: 'https://a.example/ferry', block: 'GET /ferry HTTP/1.1\r\n\r\n' },
      page('https://a.example/gone', PAGE, { status: '404 Not Found' }),
      page('https://a.example/a.png', 'x', { type: 'image/png' }),
      page('https://a.example/data', '{}', { type: 'application/json' }),
      page('https://a.example/odd', 'x', { type: 'constructor' }),
      page('https://a.example/robots.txt', 'User-agent: *', { type: 'text/plain' }),
      page('https://a.example/empty', ''),
      { type: 'revisit', target: 'https://a.example/ferry', block: makeResponse('') },
      { type: 'response', target: 'dns:a.example', block: '20240501 1.2.3.4', contentType: 'text/dns' },
      { type: 'resource', target: 'metadata://wget/log', block: 'log', contentType: 'text/plain' },
    ];
    expect(await outline(makeWarc(records), 'x.warc')).toEqual([
      'companion https://a.example/old',
      AS_FILE,
      'companion https://a.example/gone',
      'companion https://a.example/a.png',
      'companion https://a.example/data',
      'companion https://a.example/odd',
      'companion https://a.example/robots.txt',
      'companion https://a.example/empty',
      'companion dns:a.example',
      'companion metadata://wget/log',
    ]);
  });

  it('gives resources, conversions and documents too', async () => {
    const records = [
      { type: 'resource', target: '<https://a.example/ferry>', block: PAGE, contentType: 'text/html' },
      { type: 'conversion', target: 'https://a.example/text', block: 'Only text.', contentType: 'text/plain' },
      page('https://a.example/paper', '%PDF-1.4', { type: 'application/pdf' }),
    ];
    expect(await outline(makeWarc(records), 'x.warc')).toEqual([AS_FILE, 'file https://a.example/text: Only text.', 'file https://a.example/paper: %PDF-1.4']);
  });

  it('undoes how pages were sent', async () => {
    const sent = [
      page('https://a.example/ferry', gzipSync(PAGE), { headers: ['Content-Encoding: gzip'] }),
      page('https://a.example/ferry', brotliCompressSync(PAGE), { headers: ['Content-Encoding: br'] }),
      page('https://a.example/ferry', `5\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)}\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`, { headers: ['Transfer-Encoding: chunked'] }),
    ];
    expect(await outline(makeWarc(sent), 'x.warc')).toEqual([AS_FILE, AS_FILE.replace('ferry:', 'ferry (2):'), AS_FILE.replace('ferry:', 'ferry (3):')]);
  });

  it('is read packed, record by record or as a whole', async () => {
    const records = ['ferry', 'lamp'].map((name) => makeRecord(page(`https://a.example/${name}`)));
    const expected = [AS_FILE, AS_FILE.replace('ferry', 'lamp')];
    expect(await outline(Buffer.concat(records.map((record) => gzipSync(record))), 'x.warc.gz')).toEqual(expected);
    expect(await outline(gzipSync(Buffer.concat(records)), 'x.warc.gz')).toEqual(expected);
    expect(await outline(Buffer.concat(records.map((record) => zstdCompressSync(record))), 'x.warc.zst')).toEqual(expected);
  });

  it('goes on behind a wrong length, and says that something is wrong', async () => {
    const lamp = page('https://a.example/lamp');
    expect(await outline(makeWarc([{ ...page('https://a.example/ferry'), claimedBytes: 75 }, lamp]), 'x.warc')).toEqual([
      `file https://a.example/ferry: ${PAGE.slice(0, 75 - makeResponse('').length)}`,
      AS_FILE.replace('ferry', 'lamp'),
      'failed itself: malformed',
    ]);
    expect(await outline(Buffer.concat([makeWarc([page('https://a.example/ferry')]), Buffer.from('noise\n'), makeWarc([lamp])]), 'x.warc')).toEqual([AS_FILE, AS_FILE.replace('ferry', 'lamp'), 'failed itself: malformed']);
    expect(await outline(makeWarc([page('https://a.example/ferry'), lamp]).subarray(0, -30), 'x.warc')).toEqual([AS_FILE, `file https://a.example/lamp: ${PAGE.slice(0, -26)}`, 'failed itself: malformed']);
  });

  it('says that it holds no page', async () => {
    expect(await outline(makeWarc([{ type: 'request', target: 'https://a.example/', block: 'GET / HTTP/1.1\r\n\r\n' }]), 'x.warc')).toEqual(['failed itself: empty']);
  });
});

describe('an archive of the older kind (ARC)', () => {
  it('gives its pages', async () => {
    const response = makeResponse(PAGE);
    const about = '1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n';
    const arc = `filedesc://x.arc 0.0.0.0 20240501100000 text/plain ${about.length}\n${about}\nhttps://a.example/ferry 1.2.3.4 20240501100000 text/html ${response.length}\n${response.toString()}\n`;
    expect(await walkBytes(Buffer.from(arc), 'x.arc')).toMatchObject([{ item: 'https://a.example/ferry', given: { url: 'https://a.example/ferry', savedAt: '2024-05-01T10:00:00Z' } }]);
  });
});
