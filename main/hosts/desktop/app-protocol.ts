import fs from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { isPlainPath, isWindowPath, listStaticFiles } from '../static-files.ts';
import { APP_SCHEME, ownPath } from './app-address.ts';
import type { LibraryLink } from './library-link.ts';

/** Declares the scheme. Once, and before the application is ready: afterwards Chromium takes no more. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]);
}

/** Answers the windows' requests: the built window's files, and articles out of the library. */
export function handleAppScheme(session: Session, rendererFolder: string, library: LibraryLink): void {
  const files = listStaticFiles(rendererFolder);
  session.protocol.handle(APP_SCHEME, async (request) => {
    const path = ownPath(request.url);
    if (path === undefined || !isPlainPath(path)) return answerText(404, 'There is nothing here.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return answerText(405, 'This method is not used here.');
    if (path.startsWith('/articles/')) return answerArticle(library, path);
    const found = files.get(path) ?? (isWindowPath(path) ? files.get('/index.html') : undefined);
    if (!found) return answerText(404, 'There is nothing here.');
    return new Response(await fs.readFile(found.file), { headers: found.headers });
  });
}

async function answerArticle(library: LibraryLink, path: string): Promise<Response> {
  const outcome = await library.askProcess((client) => client['process.serveArticle']({ path }));
  if (!outcome.ok) return answerText(503, outcome.error.message);
  const { status, headers, body } = outcome.value;
  return new Response(body, { status, headers });
}

function answerText(status: number, text: string): Response {
  return new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
  });
}
