import fs from 'node:fs';

/**
 * Saves what an engine offers to be saved.
 *
 * @param {string} file
 * @param {unknown} value
 * @param {() => import('./engine-types.ts').Serving} serve
 * @returns {import('./engine-types.ts').BuiltIndex} with the reason when it is too large for a string
 */
export function saveJson(file, value, serve) {
  try {
    const json = JSON.stringify(value);
    fs.writeFileSync(file, json);
    const bytes = Buffer.byteLength(json);
    return { indexBytes: bytes, diskBytes: bytes };
  } catch (error) {
    // A string holds half a billion characters at most.
    if (!(error instanceof RangeError)) throw error;
    return { indexBytes: null, diskBytes: null, unsaved: `cannot be saved: ${error.message}`, serving: serve() };
  }
}
