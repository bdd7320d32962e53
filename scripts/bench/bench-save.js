import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { makePng } from '../../main/core/save/fixtures/pictures.ts';
import { portOf } from '../../main/core/save/fixtures/port-of.ts';
import { watchMemory } from './measure-process.js';
import { reutersTexts } from './reuters-articles.js';

const PICTURES = 6;
/** Of one picture: about 40 KB. */
const PICTURE_SIZE = 640;

/**
 * Saves pages of a site on this machine by the command line: pages a second, bytes fetched and kept, CPU seconds, memory of the process
 * tree. Each page has real text, six pictures, a style sheet, and a hundred kilobytes of what pages carry along. A hundred
 * hosts take turns, so that the rest between two pages of one host is hardly ever waited for. Linux only.
 *
 * @param {readonly string[]} flags `--pages N` (200), `--json`
 */
export async function benchSave(flags) {
  const pages = flags.includes('--pages') ? Number(flags[flags.indexOf('--pages') + 1]) : 200;
  const json = flags.includes('--json');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-save-'));
  const served = { bytes: 0, requests: 0 };
  const server = startSite(pages, served);
  await once(server.listen(0, '0.0.0.0'), 'listening');
  try {
    const port = portOf(server);
    // As many as the setting holds.
    const hosts = Array.from({ length: 100 }, (_, n) => `127.1.0.${n + 1}:${port}`);
    const config = path.join(folder, 'settings');
    fs.mkdirSync(config);
    fs.writeFileSync(path.join(config, 'settings.json'), JSON.stringify({ allowedHosts: hosts }));
    const list = path.join(folder, 'list.txt');
    fs.writeFileSync(list, Array.from({ length: pages }, (_, n) => `http://${hosts[n % hosts.length]}/story/${n}`).join('\n'));
    const library = path.join(folder, 'library');
    const started = performance.now();
    const child = spawn(process.execPath, ['main/hosts/cli/carrel.js', '--library', library, 'save', '--from', list], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, CARREL_CONFIG: config } });
    const endMemory = watchMemory(child.pid ?? 0);
    const [code] = await once(child, 'exit');
    const seconds = (performance.now() - started) / 1_000;
    if (code !== 0) throw new Error(`Saving ended with code ${code}`);
    const figures = { pages, seconds, pagesPerSecond: pages / seconds, requests: served.requests, fetchedMb: served.bytes / 1e6, keptMb: folderBytes(library) / 1e6, peakMb: endMemory() / 1e6 };
    const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]));
    if (json) console.log(JSON.stringify(rounded));
    else console.table(rounded);
  } finally {
    server.closeAllConnections();
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {number} pages @param {{ bytes: number, requests: number }} served */
function startSite(pages, served) {
  const texts = [...reutersTexts(pages, { leastWords: 400, mostWords: 1_500 })];
  const carried = `<script>${'window.carried = "along";\n'.repeat(3_500)}</script>`;
  return http.createServer((request, response) => {
    const [, kind, number = '0', picture = '0'] = (request.url ?? '').split('/');
    const n = Number(number);
    const send = (/** @type {string} */ type, /** @type {string | Buffer} */ body) => {
      served.requests += 1;
      served.bytes += Buffer.byteLength(body);
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (kind === 'picture') return send('image/png', noisyPng(n, Number(picture)));
    if (kind === 'style') return send('text/css', 'body { margin: 0 }\n'.repeat(800));
    const { text = '' } = texts[n] ?? {};
    const [title = '', ...paragraphs] = text.split('\n').filter((line) => line.trim() !== '');
    const images = Array.from({ length: PICTURES }, (_, at) => `<img data-src="/picture/${n}/${at}" src="data:," alt="">`);
    const body = paragraphs.map((line, at) => `<p>${line}</p>${images[at] ?? ''}`).join('');
    return send('text/html; charset=utf-8', `<!DOCTYPE html><html lang="en"><head><title>${title} ${n}</title><link rel="stylesheet" href="/style/x.css">${carried}</head><body><article><h1>${title} ${n}</h1>${body}</article></body></html>`);
  });
}

/** A picture that does not pack well, and is another each time. @param {number} n @param {number} at */
function noisyPng(n, at) {
  const png = makePng(8, 8, [n % 256, Math.floor(n / 256), at]);
  const noise = Buffer.alloc(PICTURE_SIZE * 64);
  for (let place = 0, state = n * 7 + at + 1; place < noise.length; place += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    noise[place] = state >>> 24;
  }
  // What stands behind a picture's end is for nobody.
  return Buffer.concat([png, noise]);
}

/** @param {string} folder */
function folderBytes(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}
