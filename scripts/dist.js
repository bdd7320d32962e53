// Packs what can be installed today: the command line with its web host, as one npm package without dependencies.
// The desktop packages of electron-builder.yml need the desktop host, which this version does not have yet.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import './build.js';

const OUT = 'dist';
const packed = `${OUT}/package`;

fs.rmSync(OUT, { recursive: true, force: true });
for (const part of ['build', 'resources', 'main/hosts/cli/carrel.js', 'README.md', 'LICENSE', 'CHANGELOG.md']) fs.cpSync(part, `${packed}/${part}`, { recursive: true });
const { name, version, description, license, bin, type, engines } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
// Everything is bundled: whoever installs this needs Node and nothing else.
fs.writeFileSync(`${packed}/package.json`, `${JSON.stringify({ name, version, description, license, bin, type, engines }, null, 2)}\n`);
execFileSync('npm', ['pack', `./${packed}`, '--pack-destination', OUT], { stdio: 'inherit' });
fs.rmSync(packed, { recursive: true });
console.log(`\nThe desktop packages (electron-builder.yml) are not made yet: this version has no desktop host.`);
