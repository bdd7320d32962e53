import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../core/base/limits.ts';
import { openLibrary, type Library } from '../../core/open-library.ts';
import { nodeServices } from '../node-services.ts';
import { startWebHost, type WebHost } from './server.ts';

// A real host on a real port, attacked with requests that no browser would let a page write, too.

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-web-'));
const window = path.join(scratch, 'window');
let library: Library;
let host: WebHost;
let port: number;
let cookie: string;
const unexpected: unknown[] = [];

interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
}

function send(method: string, target: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, method, path: target, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

const own = () => ({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}`, cookie });
const call = (method: string, input: unknown, headers: Record<string, string> = {}) =>
  send('POST', `/api/${method}`, { ...own(), 'content-type': 'application/json', ...headers }, JSON.stringify(input));

beforeAll(async () => {
  fs.mkdirSync(path.join(window, 'assets'), { recursive: true });
  fs.writeFileSync(path.join(window, 'index.html'), '<!DOCTYPE html><title>The window</title>');
  fs.writeFileSync(path.join(window, 'assets', 'app.js'), '// the window');
  fs.writeFileSync(path.join(scratch, 'secret.html'), 'a secret');
  fs.symlinkSync(path.join(scratch, 'secret.html'), path.join(window, 'link.html'));
  library = await openLibrary({ root: path.join(scratch, 'library'), access: 'write' }, nodeServices('a test'));
  host = await startWebHost({ library, port: 0, rendererFolder: window, logUnexpected: (error) => unexpected.push(error) });
  port = Number(new URL(host.url).port);
  const welcome = await send('GET', new URL(host.url).pathname + new URL(host.url).search, { host: `127.0.0.1:${port}` });
  cookie = welcome.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  await host.close();
  await library.close();
  fs.rmSync(scratch, { recursive: true, force: true });
});

describe('the web host lets in', () => {
  it('the window and its calls, with every lock said in the headers', async () => {
    const page = await send('GET', '/', own());
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['x-content-type-options']).toBe('nosniff');
    expect(JSON.parse((await call('library.counts', {})).body)).toEqual({ ok: true, value: { articles: 0, unread: 0, favourites: 0, archived: 0, unfetched: 0, trashed: 0 } });
  });

  it('whoever brings the token, for a cookie that no script and no other site can use', async () => {
    const welcome = await send('GET', new URL(host.url).pathname + new URL(host.url).search, { host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' });
    expect(welcome.headers['set-cookie']?.[0]).toMatch(/^carrel_\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  it('every path of the window with the window\'s page', async () => {
    for (const target of ['/search?q=x', '/a/abc', '/import']) expect((await send('GET', target, own())).body).toContain('The window');
  });
});

describe('the web host refuses', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example', '[::1]', '127.0.0.1.nip.example'])('the Host %s', async (forged) => {
    const answer = await send('GET', '/', { ...own(), host: forged, origin: `http://${forged}` });
    expect(answer.status).toBe(403);
  });

  it('a request with no Host', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.0\r\n\r\n'));
      socket.on('data', (chunk) => resolve(chunk.toString()));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1', 'http://localhost.evil.example', 'file://', 'http://127.0.0.1:1'])(
    'the Origin %s',
    async (origin) => {
      expect((await call('library.counts', {}, { origin })).status).toBe(403);
    },
  );

  it('a change without an Origin', async () => {
    const { origin: _, ...rest } = own();
    expect((await send('POST', '/api/library.counts', { ...rest, 'content-type': 'application/json' }, '{}')).status).toBe(403);
    expect((await send('PUT', '/imports/x/files/y', rest, 'z')).status).toBe(403);
  });

  it.each(['cross-site', 'same-site'])('what another page loads or sends (Sec-Fetch-Site: %s)', async (site) => {
    expect((await call('library.counts', {}, { 'sec-fetch-site': site })).status).toBe(403);
    expect((await send('GET', '/assets/app.js', { ...own(), 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
    expect((await send('GET', '/articles/x/', { ...own(), 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).status).toBe(403);
  });

  it('a missing or forged cookie, everywhere', async () => {
    const name = cookie.split('=')[0];
    for (const forged of ['', `${name}=`, `${name}=x`, `${name}=${'A'.repeat(43)}`, cookie.slice(0, -1), `other=${cookie.split('=')[1]}`]) {
      for (const target of ['/', '/assets/app.js', '/articles/x/', '/events']) expect((await send('GET', target, { ...own(), cookie: forged })).status).toBe(401);
      expect((await call('library.counts', {}, { cookie: forged })).status).toBe(401);
    }
  });

  it('a forged token', async () => {
    for (const token of ['', 'x', 'A'.repeat(43), '%00', '&token=x']) {
      const answer = await send('GET', `/?token=${token}`, { host: `127.0.0.1:${port}` });
      expect(answer.status).toBe(401);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    const right = new URL(host.url).search;
    expect((await send('GET', `/${right}`, { host: 'evil.example' })).headers['set-cookie']).toBeUndefined();
    expect((await send('POST', `/${right}`, { host: `127.0.0.1:${port}` })).headers['set-cookie']).toBeUndefined();
  });

  it.each(['DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])('the method %s', async (method) => {
    expect((await send(method, '/', own())).status).toBe(405);
  });

  it.each([
    '/../secret.html',
    '/assets/../../secret.html',
    '/assets/%2e%2e/%2e%2e/secret.html',
    '/assets/%2E%2E%2Fsecret.html',
    '/assets/..%2f..%2fsecret.html',
    '/assets/..%5c..%5csecret.html',
    '/assets/..\\..\\secret.html',
    '/%2e%2e/secret.html',
    '//secret.html',
    '/./../secret.html',
    '/assets/%00/secret.html',
    '/link.html',
    '/etc/passwd.html',
    'http://evil.example/index.html',
    '/articles/../secret.html',
    '/articles/%2e%2e/secret.html',
    '/articles/x/images/../../../secret.html',
    `/articles/x/images/${'a'.repeat(64)}`,
    '/articles/x/images/..%2f..%2flibrary.db',
  ])('the path %s', async (target) => {
    const answer = await send('GET', target, own());
    expect([400, 403, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('secret');
  });

  it.each([
    ['text/plain', '{}', 400],
    ['', '{}', 400],
    ['application/x-www-form-urlencoded', 'a=b', 400],
    ['application/json', '{', 400],
    ['application/json', '', 400],
    ['application/json', '\u0000', 400],
    ['application/json', '"\ud800', 400],
    ['application/json', 'null', 400],
    ['application/json', '[]', 400],
    ['application/json', '{"limit":"1"}', 400],
    ['application/json', '{"limit":1e99}', 400],
  ])('a body of type "%s" that is %s', async (type, body, status) => {
    const answer = await send('POST', '/api/articles.list', { ...own(), 'content-type': type }, body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  });

  it('a body of nothing but brackets, without harm', async () => {
    const answer = await send('POST', '/api/articles.list', { ...own(), 'content-type': 'application/json' }, '['.repeat(1_000_000));
    expect(answer.status).toBe(400);
  });

  it('an oversized body, whether it says so or not', async () => {
    const declared = await send('POST', '/api/articles.list', { ...own(), 'content-type': 'application/json', 'content-length': String(LIMITS.callBytes + 1) }).catch(() => undefined);
    expect(declared === undefined || declared.status === 413).toBe(true);
    const sent = await send('POST', '/api/articles.list', { ...own(), 'content-type': 'application/json' }, Buffer.alloc(LIMITS.callBytes + 1, ' '));
    expect(sent.status).toBe(413);
  });

  it('calls that only a local caller may make, and names that are none', async () => {
    for (const name of ['imports.startPaths', 'constructor', '__proto__', 'toString', 'no.such', '%2e%2e', '']) {
      const answer = await call(name, { paths: ['/etc/passwd'] });
      expect([400, 404]).toContain(answer.status);
    }
  });

  it('uploads that name a place outside of their import, or none', async () => {
    const opened = JSON.parse((await call('imports.openUpload', {})).body);
    const id: string = opened.value.importId;
    for (const name of ['..', '../x', '..%2fx', '%2e%2e%2fx', 'a/../../x', '%2fetc%2fpasswd', 'a//b', '', '.', 'a%00b', 'a%5c..%5cb', '%', '%ff', 'x'.repeat(300)]) {
      const answer = await send('PUT', `/imports/${id}/files/${name}`, own(), 'text');
      expect([400, 404]).toContain(answer.status);
    }
    expect(fs.existsSync(path.join(scratch, 'library', 'x'))).toBe(false);
    expect((await send('PUT', `/imports/no-such-import/files/a.txt`, own(), 'text')).status).toBe(404);
    expect((await send('PUT', `/imports/${id}/files/a.txt`, own(), 'text')).status).toBe(200);
    expect((await send('PUT', `/imports/${id}/files/a.txt`, own(), 'text')).status).toBe(400);
    await call('imports.cancel', { importId: id });
  });

  it('and goes on serving, with nothing unexpected in the log', async () => {
    expect(unexpected).toEqual([]);
    expect((await send('GET', '/', own())).status).toBe(200);
    expect((await call('library.verify', {})).body).toContain('"ok":true');
  });
});
