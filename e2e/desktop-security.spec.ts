import fs from 'node:fs';
import path from 'node:path';
import { call, expect, importsFinished, test } from './fixtures/desktop-app.ts';

// The security list of the desktop, one test an item, over the built main process and preload under the fake Electron.

test('every page is sandboxed, before the application is ready', async ({ desktop }) => {
  const electron = await desktop.start();
  const happened = await electron.do('happened');
  expect(happened.indexOf('sandbox')).toBeGreaterThanOrEqual(0);
  expect(happened.indexOf('sandbox')).toBeLessThan(happened.indexOf('app:ready'));
  const [options] = await electron.do('madeWith');
  expect(options?.webPreferences).toMatchObject({ sandbox: true });
});

test('pages are isolated from the preload, without Node and without webviews', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('click', 'New Window');
  const all = await electron.do('madeWith');
  expect(all).toHaveLength(2);
  for (const { webPreferences } of all) {
    expect(webPreferences).toMatchObject({ contextIsolation: true, nodeIntegration: false, nodeIntegrationInSubFrames: false, nodeIntegrationInWorker: false, webviewTag: false, webSecurity: true, allowRunningInsecureContent: false });
    expect(path.basename(webPreferences?.preload ?? '')).toBe('preload.cjs');
    expect(webPreferences).not.toHaveProperty('additionalArguments');
  }
  expect(await electron.do('attachWebview', 1)).toEqual({ prevented: true });
});

test('a packaged application has no developer tools', async ({ desktop }) => {
  const electron = await desktop.start({ isPackaged: true });
  expect((await electron.do('madeWith'))[0]?.webPreferences?.devTools).toBe(false);
  expect(JSON.stringify(await electron.do('menu'))).not.toContain('toggleDevTools');
});

test('a page is given three functions and nothing else, and main has two doors', async ({ desktop }) => {
  const electron = await desktop.start();
  expect(await electron.do('exposed', 1)).toEqual({ carrel: ['call', 'subscribe', 'importDropped'] });
  // A setting written opens electron-store's file, whose own door must not stand open either.
  await call(electron, 'settings.change', { theme: 'dark' });
  expect(await electron.do('channels')).toEqual({ handled: ['carrel:call', 'carrel:import-dropped'], listened: [] });
});

test('the scheme is registered once, before ready, as standard and secure, and never passes by a policy', async ({ desktop }) => {
  const electron = await desktop.start();
  const happened = await electron.do('happened');
  expect(happened.filter((one) => one === 'scheme')).toHaveLength(1);
  expect(happened.indexOf('scheme')).toBeLessThan(happened.indexOf('app:ready'));
  expect(await electron.do('schemes')).toEqual([{ scheme: 'carrel-app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
});

test('the scheme serves the window, each place of it and its files', async ({ desktop }) => {
  const electron = await desktop.start();
  for (const place of ['/', '/unread', '/a/abc', '/search?q=harbour', '/import/x#top']) {
    const page = await electron.do('fetch', `carrel-app://library${place}`);
    expect(page?.status, place).toBe(200);
    expect(page?.body).toContain('<div id="root">');
  }
  const script = /src="([^"]+\.js)"/.exec(fs.readFileSync('build/renderer/index.html', 'utf8'))?.[1] ?? '';
  const file = await electron.do('fetch', new URL(script, 'carrel-app://library/').href);
  expect(file).toMatchObject({ status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8', 'x-content-type-options': 'nosniff' } });
});

test('the scheme knows no other path, however it is written', async ({ desktop }) => {
  const electron = await desktop.start();
  const tricks = [
    '/../package.json', '/assets/../../package.json', '/%2e%2e/package.json', '/%2E%2e%2Fpackage.json', '/..%2fpackage.json', '/..\\package.json', '/%5c..%5cpackage.json',
    '/assets/%00', '/index.html%00.js', '//etc/passwd', '/etc/passwd.txt', '/main.js', '/desktop/main.js', '/articles/', '/articles/../index.html', '/articles/nothing/', '/articles/a/b/c',
    '/articles/abc/images/../../index.html', '/api/articles.list', '/imports/x',
  ];
  for (const trick of tricks) {
    const answer = await electron.do('fetch', `carrel-app://library${trick}`);
    expect(answer?.status, trick).toBe(404);
    expect(answer?.body, trick).not.toContain('root:');
  }
  for (const address of ['carrel-app://elsewhere/', 'carrel-app://library.example.org/', 'carrel-app://user@library/', 'carrel-app://library:8080/']) {
    expect((await electron.do('fetch', address))?.status, address).toBe(404);
  }
  expect((await electron.do('fetch', 'carrel-app://library/', 'POST'))?.status).toBe(405);
});

test('the window and every article say their policy in a header', async ({ desktop }) => {
  const electron = await desktop.start();
  const page = await electron.do('fetch', 'carrel-app://library/');
  const policy = page?.headers['content-security-policy'] ?? '';
  for (const part of ["default-src 'self'", "script-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) expect(policy).toContain(part);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);

  await electron.do('importDropped', 1, [{ name: 'a.html', path: desktop.write('a.html', '<title>Ice</title><p>The harbour froze early this year.</p><script>bad()</script><p>Ships waited outside.</p>') }]);
  await importsFinished(electron, 1);
  const { articles } = await call(electron, 'articles.list', {});
  const article = await electron.do('fetch', `carrel-app://library/articles/${articles[0]?.id}/`);
  expect(article?.status).toBe(200);
  expect(article?.body).toContain('The harbour froze');
  expect(article?.body).not.toContain('bad()');
  const locked = article?.headers['content-security-policy'] ?? '';
  expect(locked).toContain("default-src 'none'");
  expect(locked).toContain('sandbox allow-same-origin');
  expect(locked).not.toContain('script');
});

test('no page leaves the window, and no frame leaves its article', async ({ desktop }) => {
  const electron = await desktop.start();
  const strangers = ['https://example.org/', 'http://localhost/', 'file:///etc/passwd', 'data:text/html,x', 'javascript:1', 'about:blank', 'carrel-app://elsewhere/', 'carrel-app://library.evil/', 'blob:carrel-app://library/x', 'carrel-app://library/articles/abc/', 'chrome://gpu'];
  for (const url of strangers) {
    expect(await electron.do('navigate', 1, 'will-navigate', url, true), url).toEqual({ prevented: true });
    expect(await electron.do('navigate', 1, 'will-frame-navigate', url, true), url).toEqual({ prevented: true });
    if (!url.includes('/articles/')) expect(await electron.do('navigate', 1, 'will-frame-navigate', url, false), url).toEqual({ prevented: true });
  }
  expect(await electron.do('navigate', 1, 'will-redirect', 'carrel-app://library/', true)).toEqual({ prevented: true });
  expect(await electron.do('navigate', 1, 'will-frame-navigate', 'carrel-app://library/', false)).toEqual({ prevented: true });
  // What must go on working: the window loads itself again, a frame loads its article.
  expect(await electron.do('navigate', 1, 'will-navigate', 'carrel-app://library/unread', true)).toEqual({ prevented: false });
  expect(await electron.do('navigate', 1, 'will-frame-navigate', 'carrel-app://library/articles/abc/', false)).toEqual({ prevented: false });
});

test('no window is opened by a page; links to the web go to the browser, after the handler', async ({ desktop }) => {
  const electron = await desktop.start();
  for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'carrel-app://library/', 'data:text/html,x', 'ssh://x', 'smb://x/y', 'ms-msdt:/id', 'mailto:a@b', 'not an address', '']) {
    expect(await electron.do('openWindow', 1, url), url).toEqual({ action: 'deny', external: [], tooEarly: [] });
  }
  await electron.do('openWindow', 1, 'https://example.org/a');
  expect(await electron.do('openWindow', 1, 'http://example.org/b')).toEqual({ action: 'deny', external: ['https://example.org/a', 'http://example.org/b'], tooEarly: [] });
});

test('whoever is not the page of one of our windows is refused at both doors', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  for (const stranger of await electron.do('strangers')) {
    for (const [channel, args] of [['call', ['library.counts', {}]], ['call', ['settings.get', {}]], ['importDropped', [['/etc/passwd']]]] as const) {
      const answer = await electron.do('invokeAs', stranger, 1, channel, args);
      expect(answer, stranger).toEqual({ refused: expect.stringContaining('Refused') });
      expect(JSON.stringify(answer)).not.toContain(desktop.folder);
    }
  }
  expect((await call(electron, 'imports.list', {})).imports).toEqual([]);
});

test('a page cannot name paths, and nothing that is no plain value gets through a door', async ({ desktop }) => {
  const electron = await desktop.start();
  expect(await electron.do('call', 1, 'imports.startPaths', { paths: ['/etc/passwd'] })).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  expect(await electron.do('call', 1, 'process.serveArticle', { path: '/' })).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
  const circle: { self?: unknown } = {};
  circle.self = circle;
  for (const input of [circle, 10n]) expect(await electron.do('call', 1, 'library.counts', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(await electron.do('call', 1, 'imports.startText', { text: 'x'.repeat(13_000_000) })).toMatchObject({ ok: false, error: { code: 'too-large' } });
  expect((await call(electron, 'library.counts', {})).articles).toBe(0);
});

test('every permission and every device is denied, but for writing to the clipboard and for a video that fills the screen', async ({ desktop }) => {
  const electron = await desktop.start();
  const denied = { requested: false, checked: false };
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen', 'midi', 'fileSystem', 'hid', 'usb', 'serial', 'local-network-access', 'display-capture']) {
    expect(await electron.do('permission', permission, 'carrel-app://library/', true), permission).toEqual(denied);
  }
  for (const device of ['hid', 'serial', 'usb']) expect(await electron.do('device', device)).toBe(false);
  const clipboard = (url: string, isMainFrame: boolean) => electron.do('permission', 'clipboard-sanitized-write', url, isMainFrame);
  expect(await clipboard('carrel-app://library/a/abc', true)).toEqual({ requested: true, checked: true });
  expect(await clipboard('carrel-app://library/articles/abc/', false)).toEqual(denied);
  expect(await clipboard('https://example.org/', true)).toEqual(denied);
  const fullScreen = (url: string, isMainFrame: boolean) => electron.do('permission', 'fullscreen', url, isMainFrame);
  expect(await fullScreen('carrel-app://library/articles/abc/', false)).toEqual({ requested: true, checked: true });
  for (const [url, isMainFrame] of [['carrel-app://library/articles/abc/', true], ['carrel-app://library/', false], ['https://example.org/articles/abc/', false]] as const) expect(await fullScreen(url, isMainFrame)).toEqual(denied);
});

test('no request leaves the application', async ({ desktop }) => {
  const electron = await desktop.start({ isPackaged: true });
  for (const url of ['https://example.org/', 'http://127.0.0.1:17653/', 'ws://localhost/', 'wss://example.org/', 'ftp://x/', 'file:///etc/passwd', 'carrel-app:library/', 'chrome-extension://abc/', 'devtools://devtools/bundled/x.js', 'carrel-app.example://x/']) {
    expect(await electron.do('fetch', url), url).toBeNull();
  }
  expect((await electron.do('fetch', 'carrel-app://library/'))?.status).toBe(200);
});

test('the spell checker is off, which would fetch its dictionaries', async ({ desktop }) => {
  const electron = await desktop.start();
  expect(await electron.do('spellChecker')).toBe(false);
  expect((await electron.do('madeWith'))[0]?.webPreferences?.spellcheck).toBe(false);
});

test('the main process is kept from waiting for ready while it is loaded', async ({ desktop }) => {
  const bad = desktop.write('bad-main.mjs', "import { app } from 'electron';\nawait app.whenReady();\n");
  await expect(desktop.start({ main: bad, evaluationLimitMs: 3_000 })).rejects.toThrow(/did not finish loading.*whenReady/s);
});
