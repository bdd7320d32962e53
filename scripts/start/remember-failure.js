import fs from 'node:fs';
import path from 'node:path';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Beside the package, where npm's own clearing up removes it, too. @param {string} electronFolder */
function noteFile(electronFolder) {
  return path.join(electronFolder, '../.cache/carrel/electron-download.json');
}

/**
 * Keeps that a download failed, so that the next start does not wait for it again.
 *
 * @param {string} electronFolder
 * @param {string} reason
 * @param {Date} now
 */
export function rememberFailure(electronFolder, reason, now) {
  const file = noteFile(electronFolder);
  try {
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, JSON.stringify({ reason, at: now.toISOString() }));
  } catch {
    // Where nothing can be written, the next start tries again: slower, but right.
  }
}

/** @param {string} electronFolder */
export function forgetFailure(electronFolder) {
  fs.rmSync(noteFile(electronFolder), { force: true });
}

/**
 * @param {string} electronFolder
 * @param {Date} now
 * @returns {{ reason: string, at: Date } | undefined} a failure of the last 24 hours
 */
export function recallFailure(electronFolder, now) {
  try {
    const { reason, at } = JSON.parse(fs.readFileSync(noteFile(electronFolder), 'utf8'));
    const then = new Date(at);
    const age = now.getTime() - then.getTime();
    return typeof reason === 'string' && age >= 0 && age < DAY_MS ? { reason, at: then } : undefined;
  } catch {
    // No note, or none that can be read: nothing is known.
    return undefined;
  }
}
