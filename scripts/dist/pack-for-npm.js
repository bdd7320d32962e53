import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What the command line and the web host read at run time, and what belongs to a package. */
const PARTS = ['build/node', 'build/renderer', 'build/licences.txt', 'resources/samples', 'main/hosts/cli/carrel.js', 'README.md', 'LICENSE', 'CHANGELOG.md'];

/**
 * Packs the built command line with its web host. Everything is bundled: whoever installs this needs Node and nothing else.
 *
 * @param {string} root the project's folder; the package comes into its dist
 * @returns {number} npm's exit code
 */
export function packForNpm(root) {
  const out = path.join(root, 'dist');
  const packed = path.join(out, 'npm');
  fs.rmSync(packed, { recursive: true, force: true });
  for (const part of PARTS) fs.cpSync(path.join(root, part), path.join(packed, part), { recursive: true });
  const { name, version, description, license, bin, type, engines } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  fs.writeFileSync(path.join(packed, 'package.json'), `${JSON.stringify({ name, version, description, license, bin, type, engines }, null, 2)}\n`);
  const { status } = spawnSync('npm', ['pack', packed, '--pack-destination', out], { stdio: 'inherit', shell: process.platform === 'win32' });
  fs.rmSync(packed, { recursive: true });
  return status ?? 1;
}
