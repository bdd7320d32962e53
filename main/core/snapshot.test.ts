import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ARTICLE_FRAME_SANDBOX, SNAPSHOT_MARK, snapshotPath } from '../contract/reading.ts';
import { openForTest as open } from './library-fixtures.ts';
import { SNAPSHOT_POLICY } from './reading/snapshot-document.ts';
import { libraryFolder } from './store/library-folder.ts';
import { makeScratchFolder } from './store/store-fixtures.ts';

// Pages that are handed out as they were, on the whole library with its real workers.

const SENTENCE = 'The ferry left the harbour an hour late, and nobody on the quay could say why. ';
const page = (title: string, head = '') => `<html lang="en"><head><title>${title}</title>${head}</head><body><article><h1>${title}</h1>${`<p>${title}, they said. ${SENTENCE.repeat(4)}</p>`.repeat(3)}</article><script>x()</script></body></html>`;

it('a page is handed out as it was, locked; what has none or cannot be shown says so', { timeout: 60_000 }, async () => {
  const root = makeScratchFolder();
  const folder = makeScratchFolder();
  fs.writeFileSync(path.join(folder, 'ferry.html'), page('Ferry late', '<style>h1{color:teal}</style>'));
  fs.writeFileSync(path.join(folder, 'lost.html'), page('Lost', `<!-- ${'long '.repeat(250_000)} -->`));
  fs.writeFileSync(path.join(folder, 'night.txt'), `A long night\n\n${SENTENCE.repeat(4)}\n`);
  const library = await open(root);
  await library.client['imports.startPaths']({ paths: [folder] });
  await expect.poll(async () => library.client['imports.list']({}), { timeout: 30_000 }).toMatchObject({ value: { imports: [{ state: 'finished' }] } });
  const listed = await library.client['articles.list']({});
  if (!listed.ok) throw new Error(listed.error.message);
  const idOf = (name: string) => {
    const found = listed.value.articles.find(({ source }) => source.name === name);
    if (!found) throw new Error(`there is no article of ${name}`);
    return found.id;
  };

  const served = await library.serveArticle(snapshotPath(idOf('ferry.html')));
  expect(served).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': SNAPSHOT_POLICY, 'x-content-type-options': 'nosniff' } });
  const document = Buffer.from(served.body).toString();
  expect(document).toContain('<style>h1{color:teal}</style>');
  expect(document).not.toContain('script');
  expect(await library.client['articles.original']({ id: idOf('ferry.html') })).toMatchObject({ ok: true, value: { kind: 'html', snapshot: true } });

  expect(await library.client['articles.original']({ id: idOf('night.txt') })).toMatchObject({ ok: true, value: { snapshot: false } });
  for (const address of [snapshotPath(idOf('night.txt')), `${snapshotPath(idOf('ferry.html'))}/`, '/articles/nothing/snapshot']) expect((await library.serveArticle(address)).status).toBe(404);

  // Where it stands in a file of its own, the file may be gone.
  fs.rmSync(libraryFolder(root).blobs, { recursive: true, force: true });
  const failed = await library.serveArticle(snapshotPath(idOf('lost.html')));
  expect(failed).toMatchObject({ status: 422, headers: { 'content-security-policy': SNAPSHOT_POLICY } });
  expect(failed.body).toContain(`<meta name="${SNAPSHOT_MARK}" content="failed">`);
  expect(failed.body).toContain('The file that it was imported from is not in the library any more.');
});

it('the document of a snapshot is locked twice, and scripts are allowed by neither lock', () => {
  for (const part of ["default-src 'none'", 'img-src data:', "style-src 'unsafe-inline'", 'font-src data:', 'media-src data:', "base-uri 'none'", "form-action 'none'", "frame-ancestors 'self'", 'sandbox allow-same-origin']) expect(SNAPSHOT_POLICY).toContain(part);
  expect(`${SNAPSHOT_POLICY} ${ARTICLE_FRAME_SANDBOX}`).not.toMatch(/allow-scripts|script-src|unsafe-eval|allow-forms|allow-popups|allow-top|https?:|\*/);
});
