import fs from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { AllowedHosts } from './check-address.ts';
import { Fetcher, type Fetched, type ToFetch } from './fetcher.ts';
import { serveLocal } from './fixtures/serve-local.ts';
import { PageCapture } from './page-capture.ts';

const PAGE = Buffer.from('<!doctype html><title>Lamps</title><p>Lamp oil.');
const fetched = (url: URL, more: Partial<Fetched> = {}): Fetched => ({ url, type: 'text/html', charset: undefined, bytes: PAGE, ...more });

/** A save whose net is a function. */
function makeCapture(answer: (wanted: ToFetch) => Fetched, allowed: readonly string[] = []) {
  const asked: ToFetch[] = [];
  const fetch = async (wanted: ToFetch): Promise<Fetched> => {
    asked.push(wanted);
    return answer(wanted);
  };
  const folder = makeScratchFolder();
  const capture = new PageCapture({ fetcher: { fetch }, folder, allowed: new AllowedHosts(allowed), now: () => new Date() });
  onTestFinished(() => capture.abort());
  return { capture, asked, folder };
}

const missing = (): never => {
  throw new LibraryError('page-missing', 'There is none.');
};

it('asks for so many addresses and no more, also where none of them is to be had', async () => {
  const { capture, asked } = makeCapture(({ url, purpose }) => (purpose === 'page' ? fetched(url) : missing()));
  await capture.land('https://paper.example/');
  let goesOn = true;
  for (let n = 0; goesOn && n < LIMITS.savedAddresses; n += 1) goesOn = await capture.addPart(['a', 'b', 'c'].map((name) => `https://paper.example/${n}/${name}.png`));
  expect(goesOn).toBe(false);
  await capture.addStyle('https://paper.example/style.css');
  expect(await capture.fetchNext('https://paper.example/2')).toBeUndefined();
  expect(asked).toHaveLength(1 + LIMITS.savedAddresses);
});

it.each([
  ['https://paper.example/', 'https://paper.example/', false],
  ['http://router/', 'http://router/', true],
  ['http://router/', 'https://paper.example/', false],
])('what %s, which led to %s, may name of the hosts that the user allows: all of them is %s', async (address, landed, all) => {
  const { capture, asked } = makeCapture(({ url, purpose }) => (purpose === 'page' ? fetched(new URL(landed)) : fetched(url)), ['router', 'printer']);
  await capture.land(address);
  await capture.addPart(['http://printer/a.png']);
  const [page, part] = asked;
  const isAllowed = (wanted: ToFetch | undefined, host: string) => wanted?.allowed.has(new URL(`http://${host}/`)) === true;
  expect([isAllowed(part, 'router'), isAllowed(part, 'printer')]).toEqual([all, all]);
  // What is named by the user may send on to what the user allows, where that is a host of that kind itself.
  expect(isAllowed(page, 'printer')).toBe(address.startsWith('http://router'));
});

it('takes further pages up to what is read of one file, with room for the parts', async () => {
  const large = { bytes: Buffer.alloc(LIMITS.savedPageBytes, 'Lamp oil. ') };
  const { capture, folder } = makeCapture(({ url, purpose }) => fetched(url, purpose === 'page' ? {} : large));
  const { path: file } = await capture.land('https://paper.example/');
  const kept: boolean[] = [];
  for (let n = 2; n < 6; n += 1) {
    await capture.fetchNext(`https://paper.example/${n}`);
    kept.push(capture.keepNext());
  }
  expect(kept).toEqual([true, false, false, false]);
  capture.end();
  expect(fs.statSync(path.join(folder, path.basename(file))).size).toBeLessThan(LIMITS.savedFileBytes - LIMITS.savedPartsBytes);
});

it.each(['text/plain', 'image/png', 'application/pdf', 'application/xml', ''])('a page that is sent as %s is one', async (type) => {
  const { capture } = makeCapture(({ url }) => fetched(url, { type, bytes: Buffer.from(`\uFEFF<?xml version="1.0"?>\n<!-- saved -->${PAGE.toString()}`) }));
  expect(await capture.land('https://paper.example/')).toMatchObject({ kind: 'page' });
});

it.each([
  ['one that is under way and one that waits for it', ['/hangs.png', '/waits.png'], 1],
  ['one that is to be asked for again after a while', ['/busy.png'], 2],
])('the parts of a page are let go of when their time is up: %s', async (_which, pictures, ended) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const site = await serveLocal((request, response) => {
    if (request.url === '/story') response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Here</p>');
    if (request.url === '/busy.png') response.writeHead(503, { 'retry-after': '60' }).end();
  });
  const requests = { begun: 0, ended: 0 };
  const ledger = { begin: () => (requests.begun += 1), end: () => void (requests.ended += 1) };
  const fetcher = new Fetcher({ ledger, userAgent: 'Carrel/test', times: { pageGapMs: 0, backOffMs: 0 } });
  onTestFinished(() => fetcher.close());
  const capture = new PageCapture({ fetcher, folder: makeScratchFolder(), allowed: new AllowedHosts([site.host]), now: () => new Date() });
  await capture.land(site.url('/story').href);
  const adding = Promise.all(pictures.map((picture) => capture.addPart([site.url(picture).href])));
  await expect.poll(() => site.asked.length).toBe(2);
  await expect.poll(() => requests).toEqual({ begun: 2, ended });
  vi.advanceTimersByTime(LIMITS.savedPartsMs);
  expect(await adding).toEqual(pictures.map(() => false));
  capture.end();
  expect(site.asked).toHaveLength(2);
});
