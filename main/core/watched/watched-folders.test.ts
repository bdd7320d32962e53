import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { TEST_TIMES, folders, imports, longEnough, only, openWatching, story, testServices, titles, untilTaken, value, watch, write } from './watched-fixtures.ts';

// Watched folders on the whole library with its real workers and real files.

describe('a watched folder', { timeout: 90_000 }, () => {
  it('brings what lies in it and what comes into it, below it too, into one report of the day', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    write(folder, 'first.txt', story('The first ferry'));
    write(folder, 'deep/below/second.txt', story('The second ferry'));
    const added = await watch(library, folder);
    expect(added).toMatchObject({ path: folder, taken: 0, lastTakenAt: null, lastImport: null, error: null });
    await untilTaken(library, 2);
    write(folder, 'third.txt', story('The third ferry'));
    write(folder, 'new/fourth.txt', story('The fourth ferry'));
    await untilTaken(library, 4);
    expect(await titles(library)).toEqual(['The first ferry', 'The fourth ferry', 'The second ferry', 'The third ferry']);
    const [report, ...others] = await imports(library);
    expect(others).toEqual([]);
    expect(report).toMatchObject({ origin: 'watched', state: 'finished', label: path.basename(folder), done: 4, counts: { imported: 4, duplicates: 0, failed: 0 } });
    const { lastImport, lastTakenAt } = await only(library);
    expect(lastImport).toBe(report?.id);
    expect(lastTakenAt).not.toBeNull();
    expect(value(await library.client['library.verify']({})).problems).toEqual([]);
  });

  it('takes what was taken only when it is another: a changed file becomes a new version of its article', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    const file = write(folder, 'note.txt', story('A note'));
    await watch(library, folder);
    await untilTaken(library, 1);
    const [before] = value(await library.client['articles.list']({})).articles;
    fs.writeFileSync(file, story('A note that was changed'));
    await vi.waitFor(async () => expect(await titles(library)).toEqual(['A note that was changed']), { timeout: 30_000 });
    const [after] = value(await library.client['articles.list']({})).articles;
    expect(after?.id).toBe(before?.id);
    const later = new Date(Date.now() + 5_000);
    fs.utimesSync(file, later, later);
    const reported = async () => (await imports(library)).map(({ counts }) => counts);
    // Touched, and the same: that it came again is said, and nothing else happens.
    await vi.waitFor(async () => expect(await reported()).toEqual([{ imported: 1, duplicates: 2, failed: 0, companions: 0 }]), { timeout: 30_000 });
    expect(await titles(library)).toEqual(['A note that was changed']);
    expect(value(await library.client['library.verify']({})).problems).toEqual([]);
  });

  it('doubles nothing that was renamed or moved, and deletes nothing that was taken away', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    write(folder, 'one.txt', story('The one'));
    write(folder, 'old/two.txt', story('The two'));
    write(folder, 'gone.txt', story('The gone one'));
    await watch(library, folder);
    await untilTaken(library, 3);
    fs.renameSync(path.join(folder, 'one.txt'), path.join(folder, 'renamed.txt'));
    fs.renameSync(path.join(folder, 'old'), path.join(folder, 'new'));
    fs.rmSync(path.join(folder, 'gone.txt'));
    await untilTaken(library, 5);
    expect(await titles(library)).toEqual(['The gone one', 'The one', 'The two']);
    expect((await imports(library)).map(({ counts }) => counts)).toEqual([{ imported: 3, duplicates: 2, failed: 0, companions: 0 }]);
  });

  it('takes a file only when it has stopped growing', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    await watch(library, folder);
    const file = write(folder, 'growing.txt', story('A growing story'));
    for (let part = 0; part < 25; part += 1) {
      fs.appendFileSync(file, `\nPart ${part} of it came over a slow line.\n`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await untilTaken(library, 1);
    const [report] = await imports(library);
    expect(report?.counts).toEqual({ imported: 1, duplicates: 0, failed: 0, companions: 0 });
    const [article] = value(await library.client['articles.list']({})).articles;
    if (!article) throw new Error('it was imported');
    expect((await library.readArticle(article.id))?.text).toContain('Part 24');
  });

  it('passes over hidden and unfinished files, links, and folders that may not be read', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    const outside = makeScratchFolder();
    write(outside, 'outside.txt', story('Outside'));
    write(folder, 'good.txt', story('The good one'));
    for (const name of ['a.txt.crdownload', 'b.txt.part', 'c.tmp', '~$d.docx', '.DS_Store', '.hidden.txt', '.git/e.txt', 'backup.txt~', 'Thumbs.db']) write(folder, name, story(name));
    write(folder, 'loading.html', '');
    write(folder, 'loading.html.part', '<p>Half of a');
    fs.symlinkSync(folder, path.join(folder, 'loop'));
    fs.symlinkSync(path.join(outside, 'outside.txt'), path.join(folder, 'link.txt'));
    fs.mkdirSync(path.join(folder, 'locked'), { mode: 0o000 });
    try {
      await watch(library, folder);
      await untilTaken(library, 1);
      await longEnough();
      expect(await titles(library)).toEqual(['The good one']);
      expect((await imports(library)).map(({ done, counts }) => [done, counts.failed])).toEqual([[1, 0]]);
    } finally {
      fs.chmodSync(path.join(folder, 'locked'), 0o700);
    }
  });

  it('brings a saved page with its pictures as one article, and no other', async () => {
    const library = await openWatching(makeScratchFolder());
    const folder = makeScratchFolder();
    const paragraph = 'The mill stood still for a hundred years before anybody thought of the river again. '.repeat(5);
    write(folder, 'Mill.html', `<html><head><title>The mill</title></head><body><article><h1>The mill</h1><p>${paragraph}</p><img src="Mill_files/mill.png"><p>${paragraph}</p></article></body></html>`);
    fs.mkdirSync(path.join(folder, 'Mill_files'));
    fs.writeFileSync(path.join(folder, 'Mill_files', 'mill.png'), Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64'));
    await watch(library, folder);
    await untilTaken(library, 1);
    const [article] = value(await library.client['articles.list']({})).articles;
    if (!article) throw new Error('it was imported');
    expect((await library.readArticle(article.id))?.html).toContain('<img');
    expect((await imports(library)).map(({ counts }) => counts)).toMatchObject([{ imported: 1, failed: 0 }]);
  });

  it('that is taken away is said to be gone, and watched again when it is back', async () => {
    const library = await openWatching(makeScratchFolder());
    const drive = makeScratchFolder();
    const folder = path.join(drive, 'stick');
    write(folder, 'before.txt', story('Before'));
    await watch(library, folder);
    await untilTaken(library, 1);
    fs.renameSync(folder, path.join(drive, 'elsewhere'));
    await vi.waitFor(async () => expect((await only(library)).state).toBe('gone'), { timeout: 20_000 });
    write(path.join(drive, 'elsewhere'), 'meanwhile.txt', story('Meanwhile'));
    fs.renameSync(path.join(drive, 'elsewhere'), folder);
    await untilTaken(library, 2);
    write(folder, 'after.txt', story('After'));
    await untilTaken(library, 3);
    expect(await titles(library)).toEqual(['After', 'Before', 'Meanwhile']);
  });

  it('that is another one under the same name is watched as it is now', async () => {
    // What the system tells of it has to do: no look at all of it comes to help.
    const library = await openWatching(makeScratchFolder(), testServices({ watchTimes: { ...TEST_TIMES, lookMs: 600_000 } }));
    const folder = path.join(makeScratchFolder(), 'stick');
    write(folder, 'first.txt', story('First'));
    await watch(library, folder);
    await untilTaken(library, 1);
    fs.rmSync(folder, { recursive: true });
    write(folder, 'second.txt', story('Second'));
    await untilTaken(library, 2);
    write(folder, 'third.txt', story('Third'));
    await untilTaken(library, 3);
    expect(await titles(library)).toEqual(['First', 'Second', 'Third']);
  });

  it('adds nothing to a report that was undone, nor to the one of another day', async () => {
    let today = new Date('2031-05-05T10:00:00');
    const library = await openWatching(makeScratchFolder(), testServices({ now: () => today }));
    const folder = makeScratchFolder();
    write(folder, 'monday.txt', story('Monday'));
    await watch(library, folder);
    await untilTaken(library, 1);
    today = new Date('2031-05-06T10:00:00');
    write(folder, 'tuesday.txt', story('Tuesday'));
    await untilTaken(library, 2);
    const [tuesday] = await imports(library);
    if (!tuesday) throw new Error('there is a report');
    value(await library.client['imports.undo']({ importId: tuesday.id }));
    write(folder, 'later.txt', story('Later'));
    await untilTaken(library, 3);
    expect(await titles(library)).toEqual(['Later', 'Monday']);
    expect((await imports(library)).map(({ counts, undoneAt }) => [counts.imported, undoneAt !== null])).toEqual([
      [1, false],
      [1, true],
      [1, false],
    ]);
  });
});

it('a folder that cannot be watched is refused in words', async () => {
  const root = makeScratchFolder();
  const library = await openWatching(root);
  const folder = makeScratchFolder();
  const inner = path.join(folder, 'inner');
  const file = write(inner, 'file.txt', story('A file'));
  const codeOf = async (place: string) => {
    const outcome = await library.client['watched.add']({ path: place });
    return outcome.ok ? 'watched' : outcome.error.code;
  };
  expect(await codeOf('inner')).toBe('invalid-input');
  expect(await codeOf(path.join(folder, 'nowhere'))).toBe('file-missing');
  expect(await codeOf(file)).toBe('invalid-input');
  expect(await codeOf(path.join(root, 'journal'))).toBe('invalid-input');
  expect(await codeOf(inner)).toBe('watched');
  expect(await codeOf(inner)).toBe('watched');
  expect(await codeOf(folder)).toBe('invalid-input');
  expect(await codeOf(path.join(inner, '.'))).toBe('watched');
  expect(await folders(library)).toHaveLength(1);
});

it('a window cannot name a folder', async () => {
  const library = await openWatching(makeScratchFolder());
  const outcome = await library.dispatch('watched.add', { path: makeScratchFolder() });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
});

it('a library that is open for one command watches nothing, and says so', async () => {
  const root = makeScratchFolder();
  const folder = makeScratchFolder();
  write(folder, 'waiting.txt', story('Waiting'));
  const library = await openWatching(root, testServices(), { staysOpen: false });
  expect(await watch(library, folder)).toMatchObject({ state: 'idle', taken: 0 });
  await longEnough();
  expect(await titles(library)).toEqual([]);
});
