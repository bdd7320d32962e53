// Measurements, printed and never asserted: npm run bench -- import [--files N] [--cli] [--json], list [--articles N], window [--articles N] [--json], typing [--articles N] [--library FOLDER] [--json],
// search [--quick] [--json] [--articles N] [--corpus FILE.ndjson] [--engines a,b], ranking --collection DIR [--json],
// extract --pages DIR [--json] [--scores FILE.ndjson], formats --folder DIR [--formats a,b] [--json], save [--pages N] [--json]
import { benchExtract } from './bench/bench-extract.js';
import { benchFormats } from './bench/bench-formats.js';
import { benchImport } from './bench/bench-import.js';
import { benchWindow } from './bench/bench-window.js';
import { benchList } from './bench/bench-list.js';
import { benchRanking } from './bench/bench-ranking.js';
import { benchSave } from './bench/bench-save.js';
import { benchSearch } from './bench/bench-search.js';
import { benchTyping } from './bench/bench-typing.js';

/** @type {Record<string, (flags: readonly string[]) => Promise<void>>} */
const BENCHES = { import: benchImport, list: benchList, window: benchWindow, typing: benchTyping, search: benchSearch, ranking: benchRanking, extract: benchExtract, formats: benchFormats, save: benchSave };

const [what = 'import', ...flags] = process.argv.slice(2);
const bench = BENCHES[what];
if (!bench) throw new Error(`There is no benchmark named "${what}". There are: ${Object.keys(BENCHES).join(', ')}`);
await bench(flags);
