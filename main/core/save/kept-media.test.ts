import fs from 'node:fs';
import path from 'node:path';
import type http from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Outcome } from '../../contract/define.ts';
import { ImportId, type ArticleId } from '../../contract/ids.ts';
import type { ImportProgress } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import type { Library } from '../open-library.ts';
import { hashBytes } from '../store/blobs.ts';
import { libraryFolder } from '../store/library-folder.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { article } from './fixtures/hard-pages.ts';
import { makeWav, makeWebm } from './fixtures/media.ts';
import { makePng } from './fixtures/pictures.ts';
import { openToSave, saveInTest } from './fixtures/save-in-test.ts';
import { serveLocal } from './fixtures/serve-local.ts';
import { MediaFile } from './media-file.ts';

// Videos and sounds that are kept as files, on the whole library with its real workers.

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

const FILM = makeWebm(6_000_000);
const SOUND = makeWav(3);
const STORY = article(
  'harbour',
  `<figure><video poster="still.png"><source src="film.m3u8"><source src="film.webm#t=2"></video><figcaption>The harbour at night</figcaption></figure>
  <p>Hear the horn: <audio src="/sound.wav" controls></audio></p><video src="gone.mp4"></video><video src="lie.mp4"></video>
  <iframe width=560 height=315 src="https://www.youtube.com/embed/abc123"></iframe><video class="preroll" src="ad.mp4"></video>`,
).replace('</body>', '<aside class="sidebar"><h2>More videos</h2><video src="other.webm"></video></aside></body>');

const FILES: Readonly<Record<string, readonly [type: string, content: Buffer]>> = {
  '/still.png': ['image/png', makePng(40, 30, [9, 9, 90])],
  '/film.m3u8': ['application/vnd.apple.mpegurl', Buffer.from('#EXTM3U\n#EXTINF:4,\npiece-1.ts\n')],
  '/film.webm': ['video/webm', FILM],
  '/sound.wav': ['text/plain', SOUND],
  '/other.webm': ['video/webm', FILM],
};

/** What is named as a video and is a page without an end. */
function lie(response: http.ServerResponse): void {
  response.writeHead(200, { 'content-type': 'video/mp4' });
  const more = () => {
    while (response.write('<p>Watch it in our application!</p>'.repeat(100)));
  };
  response.on('drain', more);
  more();
}

const harbour = (request: http.IncomingMessage, response: http.ServerResponse): void => {
  const found = FILES[request.url ?? ''];
  if (request.url === '/story') response.writeHead(200, { 'content-type': 'text/html' }).end(STORY);
  else if (request.url === '/lie.mp4') lie(response);
  else if (found) response.writeHead(200, { 'content-type': found[0] }).end(found[1]);
  else response.writeHead(404).end('not here');
};

async function readOnly(library: Library) {
  const { articles } = value(await library.client['articles.list']({}));
  expect(articles).toHaveLength(1);
  const [first] = articles;
  const read = first && (await library.readArticle(first.id));
  if (!read) throw new Error('it is not there');
  return { ...read, id: first.id };
}

async function bytesOf(library: Library, id: ArticleId, sha256: string): Promise<Buffer> {
  const slices: Buffer[] = [];
  for (let at = 0, all = 1; at < all; ) {
    const { status, body, fileBytes = 0, headers } = await library.serveArticle(`/articles/${id}/images/${sha256}`, at);
    expect(status).toBe(200);
    expect(headers['x-content-type-options']).toBe('nosniff');
    slices.push(Buffer.from(body));
    at += slices.at(-1)?.length ?? 0;
    all = fileBytes;
  }
  return Buffer.concat(slices);
}

it('the videos and sounds of an article are kept where they are asked for, and named where they cannot be had', { timeout: 60_000 }, async () => {
  const site = await serveLocal(harbour);
  const root = makeScratchFolder();
  const library = await openToSave([site.host], {}, root);
  const { entries } = await saveInTest(library, [site.url('/story').href], { media: true });
  expect(entries).toMatchObject([{ list: 'imported' }]);
  const { id, html, text, article: { extra } } = await readOnly(library);
  const [film, sound] = [hashBytes(FILM), hashBytes(SOUND)];
  const link = (name: string, label: string) => `<a lang="en" href="${site.url(name).href}" rel="noopener noreferrer">${label}</a>`;
  expect(html).toMatch(new RegExp(`<video src="images/${film}" poster="images/[0-9a-f]{64}" controls preload="metadata">`));
  expect(html).toContain(`<audio src="images/${sound}" controls preload="metadata">${link('/sound.wav', 'Audio')}</audio>`);
  expect(html.match(/<video|<audio/g)).toHaveLength(2);
  // What was not to be had is a link, as without asking; so is what only another site plays.
  for (const name of ['/gone.mp4', '/lie.mp4']) expect(html).toContain(link(name, 'Video'));
  expect(html).toContain('href="https://www.youtube.com/watch?v=abc123"');
  expect(extra).toMatchObject({ missingMedia: [site.url('/gone.mp4').href, site.url('/lie.mp4').href] });
  expect(text).toContain('Hear the horn:');
  expect(text).not.toMatch(/Video|Audio/);
  const asked = site.asked.map(({ url }) => url);
  for (const unasked of ['/ad.mp4', '/other.webm', '/piece-1.ts']) expect(asked).not.toContain(unasked);

  expect((await bytesOf(library, id, film)).equals(FILM)).toBe(true);
  expect((await bytesOf(library, id, sound)).equals(SOUND)).toBe(true);
  const { requests } = value(await library.client['ledger.list']({ search: 'film.webm' }));
  expect(requests).toMatchObject([{ purpose: 'media', status: 200, bytes: FILM.length, error: null }]);

  // The kept page is small: its film is a file of its own. Read again, it is the same article.
  const original = await library.serveArticle(`/articles/${id}/original`);
  expect(original.body.length).toBeLessThan(100_000);
  expect(value(await library.client['articles.extractAgain']({ ids: [id] }))).toEqual({ changed: [], same: [id], left: [] });
  const snapshot = await library.serveArticle(`/articles/${id}/snapshot`);
  expect(snapshot.status).toBe(200);
  expect(String(snapshot.body)).not.toMatch(/<video|<audio/);
  expect(value(await library.client['library.verify']({}))).toMatchObject({ ok: true });
  expect(fs.existsSync(libraryFolder(root).incoming) ? fs.readdirSync(libraryFolder(root).incoming) : []).toEqual([]);
});

it('an article gets its videos when they are asked for later, and keeps them when its page is fetched again', { timeout: 60_000 }, async () => {
  const site = await serveLocal(harbour);
  const library = await openToSave([site.host]);
  const save = async (media: boolean) => (await saveInTest(library, [site.url('/story').href], { media })).entries;
  expect(await save(false)).toMatchObject([{ list: 'imported' }]);
  expect(site.asked.map(({ url }) => url)).not.toContain('/film.webm');
  expect((await readOnly(library)).html).not.toContain('<video');
  expect(await save(true)).toMatchObject([{ list: 'duplicates', action: 'versioned' }]);
  // Taken back, it is not there any more, and can be had again.
  const { imports } = value(await library.client['imports.list']({}));
  value(await library.client['imports.undo']({ importId: imports[0]?.id ?? ImportId.parse('none') }));
  expect((await readOnly(library)).html).not.toContain('<video');
  expect(await save(true)).toMatchObject([{ list: 'duplicates', action: 'versioned' }]);
  const { html } = await readOnly(library);
  expect(html).toContain(`<video src="images/${hashBytes(FILM)}"`);
  for (const media of [true, false]) {
    expect(await save(media)).toMatchObject([{ list: 'duplicates', action: 'skipped' }]);
    expect((await readOnly(library)).html).toBe(html);
  }
});

it('how far a long video has come is told, and nothing of it is left when it is cancelled', { timeout: 60_000 }, async () => {
  let closed = false;
  const site = await serveLocal((request, response) => {
    if (request.url !== '/film.webm') return harbour(request, response);
    response.writeHead(200, { 'content-type': 'video/webm', 'content-length': 900_000_000 });
    const dripping = setInterval(() => response.write(FILM.subarray(0, 50_000)), 50);
    response.on('close', () => {
      closed = true;
      clearInterval(dripping);
    });
  });
  const root = makeScratchFolder();
  const library = await openToSave([site.host], {}, root);
  const steps: ImportProgress['saving'] = [];
  library.events.listen((event) => {
    if (event.type === 'import-progress') steps.push(...event.progress.saving.filter(({ stage }) => stage === 'media'));
  });
  const { importId } = value(await library.client['saving.start']({ addresses: [site.url('/story').href], options: { media: true } }));
  await expect.poll(() => steps.length, { timeout: 20_000 }).toBeGreaterThan(2);
  expect(steps.at(-1)).toMatchObject({ source: site.url('/story').href, total: 900_000_000 });
  expect(steps.at(-1)?.done).toBeGreaterThan(100_000);
  value(await library.client['imports.cancel']({ importId }));
  await expect.poll(() => closed).toBe(true);
  await expect.poll(async () => value(await library.client['imports.get']({ importId })).state).toBe('cancelled');
  expect(value(await library.client['articles.list']({})).total).toBe(0);
  await expect.poll(() => (fs.existsSync(libraryFolder(root).incoming) ? fs.readdirSync(libraryFolder(root).incoming, { recursive: true }) : [])).toEqual([]);
});

it('a file that only says that the library has its video is not believed', { timeout: 60_000 }, async () => {
  const site = await serveLocal(harbour);
  const library = await openToSave([site.host]);
  await saveInTest(library, [site.url('/story').href], { media: true });
  const folder = makeScratchFolder();
  const file = path.join(folder, 'stolen.mhtml');
  const parts = [
    ['Content-Type: text/html', 'Content-Location: https://thief.example/a', '', article('thief', '<video src="https://thief.example/f.mp4"></video>')],
    ['Content-Type: video/webm', 'Content-Location: https://thief.example/f.mp4', `Carrel-Media: ${hashBytes(FILM)}`, '', ''],
  ];
  fs.writeFileSync(file, ['From: <Saved by Carrel>', 'Snapshot-Content-Location: https://thief.example/a', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary="b"', '', ...parts.flatMap((part) => ['--b', ...part]), '--b--', ''].join('\r\n'));
  const { importId } = value(await library.client['imports.startPaths']({ paths: [file] }));
  await expect.poll(async () => value(await library.client['imports.get']({ importId })).state, { timeout: 20_000 }).toBe('finished');
  const { articles } = value(await library.client['articles.list']({ sort: 'title' }));
  const stolen = articles.find(({ title }) => title.includes('thief'));
  const read = stolen && (await library.readArticle(stolen.id));
  expect(read?.html).toContain('href="https://thief.example/f.mp4"');
  expect(read?.html).not.toMatch(/<video|images\//);
  expect(stolen && (await library.serveArticle(`/articles/${stolen.id}/images/${hashBytes(FILM)}`)).status).toBe(404);
});

it.skipIf(process.platform !== 'linux')('a full disk is told as that, and not as a missing video', () => {
  const media = new MediaFile('/dev/full');
  media.begin(SOUND.length);
  expect(() => media.write(SOUND)).toThrow(expect.objectContaining({ code: 'disk-full' }));
});

it('a stream that says not how long it is, one that is too long and one there is no room for are let go of', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const media = new MediaFile(path.join(makeScratchFolder(), 'media-1'));
  media.begin(0);
  media.write(FILM.subarray(0, 1_000));
  vi.advanceTimersByTime(LIMITS.fetchEndlessMs + 1);
  expect(() => media.write(FILM)).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(media.takenBytes()).toBe(1_000 + FILM.length);
  // What came packed in more than it is counts as that.
  media.over(FILM.length);
  expect(media.takenBytes()).toBe(FILM.length);
  expect(() => media.begin(1e15)).toThrow(expect.objectContaining({ code: 'too-large', message: expect.stringContaining('room on the disk') }));
});
