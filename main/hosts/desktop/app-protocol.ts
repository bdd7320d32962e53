import fs from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { LibraryError } from '../../contract/errors.ts';
import { answerArticle, type Served } from '../answer-article.ts';
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
    if (path.startsWith('/articles/')) return sendArticle(library, path, request.headers.get('range'));
    const found = files.get(path) ?? (isWindowPath(path) ? files.get('/index.html') : undefined);
    if (!found) return answerText(404, 'There is nothing here.');
    return new Response(await fs.readFile(found.file), { headers: found.headers });
  });
}

async function sendArticle(library: LibraryLink, path: string, range: string | null): Promise<Response> {
  try {
    const { status, headers, body } = await answerArticle((asked, from) => ask(library, asked, from), path, range);
    const isWhole = typeof body === 'string' || body instanceof Uint8Array;
    return new Response(isWhole ? body : ReadableStream.from(body), { status, headers });
  } catch (error) {
    if (error instanceof LibraryError) return answerText(503, error.message);
    throw error;
  }
}

async function ask(library: LibraryLink, path: string, from: number): Promise<Served> {
  const outcome = await library.askProcess((client) => client['process.serveArticle']({ path, from }));
  if (!outcome.ok) throw new LibraryError(outcome.error.code, outcome.error.message);
  return outcome.value;
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
