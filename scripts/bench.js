// Measurements, printed and never asserted: npm run bench -- import [--files N] [--json], list [--articles N], window [--articles N] [--json]
import { benchImport } from './bench/bench-import.js';
import { benchWindow } from './bench/bench-window.js';
import { benchList } from './bench/bench-list.js';

/** @type {Record<string, (flags: readonly string[]) => Promise<void>>} */
const BENCHES = { import: benchImport, list: benchList, window: benchWindow };

const [what = 'import', ...flags] = process.argv.slice(2);
const bench = BENCHES[what];
if (!bench) throw new Error(`There is no benchmark named "${what}". There are: ${Object.keys(BENCHES).join(', ')}`);
await bench(flags);
