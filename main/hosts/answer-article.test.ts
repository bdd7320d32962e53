import { expect, test } from 'vitest';
import { answerArticle, type Served } from './answer-article.ts';

const FILE = Uint8Array.from({ length: 100 }, (_, at) => at);

/** Slices of at most seven bytes. */
function serve(_path: string, from: number): Promise<Served> {
  return Promise.resolve({ status: 200, headers: { 'content-type': 'video/mp4' }, body: FILE.slice(from, from + 7), fileBytes: FILE.length });
}

async function ask(range?: string) {
  const { status, headers, body } = await answerArticle(serve, '/articles/A/images/B', range);
  const chunks: number[] = [];
  if (body instanceof Uint8Array) chunks.push(...body);
  else if (typeof body !== 'string') for await (const slice of body) chunks.push(...slice);
  expect(Number(headers['content-length'] ?? 0)).toBe(chunks.length);
  return { status, part: headers['content-range'], bytes: chunks };
}

const part = (first: number, last: number) => [...FILE.subarray(first, last + 1)];

test.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b', 'bytes=-5-'])('all of it for %j', async (range) => {
  expect(await ask(range)).toEqual({ status: 200, part: undefined, bytes: part(0, 99) });
});

test.each([
  ['bytes=0-', 0, 6],
  ['bytes=0-0', 0, 0],
  ['bytes=3-20', 3, 9],
  ['bytes=3-5', 3, 5],
  ['bytes=95-', 95, 99],
  ['bytes=95-2000', 95, 99],
  ['bytes=-3', 97, 99],
  ['bytes=-2000', 0, 6],
  [' Bytes = 3 - 9 ', 3, 9],
])('%s', async (range, first, last) => {
  expect(await ask(range)).toEqual({ status: 206, part: `bytes ${first}-${last}/100`, bytes: part(first, last) });
});

test.each(['bytes=100-', 'bytes=2000-3000', 'bytes=-0'])('no part for %s', async (range) => {
  expect(await ask(range)).toEqual({ status: 416, part: 'bytes */100', bytes: [] });
});

test('what has no parts is sent as it is', async () => {
  const document: Served = { status: 200, headers: { 'content-type': 'text/html' }, body: '<p>' };
  expect(await answerArticle(() => Promise.resolve(document), '/articles/A/', 'bytes=0-1')).toEqual(document);
  const missing: Served = { status: 404, headers: {}, body: 'no' };
  expect(await answerArticle(() => Promise.resolve(missing), '/articles/A/images/B', 'bytes=0-1')).toEqual(missing);
});

test('what goes away while it is sent breaks off', async () => {
  const { body } = await answerArticle(async (path, from) => (from === 0 ? await serve(path, 0) : { status: 404, headers: {}, body: 'no' }), '/articles/A/images/B', undefined);
  await expect(async () => {
    if (typeof body !== 'string') for await (const slice of body) expect(slice).toBeDefined();
  }).rejects.toThrow('not there any more');
});
