import { once } from 'node:events';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runCarrel } from '../../e2e/fixtures/run-carrel.ts';
import { makeZip } from '../../main/core/extract/zip/make-zip.ts';
import { makeTar } from '../../main/core/import/containers/fixtures/make-tar.ts';
import { watchMemory } from '../bench/measure-process.js';
import { reutersTexts } from '../bench/reuters-articles.js';

/** Words of a text in the large archive: a hundred kilobytes on average. */
const LONG = { leastWords: 2_000, mostWords: 45_000 };
/** All processes of an import together, however large the archive is ... */
const MOST_BYTES = 1_073_741_824;
/** ... besides what the search holds of the index in order to answer: so much for each byte of text. */
const INDEX_IN_MEMORY = 0.07;
const LOOK_EVERY_MS = 50;
const VERIFY_EVERY = 5;

/**
 * Imports two archives that are larger than memory should be: a zip of many small texts, and a tar of gigabytes of long
 * ones. Each import is killed again and again, and gone on with, or once begun again. In the end each text must
 * be an article once, and the library sound. Linux only, for the memory.
 *
 * @param {readonly string[]} args `--files N` (100,000), `--gigabytes N` (5), `--kills N` (10), `--folder DIR` with room for three times the larger one
 * @returns {Promise<boolean>} whether all went well
 */
export async function soakArchives(args) {
  const valueOf = (/** @type {string} */ flag, /** @type {number} */ otherwise) => (args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : otherwise);
  const kills = valueOf('--kills', 10);
  const parent = args.includes('--folder') ? (args[args.indexOf('--folder') + 1] ?? '') : os.tmpdir();
  const folder = fs.mkdtempSync(path.join(parent, 'carrel-archives-'));
  try {
    const zip = writeZip(path.join(folder, 'many.zip'), valueOf('--files', 100_000));
    const isZipGood = await importAndKill(zip, path.join(folder, 'zip'), kills);
    fs.rmSync(zip.file);
    const tar = writeTar(path.join(folder, 'long.tar'), valueOf('--gigabytes', 5) * 1e9);
    const isTarGood = await importAndKill(tar, path.join(folder, 'tar'), kills);
    return isZipGood && isTarGood;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ file: string, texts: number }} Archive */

/** @param {string} file @param {number} texts @returns {Archive} */
function writeZip(file, texts) {
  fs.writeFileSync(file, makeZip([...reutersTexts(texts)].map(({ name, text }, n) => ({ name, content: numbered(text, n) }))));
  return { file, texts };
}

/** What differs only in its agency's sign would be the same text to an import. @param {string} text @param {number} n */
function numbered(text, n) {
  return `${text}\nThis is text number ${n} of the archive.\n`;
}

/** @param {string} file @param {number} bytes @returns {Archive} */
function writeTar(file, bytes) {
  const out = fs.openSync(file, 'w');
  let [texts, written] = [0, 0];
  try {
    for (const { name, text } of reutersTexts(Number.POSITIVE_INFINITY, LONG)) {
      written += fs.writeSync(out, makeTar([{ name: `texts/${name}`, content: numbered(text, texts) }], { isOpen: true }));
      texts += 1;
      if (written >= bytes) break;
    }
    fs.writeSync(out, makeTar([]));
  } finally {
    fs.closeSync(out);
  }
  return { file, texts };
}

/** @param {Archive} archive @param {string} library @param {number} kills */
async function importAndKill({ file, texts }, library, kills) {
  const say = (/** @type {string} */ line) => console.log(`${path.basename(file)}: ${line}`);
  const textBytes = fs.statSync(file).size;
  say(`${texts} texts, ${megabytes(textBytes)}`);
  /** @type {string[]} */
  const broken = [];
  let [seconds, peakBytes] = [0, 0];
  for (let turn = 0; turn <= kills; turn += 1) {
    const args = turn === 2 ? ['import', file] : nextStep(library, file);
    const run = await runCarrelUntil(library, args, turn < kills ? Math.random() * 2 * step(library, texts, kills) : Number.POSITIVE_INFINITY);
    seconds += run.seconds;
    peakBytes = Math.max(peakBytes, run.peakBytes);
    say(`${args[0] === 'import' ? 'begun' : 'gone on'}, ${run.wasKilled ? 'killed' : 'ended'} after ${Math.round(run.seconds)} s: ${countArticles(library)} articles, process tree ${megabytes(run.peakBytes)}`);
    // Looking through gigabytes takes minutes: after some kills, and in the end.
    if (turn % VERIFY_EVERY === 0 && runCarrel(library, 'verify').value['ok'] !== true) broken.push(`turn ${turn}: not sound`);
  }
  broken.push(...checkComplete(library, texts));
  if (peakBytes > MOST_BYTES + INDEX_IN_MEMORY * textBytes) broken.push(`${megabytes(peakBytes)} of memory`);
  for (const line of broken) console.log(`BROKEN ${line}`);
  say(`${Math.round(seconds)} s in all, at most ${megabytes(peakBytes)}, ${broken.length} broken`);
  fs.rmSync(library, { recursive: true });
  return broken.length === 0;
}

/** Of the journal, so much that kills this far apart come evenly over the whole import. @param {string} library @param {number} texts @param {number} kills */
function step(library, texts, kills) {
  const articles = countArticles(library);
  return articles === 0 ? 1_000_000 : (journalBytes(library) / articles) * (texts / (kills + 1));
}

/** Going on with the import that was cut off, where there is one. @param {string} library @param {string} file @returns {string[]} */
function nextStep(library, file) {
  const [last] = listImports(library);
  return last && last.state !== 'finished' ? ['call', 'imports.resume', JSON.stringify({ importId: last.id })] : ['import', file];
}

/**
 * @param {string} library @param {readonly string[]} args @param {number} killAfterBytes of journal more than there is
 * @returns {Promise<{ seconds: number, peakBytes: number, wasKilled: boolean }>}
 */
async function runCarrelUntil(library, args, killAfterBytes) {
  const started = performance.now();
  const enough = journalBytes(library) + killAfterBytes;
  const child = spawn(process.execPath, ['main/hosts/cli/carrel.js', '--library', library, ...args], { stdio: 'ignore' });
  const endMemory = watchMemory(child.pid ?? 0);
  const looking = setInterval(() => {
    if (journalBytes(library) > enough) child.kill('SIGKILL');
  }, LOOK_EVERY_MS);
  const [code] = await once(child, 'exit');
  clearInterval(looking);
  return { seconds: (performance.now() - started) / 1_000, peakBytes: endMemory(), wasKilled: code === null };
}

/** @param {string} library */
function journalBytes(library) {
  const folder = path.join(library, 'journal');
  if (!fs.existsSync(folder)) return 0;
  return fs.readdirSync(folder).reduce((sum, name) => sum + fs.statSync(path.join(folder, name)).size, 0);
}

/** @param {string} library @returns {number} */
function countArticles(library) {
  return fs.existsSync(path.join(library, 'library.db')) ? Number(runCarrel(library, 'list', '--limit', '1').value['total'] ?? 0) : 0;
}

/** @param {string} library @returns {{ id: string, state: string, counts: Record<string, number> }[]} */
function listImports(library) {
  if (!fs.existsSync(path.join(library, 'library.db'))) return [];
  return Object.values(runCarrel(library, 'call', 'imports.list', '{}').value['imports'] ?? {});
}

/** As many articles as texts, and a report that names each of them: then each is there once. @param {string} library @param {number} texts */
function checkComplete(library, texts) {
  const broken = [];
  if (countArticles(library) !== texts) broken.push(`${countArticles(library)} articles of ${texts} texts`);
  const [last] = listImports(library);
  const { imported = 0, duplicates = 0, failed = 0 } = last?.counts ?? {};
  if (last?.state !== 'finished' || failed > 0 || imported + duplicates !== texts) broken.push(`the report: ${JSON.stringify(last)}`);
  return broken;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
