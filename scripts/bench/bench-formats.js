import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const CLI = fileURLToPath(new URL('../../main/hosts/cli/carrel.js', import.meta.url));

/** The formats of documents, mail and archives; exports of other programs are another matter. */
const FORMATS = ['docx', 'eml', 'epub', 'mbox', 'odt', 'pdf', 'rtf', 'wacz', 'warc'];

/**
 * @typedef {{ list: string, id?: string, source: string, code?: string }} Entry
 * @typedef {{ id: string, title: string, byline: string | null, published: string | null, language: string | null, wordCount: number }} Article
 * @typedef {{ [name: string]: unknown, title?: string, author?: string, date?: string, language?: string, items?: number, words?: number, should_fail?: boolean, encrypted?: boolean }} Expected
 */

/**
 * Imports a folder of sample files, those that came out as duplicates of others once more by themselves, and holds what
 * comes out against the folder's manifest.json (`[{file, format, expect: {title, author, date, language, items, words,
 * should_fail}}]`). Words agree within a tenth, or within that once the numbers and dashes of lists and the lines of
 * tables are counted, too, as in the plain texts that many manifests were counted on. Items are the pages of
 * an archive, or all that it has: some manifests count the pictures of a page, too. Prints each miss, and the share of files without one.
 *
 * @param {readonly string[]} flags `--folder DIR` with manifest.json; `--formats a,b`; `--json`
 */
export async function benchFormats(flags) {
  const { values } = parseArgs({ args: [...flags], options: { folder: { type: 'string' }, formats: { type: 'string' }, json: { type: 'boolean', default: false } } });
  if (values.folder === undefined) throw new Error('Name a folder of sample files: npm run bench -- formats --folder DIR');
  const folder = path.resolve(values.folder);
  const formats = values.formats?.split(',') ?? FORMATS;
  /** @type {{ file: string, format: string, expect: Expected }[]} */
  const manifest = JSON.parse(fs.readFileSync(path.join(folder, 'manifest.json'), 'utf8'));
  const files = manifest.filter(({ format }) => formats.includes(format));
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  try {
    const all = new Library(path.join(scratch, 'all'), formats.map((format) => path.join(folder, format)).filter((one) => fs.existsSync(one)));
    const misses = files.map(({ file, expect }, index) => {
      const source = path.join(folder, file);
      const library = all.entriesOf(source).some(({ list }) => list === 'duplicates') ? new Library(path.join(scratch, String(index)), [source]) : all;
      return { file, misses: compare(library, source, expect) };
    });
    const wrong = misses.filter((one) => one.misses.length > 0);
    if (values.json) console.log(JSON.stringify({ files: files.length, right: files.length - wrong.length, misses: wrong }));
    else {
      for (const one of wrong) console.log(`${one.file}: ${one.misses.join('; ')}`);
      console.log(`${files.length - wrong.length} of ${files.length} files are as their manifest says (${(100 * (1 - wrong.length / files.length)).toFixed(1)} %)`);
    }
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
  await Promise.resolve();
}

/** A library with what some files and folders hold. */
class Library {
  /** @type {Map<string, Entry[]>} */
  #entries = new Map();
  /** @type {Map<string, Article>} */
  #articles = new Map();
  #folder;

  /** @param {string} folder @param {readonly string[]} paths */
  constructor(folder, paths) {
    this.#folder = folder;
    /** @type {Record<string, Omit<Entry, 'list'>[]>} */
    const report = this.#run('import', ...paths);
    for (const list of ['imported', 'duplicates', 'failed', 'companions']) {
      for (const entry of report[list] ?? []) {
        // A part of an archive that is no page is named by its place in it.
        const source = paths.length === 1 && fs.statSync(paths[0] ?? '').isFile() ? (paths[0] ?? '') : fileOf(entry.source);
        this.#entries.set(source, [...this.entriesOf(source), { ...entry, list }]);
      }
    }
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = this.#run('list', '--limit', '500', '--offset', String(offset));
      for (const article of page.articles) this.#articles.set(article.id, article);
      total = page.total;
    }
  }

  /** @param {string} source */
  entriesOf(source) {
    return this.#entries.get(source) ?? [];
  }

  /** @param {string} id */
  articleOf(id) {
    return this.#articles.get(id);
  }

  /** @param {string} id */
  htmlOf(id) {
    return this.#call('show', id, '--format', 'html');
  }

  /** @param {readonly string[]} args */
  #run(...args) {
    return JSON.parse(this.#call(...args, '--json'));
  }

  /** Where an item failed, a command ends with 1 and prints the same. @param {readonly string[]} args */
  #call(...args) {
    return spawnSync(process.execPath, [CLI, '--library', this.#folder, ...args], { encoding: 'utf8', maxBuffer: 1e9 }).stdout;
  }
}

/** @param {string} source a file, or what lies in it */
function fileOf(source) {
  let file = source;
  while (!fs.existsSync(file) && path.dirname(file) !== file) file = path.dirname(file);
  return file;
}

/** @param {Library} library @param {string} source @param {Expected} expect @returns {string[]} */
function compare(library, source, expect) {
  const entries = library.entriesOf(source);
  const [first] = entries;
  if (!first) return ['in no list of the report'];
  const id = entries.find(({ list }) => list === 'imported' || list === 'duplicates')?.id;
  const article = id === undefined ? undefined : library.articleOf(id);
  if (id === undefined || !article) return isToFail(expect) ? [] : [`not imported: ${first.code}`];
  if (expect.should_fail === true) return ['imported, and should have failed'];
  return [...compareFacts(article, expect), ...compareItems(entries, expect), ...compareWords(article.wordCount, () => library.htmlOf(id), expect)];
}

/** An archive without a page in it has nothing to import. @param {Expected} expect */
function isToFail({ should_fail, encrypted, words, items, html_records }) {
  return should_fail === true || encrypted === true || words === 0 || items === 0 || html_records === 0;
}

/** @param {Article} article @param {Expected} expect */
function* compareFacts({ title, byline, published, language }, expect) {
  const wanted = expect.title ?? expect['title_visible'] ?? expect['meta_title'];
  const author = expect.author ?? expect['meta_author'];
  const date = expect.date ?? expect['meta_date'];
  if (typeof wanted === 'string' && fold(wanted) !== fold(title)) yield `title "${title}", not "${wanted}"`;
  if (typeof author === 'string' && !fold(byline ?? '').includes(fold(author))) yield `author "${byline}", not "${author}"`;
  if (typeof date === 'string' && date.slice(0, 10) !== published?.slice(0, 10)) yield `date ${published}, not ${date}`;
  if (expect.language !== undefined && expect.language.split('-')[0] !== language?.split('-')[0]) yield `language ${language}, not ${expect.language}`;
}

/** @param {readonly Entry[]} entries @param {Expected} expect */
function compareItems(entries, { items }) {
  const pages = entries.filter(({ list }) => list !== 'companions').length;
  return items === undefined || items === 0 || items === pages || items === entries.length ? [] : [`${pages} items and ${entries.length - pages} parts of them, not ${items}`];
}

/** @param {number} words @param {() => string} readHtml @param {Expected} expect */
function compareWords(words, readHtml, { words: wanted }) {
  const isNear = (/** @type {number} */ count) => wanted === undefined || Math.abs(count - wanted) <= Math.max(5, wanted / 10);
  if (isNear(words)) return [];
  const html = readHtml();
  const marks = countOf(html, /<li[\s>]/g);
  const lines = countOf(html, /<t[dh][\s>]/g) * 2;
  return isNear(words + marks) || isNear(words + marks + lines) ? [] : [`${words} words (and ${marks} marks of lists, ${lines} lines of tables), not ${wanted}`];
}

/** @param {string} html @param {RegExp} what */
function countOf(html, what) {
  return html.match(what)?.length ?? 0;
}

/** @param {string} text */
function fold(text) {
  return text.replaceAll(/\s+/g, ' ').trim().toLowerCase();
}
