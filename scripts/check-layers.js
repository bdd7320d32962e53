// Runs the layer rules of .dependency-cruiser.cjs and looks for the words of find-traps.js. Given a folder (by its test), it checks that tree instead.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { findTraps } from './find-traps.js';

const baseDir = process.argv[2] ?? process.cwd();
const options = await extractConfig(fileURLToPath(new URL('../.dependency-cruiser.cjs', import.meta.url)));
const folders = ['main', 'renderer', 'scripts', 'e2e'].filter((folder) => existsSync(path.join(baseDir, folder)));
const { output } = await cruise(folders, { ...options, baseDir });
if (typeof output === 'string') throw new Error('The cruiser answers with an object');

const traps = findTraps(baseDir, folders);
for (const trap of traps) console.error(`Layers: ${trap}`);
for (const { rule, from, to } of output.summary.violations) console.error(`Layers: ${rule.name}: ${from} -> ${to}`);
// With a parser that does not fit, the cruiser reads nothing and finds nothing wrong.
const read = output.modules.filter(({ source, dependencies }) => /\.tsx?$/.test(source) && dependencies.length > 0).length;
if (read < 3) console.error(`Layers: only ${read} TypeScript files with imports were read.`);
console.log(`Layers: ${output.summary.totalCruised} modules, ${output.summary.violations.length + traps.length} violations.`);
process.exitCode = output.summary.violations.length + traps.length > 0 || read < 3 ? 1 : 0;
