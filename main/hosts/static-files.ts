import fs from 'node:fs';
import path from 'node:path';

export interface StaticFile {
  readonly file: string;
  readonly headers: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** What the window's own page may do: its own scripts and connections, nothing else. */
const WINDOW_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const COMMON = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' };

/**
 * The built window's files by the path that asks for them. Listed once: a request is looked up and never joined to a
 * folder, so that no path, however it is written, leads out; links are no files of the build and are left out.
 */
export function listStaticFiles(folder: string): ReadonlyMap<string, StaticFile> {
  const files = new Map<string, StaticFile>();
  for (const file of listFiles(folder)) {
    const type = TYPES[path.extname(file)];
    if (type === undefined) continue;
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    // Names under /assets/ carry a hash of their content; others may change with the next build.
    const cache = address.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-cache';
    const policy = type.startsWith('text/html') ? { 'content-security-policy': WINDOW_POLICY } : {};
    files.set(address, { file, headers: { ...COMMON, ...policy, 'content-type': type, 'cache-control': cache } });
  }
  return files;
}

/** Level by level: within a desktop's packed archive this is what surely works. */
function listFiles(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return listFiles(place);
    return entry.isFile() ? [place] : [];
  });
}

/** A path from a request: no absolute form, no dots that climb, however they are written, and no other way to write a slash. */
export function isPlainPath(address: string | undefined): address is string {
  if (!address?.startsWith('/') || address.startsWith('//')) return false;
  const path = address.split('?')[0] ?? '';
  return !/(^|\/)(\.|%2e){1,2}(\/|$)/i.test(path) && !/\\|%5c|%00|\0/i.test(path);
}

/** The page for a path of the window's own (`/search`, `/a/ID`), which has no file. */
export function isWindowPath(path: string): boolean {
  return !/^\/(api|articles|assets|events|imports)(\/|$)/.test(path) && !path.includes('.');
}
