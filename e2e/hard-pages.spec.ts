import { once } from 'node:events';
import http from 'node:http';
import { findHardPage, HARD_PAGES, serveFarPictures, type Hosts } from '../main/core/save/fixtures/hard-pages.ts';
import { portOf } from '../main/core/save/fixtures/port-of.ts';
import { call, expect, listImports, test } from './fixtures/app-test.ts';
import { watchForHarm } from './fixtures/watch-for-harm.ts';

test('every hard page that was saved is shown without the net, as an article and as it was: no request leaves', async ({ app, window }) => {
  test.setTimeout(300_000);
  const servers = [http.createServer(), http.createServer()] as const;
  for (const server of servers) await once(server.listen(0, '0.0.0.0'), 'listening');
  const [paper, pictures] = servers;
  const hosts: Hosts = { paper: `127.0.0.1:${portOf(paper)}`, pictures: `127.0.0.2:${portOf(pictures)}` };
  // The same site under several names: each is left alone for a while after each page.
  const names = Array.from({ length: 10 }, (_, at) => `127.0.0.${at + 11}:${portOf(paper)}`);
  paper.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => findHardPage(request.url ?? '')?.serve(request, response, hosts));
  pictures.on('request', (request: http.IncomingMessage, response: http.ServerResponse) => serveFarPictures(request, response, hosts));
  await call(window, 'settings.change', { allowedHosts: [...Object.values(hosts), ...names] });
  await call(window, 'saving.start', { addresses: HARD_PAGES.map(({ path }, at) => `http://${names[at % names.length]}${path}`) });
  await expect.poll(async () => (await listImports(window))[0]?.state, { timeout: 200_000 }).toBe('finished');
  // From here on there is no net.
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }

  const watch = await watchForHarm(window, app.host.origin);
  const { articles } = await call(window, 'articles.list', { limit: 500 });
  expect(articles.length).toBeGreaterThan(38);
  let [shown, asItWas] = [0, 0];
  for (const { id, title } of articles) {
    for (const place of ['', 'snapshot']) {
      const address = `${app.host.origin}/articles/${id}/${place}`;
      const answer = await window.request.get(address);
      if (place === 'snapshot' && answer.status() === 404) continue;
      expect(answer.status(), `${title} ${place}`).toBe(200);
      await window.goto(address);
      const { images, text } = await window.evaluate(() => ({ images: Array.from(document.images, ({ naturalWidth, src }) => ({ naturalWidth, src: src.slice(0, 80) })), text: document.body.innerText }));
      expect(text.length, `${title} ${place}`).toBeGreaterThan(100);
      // A page as it was may have had pictures that nobody could get; an article has only those that it keeps.
      for (const { naturalWidth, src } of images) if (place === '' || src.startsWith('data:')) expect(naturalWidth, `${title} ${place} ${src}`).toBeGreaterThan(0);
      if (place === '') shown += images.length;
      else asItWas += 1;
    }
  }
  expect(shown).toBeGreaterThan(15);
  expect(asItWas).toBeGreaterThan(35);
  expect(watch.found()).toEqual([]);
});
