import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { realDisk, type DiskCalls } from '../base/disk-calls.ts';
import { openForReading, type ReadableDatabase } from '../store/open-database.ts';
import { listIds } from '../store/list-articles.ts';
import type { LibraryStore } from '../store/library-store.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import { buildFile, type BuiltSegment } from './build-file.ts';
import { IndexKeeper, type BuildJob } from './index-keeper.ts';
import { Lexicon } from './lexicon.ts';
import { mergeFiles, SearchIndex, type Merge } from './search-index.ts';

const lexicon = new Lexicon();

/** A library, a keeper of its index, and jobs that are under way: what the search service does, one step at a time. */
class Bench {
  readonly root = makeScratchFolder();
  readonly store: LibraryStore = openStore(this.root);
  readonly database: ReadableDatabase = openForReading(this.store.folder.database);
  readonly leftOut: string[] = [];
  keeper: IndexKeeper;
  builds: { job: BuildJob; built: BuiltSegment }[] = [];
  merges: { merge: Merge; file: string }[] = [];
  /** Versions of articles that there ever were. */
  contents = 0;
  told = 0;
  #ended = false;

  constructor() {
    this.keeper = this.open();
    onTestFinished(() => this.end());
  }

  get folder(): string {
    return this.store.folder.index;
  }

  open(access: 'read' | 'write' = 'write', disk: DiskCalls = realDisk): IndexKeeper {
    return new IndexKeeper({ folder: this.folder, database: this.database, access, disk, onLeftOut: (id) => this.leftOut.push(id) });
  }

  /** Adds an article, or where there is one of the name, a new version of it. */
  add(name: string, words: number): void {
    const text = Array.from({ length: words }, (_, index) => `${name}${index}`).join(' ');
    const [result] = this.store.addArticles([makeArticle(name, { text, canonicalUrl: `https://example.org/${name}` })], 'version');
    if (result) this.contents += 1;
  }

  ids(trash = false): ArticleId[] {
    return listIds(this.database, { in: trash ? 'trash' : 'library', sort: 'added', limit: 1_000, offset: 0 }).ids;
  }

  tell(): void {
    const { change, ids } = this.store.touchedSince(this.told);
    this.keeper.takeNote({ since: this.told, change, touched: ids });
    this.told = change;
  }

  startBuild(): void {
    const job = this.keeper.nextBuild();
    if (job) this.builds.push({ job, built: buildFile(realDisk, this.folder, this.database, lexicon, job.rows) });
  }

  finishBuild(): void {
    const done = this.builds.pop();
    if (done) this.keeper.finishBuild(done.job.job, done.built);
  }

  failBuild(blamed: boolean): void {
    const failed = this.builds.shift();
    if (failed) this.keeper.failBuild(failed.job.job, 'it was to fail', blamed && failed.job.rows.length > 1);
  }

  startMerge(): void {
    const merge = this.keeper.nextMerge();
    if (merge) this.merges.push({ merge, file: mergeFiles(realDisk, this.folder, merge) });
  }

  finishMerge(): void {
    const done = this.merges.pop();
    if (done) this.keeper.finishMerge(done.file);
  }

  /** Ends what is under way and brings the index up to the store. */
  settle(): void {
    while (this.builds.length > 0) this.finishBuild();
    this.finishMerge();
    this.keeper.refresh();
    while (this.keeper.status.pending > 0) {
      if (this.keeper.status.small) this.keeper.applySome();
      else {
        this.startBuild();
        this.finishBuild();
      }
    }
  }

  reopen(): void {
    this.builds = [];
    this.merges = [];
    this.keeper.close();
    this.keeper = this.open();
  }

  /** Row to what the store has. */
  expected(): Map<number, string> {
    const rows = this.database.prepare("SELECT n, id || ' ' || version || ' ' || word_count AS content FROM articles WHERE trashed = 0").all();
    return new Map(rows.map(({ n, content }) => [Number(n), String(content)]));
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.keeper.close();
    this.database.close();
    this.store.close();
  }
}

/** Row to what the index has; the words of the body tell whether it is of that version. */
function contentOf(index: SearchIndex): Map<number, string> {
  return new Map(
    [...index.rows()].map((n) => {
      const found = index.find(n);
      if (!found) throw new Error('a row is found');
      const { documents } = found.live.segment;
      return [n, `${documents.id(found.doc)} ${documents.versions[found.doc]} ${documents.lengths[1]?.[found.doc]}`];
    }),
  );
}

function committed(folder: string): Map<number, string> {
  const index = new SearchIndex(folder, realDisk, 'read');
  try {
    return contentOf(index);
  } finally {
    index.close();
  }
}

function missingFrom(held: ReadonlyMap<number, string>, wanted: ReadonlyMap<number, string>): number {
  return [...wanted].filter(([n, content]) => held.get(n) !== content).length;
}

function sorted(content: ReadonlyMap<number, string>): [number, string][] {
  return [...content].toSorted(([a], [b]) => a - b);
}

type Step = { do: string; name?: string; words?: number; place?: number };

const name = fc.constantFrom('ada', 'bea', 'cai', 'dov', 'eli', 'fay', 'gus', 'hal');
const adding = fc.record({ do: fc.constant('add'), name, words: fc.integer({ min: 1, max: 9 }) });
const working = fc.record({ do: fc.constantFrom('tell', 'apply', 'build', 'built', 'gather', 'gather', 'merge', 'merged', 'commit') });
const changing = fc.record({ do: fc.constantFrom('trash', 'restore', 'purge', 'state'), place: fc.nat(7) });
const failing = fc.record({ do: fc.constantFrom('lose', 'fail', 'blame', 'crash', 'reopen') });

function take(bench: Bench, step: Step): void {
  const chosen = (trash: boolean) => bench.ids(trash).filter((_, index) => index === step.place);
  switch (step.do) {
    case 'add':
      return bench.add(step.name ?? '', step.words ?? 1);
    case 'trash':
      return void bench.store.trash(chosen(false));
    case 'restore':
      return void bench.store.restore(bench.ids(true));
    case 'purge':
      return void bench.store.purge([...chosen(false), ...chosen(true)]);
    case 'state':
      return void bench.store.setState(chosen(false), { read: true, favourite: step.place === 1 });
    case 'tell':
      return bench.tell();
    case 'lose':
      bench.told = bench.store.lastChange;
      return;
    case 'gather':
      // Makes a file, so that there are some to merge.
      bench.tell();
      bench.keeper.applySome();
      return bench.keeper.commit();
    case 'apply':
      return bench.keeper.applySome();
    case 'build':
      bench.tell();
      return bench.startBuild();
    case 'built':
      return bench.finishBuild();
    case 'fail':
    case 'blame':
      return bench.failBuild(step.do === 'blame');
    case 'merge':
      return bench.startMerge();
    case 'merged':
      return bench.finishMerge();
    case 'commit':
      return bench.keeper.commit();
    case 'crash':
      return bench.reopen();
    case 'reopen':
      bench.keeper.commit();
      return bench.reopen();
    default:
      throw new Error(`an unknown step: ${step.do}`);
  }
}

describe('an index that is kept in step', () => {
  it('holds exactly the live articles in their last version, whatever happened, and makes nothing again that was committed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof({ arbitrary: adding, weight: 6 }, { arbitrary: working, weight: 9 }, { arbitrary: changing, weight: 4 }, { arbitrary: failing, weight: 1 }), { minLength: 10, maxLength: 90, size: 'max' }), (steps) => {
        const bench = new Bench();
        for (const step of steps) take(bench, step);
        bench.settle();
        const expected = bench.expected();
        expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(expected));
        expect(bench.leftOut).toEqual([]);

        const lasting = committed(bench.folder);
        bench.reopen();
        bench.settle();
        expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(expected));
        expect(bench.keeper.analysed).toBe(missingFrom(lasting, expected));

        bench.keeper.commit();
        expect(bench.keeper.status).toMatchObject({ pending: 0, uncommitted: false, change: bench.store.lastChange });
        bench.reopen();
        bench.settle();
        expect(bench.keeper.analysed).toBe(0);
        expect(sorted(committed(bench.folder))).toEqual(sorted(expected));
        bench.end();
        fs.rmSync(bench.root, { recursive: true });
      }),
      { numRuns: randomRuns(25) },
    );
  }, 120_000);

  it('analyses each version of an article once, however late its jobs come back', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(adding, { arbitrary: working, weight: 2 }), { minLength: 10, maxLength: 60, size: 'max' }), (steps) => {
        const bench = new Bench();
        for (const step of steps) take(bench, step);
        bench.settle();
        expect(bench.keeper.analysed).toBeLessThanOrEqual(bench.contents);
        expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(bench.expected()));
        bench.end();
        fs.rmSync(bench.root, { recursive: true });
      }),
      { numRuns: randomRuns(15) },
    );
  }, 120_000);
});

/** A committed index of three files with two articles each. */
function makeThreeFiles(): Bench {
  const bench = new Bench();
  for (const [first, second] of [['ada', 'bea'], ['caisson', 'dov'], ['eli', 'fay']] as const) {
    bench.add(first, 5);
    bench.add(second, 6);
    bench.tell();
    bench.keeper.applySome();
    bench.keeper.commit();
  }
  expect(segmentFiles(bench.folder)).toHaveLength(3);
  return bench;
}

function segmentFiles(folder: string): string[] {
  return fs.readdirSync(folder).filter((file) => file.endsWith('.cseg')).map((file) => path.join(folder, file));
}

describe('a segment file that was changed', () => {
  it('is found whichever byte it is, and its articles alone are indexed again', () => {
    const bench = makeThreeFiles();
    const [file = ''] = segmentFiles(bench.folder);
    const whole = fs.readFileSync(file);
    bench.keeper.close();
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      fs.writeFileSync(file, changed);
      const index = new SearchIndex(bench.folder, realDisk, 'read');
      expect([at, index.damaged, index.change, index.documents]).toEqual([at, [path.basename(file)], 0, 4]);
      index.close();
    }
    bench.keeper = bench.open();
    bench.settle();
    expect(bench.keeper.analysed).toBe(2);
    expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(bench.expected()));
    bench.keeper.commit();
    bench.reopen();
    expect(bench.keeper.index.damaged).toEqual([]);
    expect(bench.keeper.status.pending).toBe(0);
  });

  it('is found when it was cut off, or is gone, or the list of files was changed', () => {
    for (const [spoil, again] of [
      [(file: string) => fs.truncateSync(file, fs.statSync(file).size - 1), 2],
      [(file: string) => fs.rmSync(file), 2],
      [(_: string, list: string) => fs.writeFileSync(list, fs.readFileSync(list, 'utf8').replace('"change":6', '"change":9')), 6],
      [(_: string, list: string) => fs.writeFileSync(list, 'noise'), 6],
    ] as const) {
      const bench = makeThreeFiles();
      bench.keeper.close();
      spoil(segmentFiles(bench.folder)[1] ?? '', path.join(bench.folder, 'manifest.json'));
      bench.keeper = bench.open();
      bench.settle();
      expect(bench.keeper.analysed).toBe(again);
      expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(bench.expected()));
    }
  });
});

describe('an article that cannot be analysed', () => {
  it('is not one whose job failed while the other of the job was removed', () => {
    const bench = new Bench();
    bench.add('ada', 3);
    bench.add('bea', 4);
    bench.tell();
    bench.startBuild();
    bench.store.trash(bench.ids().slice(0, 1));
    bench.tell();
    bench.failBuild(true);
    bench.settle();
    expect(bench.leftOut).toEqual([]);
    expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(bench.expected()));
    bench.end();
  });

  it('is left out and named, and is not tried again until it has new content', () => {
    const bench = makeThreeFiles();
    bench.add('gus', 3);
    const [gus = ''] = bench.ids();
    bench.store.database.exec("CREATE TEMP TABLE whole AS SELECT text FROM bodies WHERE article = 7; UPDATE bodies SET text = x'28b52ffd00' WHERE article = 7");
    bench.tell();
    bench.settle();
    expect(bench.leftOut).toEqual([gus]);
    bench.store.setState(bench.ids(), { read: true });
    bench.told = 0;
    bench.tell();
    expect(bench.keeper.status).toMatchObject({ pending: 0, indexed: 6, change: bench.store.lastChange });
    bench.store.database.exec('UPDATE bodies SET text = (SELECT text FROM whole) WHERE article = 7');
    bench.add('gus', 4);
    bench.tell();
    bench.settle();
    expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(bench.expected()));
  });

  it('is found among those of a job that failed, and the others are indexed', () => {
    const bench = new Bench();
    for (let index = 0; index < 21; index += 1) bench.add(`a${index}`, 3);
    const bad = bench.ids()[5];
    const [row] = bench.database.prepare('SELECT n FROM articles WHERE id = ?').all(bad ?? '');
    bench.tell();
    let jobs = 0;
    for (let job = bench.keeper.nextBuild(); job; job = bench.keeper.nextBuild()) {
      jobs += 1;
      if (job.rows.includes(Number(row?.['n']))) bench.keeper.failBuild(job.job, 'the worker died', true);
      else bench.keeper.finishBuild(job.job, buildFile(realDisk, bench.folder, bench.database, lexicon, job.rows));
    }
    expect(bench.leftOut).toEqual([bad]);
    expect(jobs).toBeLessThan(15);
    expect(bench.keeper.status).toMatchObject({ indexed: 20, pending: 0 });
    expect(bench.keeper.analysed).toBe(20);
  });
});

describe('an index', () => {
  it('is right after a database that was built again from its journal gave other numbers to articles', () => {
    const bench = makeThreeFiles();
    bench.store.purge(bench.ids().slice(-1));
    bench.tell();
    bench.settle();
    bench.keeper.commit();
    bench.end();
    fs.rmSync(path.join(bench.root, 'library.db'));
    const store = openStore(bench.root);
    const database = openForReading(store.folder.database);
    const keeper = new IndexKeeper({ folder: store.folder.index, database, access: 'write' });
    while (keeper.status.pending > 0) keeper.applySome();
    expect(new Set(keeper.index.rows())).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(keeper.analysed).toBe(5);
    keeper.close();
    database.close();
    store.close();
  });

  it('keeps no words of an article that was deleted for good in its files', () => {
    for (const early of [true, false]) {
      const bench = makeThreeFiles();
      const [caisson] = bench.ids().slice(3, 4);
      if (!caisson) throw new Error('there are six');
      const holds = () => segmentFiles(bench.folder).some((file) => fs.readFileSync(file).includes('caisson'));
      bench.store.trash([caisson]);
      if (early) bench.tell();
      bench.keeper.commit();
      bench.store.purge([caisson]);
      bench.tell();
      expect([holds(), bench.keeper.status.purging]).toEqual([true, true]);
      bench.reopen();
      bench.keeper.refresh();
      bench.startMerge();
      bench.finishMerge();
      bench.keeper.commit();
      expect([holds(), bench.keeper.status.purging]).toEqual([false, false]);
      expect(sorted(contentOf(bench.keeper.index))).toEqual(sorted(bench.expected()));
    }
  });

  it('loses nothing when any one call of the disk fails, and says so', () => {
    for (let failing = 1; ; failing += 1) {
      const bench = makeThreeFiles();
      bench.store.trash(bench.ids().slice(0, 1));
      bench.add('gus', 3);
      bench.keeper.close();
      const disk = new FailingDisk();
      disk.failing = failing;
      bench.keeper = bench.open('write', disk.disk);
      let refused = 0;
      for (let attempt = 0; attempt < 2; attempt += 1) {
        try {
          bench.settle();
          bench.keeper.commit();
        } catch {
          refused += 1;
        }
      }
      expect(refused).toBe(disk.calls < failing ? 0 : 1);
      expect(sorted(committed(bench.folder))).toEqual(sorted(bench.expected()));
      bench.reopen();
      expect(bench.keeper.status).toMatchObject({ pending: 0, uncommitted: false });
      if (disk.calls < failing) return;
    }
  });

  it('of another process is read, and what it lacks is added in memory only', () => {
    const bench = makeThreeFiles();
    bench.add('gus', 3);
    const before = fs.readdirSync(bench.folder).map((file) => [file, fs.statSync(path.join(bench.folder, file)).mtimeMs]);
    const reader = bench.open('read');
    while (reader.status.pending > 0) reader.applySome();
    expect(reader.analysed).toBe(1);
    expect(sorted(contentOf(reader.index))).toEqual(sorted(bench.expected()));
    for (let index = 0; index < 300; index += 1) bench.add(`many${index}`, 2);
    reader.refresh();
    while (reader.status.pending > 0) reader.applySome();
    reader.commit();
    expect(sorted(contentOf(reader.index))).toEqual(sorted(bench.expected()));
    expect(fs.readdirSync(bench.folder).map((file) => [file, fs.statSync(path.join(bench.folder, file)).mtimeMs])).toEqual(before);

    // Once its writer has indexed and merged all that, the reader takes it from there.
    bench.tell();
    bench.settle();
    bench.keeper.commit();
    bench.add('hal', 3);
    reader.refresh();
    while (reader.status.pending > 0) reader.applySome();
    expect(sorted(contentOf(reader.index))).toEqual(sorted(bench.expected()));
    reader.close();
  });
});
