import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { findSources, type Source } from './find-sources.ts';

function makeTree(files: readonly string[]): string {
  const root = makeScratchFolder();
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), file);
  }
  return root;
}

async function find(root: string, ...paths: string[]): Promise<string[]> {
  const found: Source[] = [];
  for await (const source of findSources(paths.map((name) => path.join(root, name)))) found.push(source);
  const relative = (file: string) => path.relative(root, file);
  return found.map((source) => {
    if (source.kind === 'companion') return `${relative(source.source)} of ${relative(source.of) || '.'}`;
    return source.kind === 'failed' ? `${relative(source.source)} ${source.code}` : relative(source.source);
  });
}

describe('the sources of an import', () => {
  it('are all files below a folder, in the order of their names', async () => {
    const root = makeTree(['b.txt', 'a.txt', 'deep/er/c.txt']);
    expect(await find(root, '.')).toEqual(['a.txt', 'b.txt', 'deep/er/c.txt']);
  });

  it('name what is missing, and go on', async () => {
    const root = makeTree(['a.txt']);
    expect(await find(root, 'nowhere.txt', 'a.txt')).toEqual(['nowhere.txt file-missing', 'a.txt']);
  });

  it('give the folder of a saved page to the page, in every browser\'s words for it', async () => {
    const root = makeTree(['Story.html', 'Story_files/x.css', 'Story_files/in/y.html', 'Bericht.htm', 'Bericht-Dateien/z.png', 'loose_files/w.html']);
    expect(await find(root, '.')).toEqual([
      'Bericht-Dateien/z.png of Bericht.htm',
      'Bericht.htm',
      'Story.html',
      'Story_files/x.css of Story.html',
      'Story_files/in/y.html of Story.html',
      'loose_files/w.html',
    ]);
  });

  it.each(['Story.files', 'Story_fichiers', 'Story elemei', 'Story_tiedostot', 'Story_súbory', 'Story_ficheiros'])('give %s to Story.xhtml', async (folder) => {
    const root = makeTree(['Story.xhtml', `${folder}/x.css`]);
    expect((await find(root, '.')).toSorted()).toEqual([`${folder}/x.css of Story.xhtml`, 'Story.xhtml'].toSorted());
  });

  it('leave the files that systems drop in folders to the folder', async () => {
    const root = makeTree(['.DS_Store', 'Thumbs.db', 'a.txt']);
    expect(await find(root, '.')).toEqual(['.DS_Store of .', 'Thumbs.db of .', 'a.txt']);
  });

  it('follow no link inside a folder, so that none leads round in circles or out', async () => {
    const root = makeTree(['in/a.txt', 'out/secret.txt']);
    fs.symlinkSync(path.join(root, 'in'), path.join(root, 'in', 'loop'));
    fs.symlinkSync(path.join(root, 'out', 'secret.txt'), path.join(root, 'in', 'secret.txt'));
    expect(await find(root, 'in')).toEqual(['in/a.txt', 'in/loop unsupported-format', 'in/secret.txt unsupported-format']);
  });

  it('are each named once, however often they are given', async () => {
    const root = makeTree(['in/a.txt', 'in/b.txt', 'c.txt']);
    fs.symlinkSync(path.join(root, 'c.txt'), path.join(root, 'link.txt'));
    expect(await find(root, 'in/a.txt', 'c.txt', 'in', 'in/', 'link.txt', 'in/none.txt')).toEqual(['in/none.txt file-missing', 'c.txt', 'in/a.txt', 'in/b.txt']);
  });

  it('go on after a page\'s folder that cannot be read', async () => {
    const root = makeTree(['Story.html', 'z.txt']);
    // A name that is no UTF-8: it is listed, and then not found under the name that was listed.
    fs.mkdirSync(Buffer.concat([Buffer.from(`${path.join(root, 'Story_files')}/`), Buffer.from([0xff])]), { recursive: true });
    expect(await find(root, '.')).toEqual(['Story.html', 'Story_files file-missing', 'z.txt']);
  });

  it('leave out libraries, whose locks would end when they are read', async () => {
    const root = makeTree(['papers/a.txt', 'papers/library/library.db', 'papers/library/lock.db', 'papers/library/blobs/b.txt', 'lock.db-wal']);
    const refused = 'papers/library unsupported-format';
    expect(await find(root, 'papers', 'lock.db-wal')).toEqual(['papers/a.txt', refused, 'lock.db-wal unsupported-format']);
    expect(await find(root, 'papers/library')).toEqual([refused]);
  });

  it('do not wait at a pipe', async () => {
    const root = makeTree(['a.txt']);
    execFileSync('mkfifo', [path.join(root, 'pipe')]);
    expect(await find(root, '.')).toEqual(['a.txt', 'pipe unsupported-format']);
    expect(await find(root, 'pipe')).toEqual(['pipe unsupported-format']);
  });

  it('end at folders without end', async () => {
    const root = makeTree([`${'d/'.repeat(70)}a.txt`]);
    const [only, ...more] = await find(root, '.');
    expect(only).toMatch(/too-large$/);
    expect(more).toEqual([]);
  });
});
