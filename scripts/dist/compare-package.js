import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { listPackage, statFile } from '@electron/asar';

/** What a package holds, one path a line; committed, so that every change of it is seen in a review. */
const LIST = fileURLToPath(new URL('./asar-list.txt', import.meta.url));

/** The bundler's eight letters of a file's content, before its last ending. */
const HASH = /-[\w-]{8}(\.[a-z\d]+)$/;

/**
 * A file's name as it stands in the list: without hashes, and all of a folder's shared chunks under one name, because
 * how many there are and what they are called is the bundler's own choice.
 *
 * @param {string} file relative, with slashes
 */
function nameInList(file) {
  const isChunk = /-[\w-]{8}\.js$/.test(file);
  return isChunk ? `${path.posix.dirname(file)}/[chunk]-[hash].js` : file.replace(HASH, '-[hash]$1');
}

/**
 * @param {string} archive path of an app.asar
 * @returns {string[]} its files as they stand in the list, sorted
 */
export function listArchive(archive) {
  const entries = listPackage(archive, { isPack: false });
  const files = entries.map((entry) => entry.slice(1)).filter((entry) => !('files' in statFile(archive, entry)));
  return [...new Set(files.map((file) => nameInList(file.split(path.sep).join('/'))))].sort();
}

/**
 * @param {string} archive path of an app.asar that is right as it is
 * @param {string} list the file to write
 */
export function writeList(archive, list) {
  fs.writeFileSync(list, `${listArchive(archive).join('\n')}\n`);
}

/**
 * Holds an archive against the committed list.
 *
 * @param {string} archive path of an app.asar
 * @returns {string[]} one sentence for each file too many or missing; empty when the two are equal
 */
export function compareWithList(archive) {
  const wanted = fs.readFileSync(LIST, 'utf8').trim().split(/\r?\n/);
  const found = listArchive(archive);
  return [
    ...found.filter((file) => !wanted.includes(file)).map((file) => `${file} is in the package, but not in the list.`),
    ...wanted.filter((file) => !found.includes(file)).map((file) => `${file} is in the list, but not in the package.`),
  ];
}
