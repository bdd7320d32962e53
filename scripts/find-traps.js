import fs from 'node:fs';
import path from 'node:path';

/**
 * Words that may stand in one place only, because elsewhere they undo a decision: a text search, where no import tells.
 *
 * @type {readonly { name: string, why: string, pattern: RegExp, in: RegExp, except?: RegExp }[]}
 */
const TRAPS = [
  {
    name: 'no-markup-from-strings',
    why: 'The window builds its page from elements: a string of markup may be a stranger\'s.',
    pattern: /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|createContextualFragment|srcdoc)\b/,
    in: /^renderer\//,
  },
  {
    name: 'no-scripts-in-the-frame',
    why: 'With allow-same-origin, allow-scripts would open every lock of the article\'s frame.',
    pattern: /allow-scripts/,
    in: /^(?:renderer|main)\//,
    // The contract says why it must not be used.
    except: /^main\/contract\/reading\.ts$/,
  },
  {
    name: 'one-door-for-windows',
    why: 'Whoever sends a message is looked at in one file; elsewhere somebody would forget.',
    pattern: /\bipcMain\b/,
    in: /^main\//,
    except: /^main\/hosts\/desktop\/(?:ipc\.ts$|fake\/)/,
  },
  {
    name: 'sql-lives-in-the-store',
    why: 'One folder knows the tables; others ask by its functions.',
    pattern: /\b(?:SELECT\s+[\w*]|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+TABLE\s)/,
    in: /^(?:main|renderer)\//,
    except: /^main\/core\/store\//,
  },
];

/**
 * Where a trap's words stand although they must not. Comments count: what may not be written is not quoted either.
 *
 * @param {string} baseDir
 * @param {readonly string[]} folders
 * @returns {string[]} one sentence each
 */
export function findTraps(baseDir, folders) {
  const files = folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(baseDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:tsx?|js|html)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => path.relative(baseDir, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')),
  );
  return files.flatMap((file) => {
    const lines = fs.readFileSync(path.join(baseDir, file), 'utf8').split('\n');
    return TRAPS.filter((trap) => trap.in.test(file) && !trap.except?.test(file)).flatMap(({ name, why, pattern }) =>
      lines.flatMap((line, index) => (pattern.test(line) ? [`${name}: ${file}:${index + 1}: ${why}`] : [])),
    );
  });
}
