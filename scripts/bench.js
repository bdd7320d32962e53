// Measurements, printed and never asserted: npm run bench -- import [--files N] [--json]
import { benchImport } from './bench/bench-import.js';

/** @type {Record<string, (flags: readonly string[]) => Promise<void>>} */
const BENCHES = { import: benchImport };

const [what = 'import', ...flags] = process.argv.slice(2);
const bench = BENCHES[what];
if (!bench) throw new Error(`There is no benchmark named "${what}". There are: ${Object.keys(BENCHES).join(', ')}`);
await bench(flags);
