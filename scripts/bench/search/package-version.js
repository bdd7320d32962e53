import fs from 'node:fs';

/** @param {string} name @returns {string} of an installed package */
export function packageVersion(name) {
  // Read as a file: not every package lets its own description be imported.
  const { version } = JSON.parse(fs.readFileSync(new URL(`../../../node_modules/${name}/package.json`, import.meta.url), 'utf8'));
  return String(version);
}
