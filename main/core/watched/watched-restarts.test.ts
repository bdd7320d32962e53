import fs from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { folders, imports, longEnough, only, openToClose, openWatching, story, titles, untilTaken, value, watch, write } from './watched-fixtures.ts';

// What a watched folder has brought when Carrel is closed, paused or stopped in between.

describe('a watched folder', { timeout: 90_000 }, () => {
  it('takes nothing again at the next start, also not what the user has deleted since, and takes what came while Carrel was closed', async () => {
    const root = makeScratchFolder();
    const folder = makeScratchFolder();
    write(folder, 'kept.txt', story('A kept story'));
    write(folder, 'deleted.txt', story('A deleted story'));
    const first = await openToClose(root);
    await watch(first, folder);
    await untilTaken(first, 2);
    const { articles } = value(await first.client['articles.list']({}));
    const ids = articles.filter(({ title }) => title === 'A deleted story').map(({ id }) => id);
    value(await first.client['articles.remove']({ ids }));
    value(await first.client['articles.purge']({ ids }));
    await first.close();
    write(folder, 'late.txt', story('A late story'));

    const second = await openWatching(root);
    await untilTaken(second, 3);
    await longEnough();
    expect(await titles(second)).toEqual(['A kept story', 'A late story']);
    expect((await imports(second)).map(({ counts }) => counts)).toEqual([{ imported: 3, duplicates: 0, failed: 0, companions: 0 }]);
  });

  it('says once what failed, and tries it again when it is another', async () => {
    const root = makeScratchFolder();
    const folder = makeScratchFolder();
    const file = write(folder, 'story.txt', '');
    const library = await openToClose(root);
    await watch(library, folder);
    await untilTaken(library, 1);
    await library.close();
    const again = await openWatching(root);
    await longEnough();
    const counts = async () => (await imports(again)).map((one) => one.counts);
    expect(await counts()).toEqual([{ imported: 0, duplicates: 0, failed: 1, companions: 0 }]);
    fs.writeFileSync(file, story('A story that was empty'));
    // In its own line of the report.
    await vi.waitFor(async () => expect(await counts()).toEqual([{ imported: 1, duplicates: 0, failed: 0, companions: 0 }]), { timeout: 30_000 });
  });

  it('takes nothing while it is paused, over a restart too, and what came meanwhile when it is continued', async () => {
    const root = makeScratchFolder();
    const folder = makeScratchFolder();
    const first = await openToClose(root);
    const { id } = await watch(first, folder);
    expect(value(await first.client['watched.pause']({ id })).state).toBe('paused');
    write(folder, 'meanwhile.txt', story('Meanwhile'));
    await first.close();
    const library = await openWatching(root);
    await longEnough();
    expect(await only(library)).toMatchObject({ state: 'paused', taken: 0 });
    value(await library.client['watched.continue']({ id }));
    await untilTaken(library, 1);
    value(await library.client['watched.remove']({ id }));
    expect(await folders(library)).toEqual([]);
    write(folder, 'later.txt', story('Later'));
    await longEnough();
    expect(await titles(library)).toEqual(['Meanwhile']);
    expect(value(await library.client['library.verify']({})).problems).toEqual([]);
  });

  it('that is cancelled in the middle is paused; continued, it brings the rest, and each file is an article once', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    const files = 600;
    for (let index = 0; index < files; index += 1) write(folder, `${index}.txt`, story(`Report ${index}`));
    const { id } = await watch(library, folder);
    const running = await vi.waitFor(
      async () => {
        const [report] = await imports(library);
        if (!report) throw new Error('not begun');
        return report;
      },
      { timeout: 30_000, interval: 10 },
    );
    value(await library.client['imports.cancel']({ importId: running.id }));
    await vi.waitFor(async () => expect((await only(library)).state).toBe('paused'), { timeout: 30_000 });
    expect((await only(library)).taken).toBeLessThan(files);
    value(await library.client['watched.continue']({ id }));
    await untilTaken(library, files);
    expect(value(await library.client['articles.list']({})).total).toBe(files);
    expect((await imports(library)).map(({ counts }) => counts)).toEqual([{ imported: files, duplicates: 0, failed: 0, companions: 0 }]);
  });

  it('goes on when Carrel is closed while its files come in, in the same report', async () => {
    const root = makeScratchFolder();
    const folder = makeScratchFolder();
    const files = 800;
    for (let index = 0; index < files; index += 1) write(folder, `${index}.txt`, story(`Report ${index}`));
    const first = await openToClose(root);
    await watch(first, folder);
    await vi.waitFor(async () => expect((await imports(first))[0]?.done ?? 0).toBeGreaterThan(0), { timeout: 30_000, interval: 5 });
    await first.close();
    const library = await openWatching(root);
    await untilTaken(library, files);
    expect(value(await library.client['articles.list']({})).total).toBe(files);
    expect((await imports(library)).map(({ counts }) => counts)).toEqual([{ imported: files, duplicates: 0, failed: 0, companions: 0 }]);
  });

  it('goes on inside a file that holds many articles, of which each comes once', async () => {
    const root = makeScratchFolder();
    const folder = makeScratchFolder();
    const letters = 700;
    write(
      folder,
      'letters.mbox',
      Array.from({ length: letters }, (_, index) => `From keeper@lights.example Mon Jan  1 00:00:00 2024\nFrom: keeper@lights.example\nSubject: Letter ${index}\nMessage-ID: <${index}@lights.example>\n\n${story(`The letter of number ${index}`)}\n`).join(''),
    );
    const first = await openToClose(root);
    await watch(first, folder);
    await vi.waitFor(async () => expect((await imports(first))[0]?.done ?? 0).toBeGreaterThan(0), { timeout: 30_000, interval: 5 });
    await first.close();
    const library = await openWatching(root);
    await untilTaken(library, 1);
    expect(value(await library.client['articles.list']({})).total).toBe(letters);
    expect((await imports(library)).map(({ counts }) => counts)).toEqual([{ imported: letters, duplicates: 0, failed: 0, companions: 0 }]);
    expect(value(await library.client['library.verify']({})).problems).toEqual([]);
  });
});
