import fs from 'node:fs';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { LibraryError } from '../../contract/errors.ts';
import { ImportId } from '../../contract/ids.ts';
import { LIMITS } from '../../core/base/limits.ts';
import type { Library } from '../../core/open-library.ts';
import { answerArticle } from '../answer-article.ts';
import { isWindowPath, listStaticFiles, type StaticFile } from '../static-files.ts';
import { answerOutcome, answerText, readJson } from './answer.ts';
import { guardRequest, makeCredentials, opensWithToken, type Credentials } from './guard-request.ts';
import { streamEvents } from './stream-events.ts';

export interface WebHostOptions {
  readonly library: Library;
  /** 0 picks a free one. */
  readonly port: number;
  /** Whether another port may be taken when this one is in use. */
  readonly fallback?: boolean;
  /** The built window. */
  readonly rendererFolder: string;
  /** Takes an error that nobody expected. */
  readonly logUnexpected: (error: unknown) => void;
}

export interface WebHost {
  /** With the token: whoever opens it is let in. */
  readonly url: string;
  close(): Promise<void>;
}

interface Site {
  readonly library: Library;
  readonly port: number;
  readonly credentials: Credentials;
  readonly files: ReadonlyMap<string, StaticFile>;
  readonly logUnexpected: (error: unknown) => void;
}

/**
 * Serves a library and its window on the loopback interface.
 *
 * @throws LibraryError `usage` when the port is taken, or the window is not built
 */
export async function startWebHost({ library, port, fallback = false, rendererFolder, logUnexpected }: WebHostOptions): Promise<WebHost> {
  if (!fs.existsSync(rendererFolder)) throw new LibraryError('usage', 'The window is not built yet. Run "npm run build" first.');
  const files = listStaticFiles(rendererFolder);
  let site: Site | undefined;
  const server = http.createServer((request, response) => {
    if (site) void handle(site, request, response);
  });
  const taken = await listen(server, port, fallback);
  const credentials = makeCredentials(taken);
  site = { library, port: taken, credentials, files, logUnexpected };
  return {
    url: `http://127.0.0.1:${taken}/?token=${credentials.token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: http.Server, port: number, fallback: boolean): Promise<number> {
  try {
    return await listenOn(server, port);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EADDRINUSE') throw error;
    if (fallback) return listenOn(server, 0);
    throw new LibraryError('usage', `Port ${port} is in use by another program. Choose another one with --port.`, { cause: error });
  }
}

function listenOn(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      const address: AddressInfo | string | null = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** The host's door for errors: whatever a request ends in, it gets an answer and harms no other. */
async function handle(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answer(site, request, response);
  } catch (error) {
    const senderLeft = request.destroyed && !request.complete;
    if (response.headersSent || senderLeft) response.destroy();
    else if (error instanceof LibraryError) answerOutcome(response, { ok: false, error: { code: error.code, message: error.message } });
    else {
      site.logUnexpected(error);
      answerText(response, 500, 'Something went wrong that should not have.');
    }
  } finally {
    dropUnread(request, response);
  }
}

/** A refused body may be endless: its sender gets the time to read the answer, then the connection goes. */
function dropUnread(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (!request.complete) setTimeout(() => request.destroy(), 500).unref();
  });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (opensWithToken(request, site.port, site.credentials)) return welcome(site.credentials, response);
  const verdict = guardRequest(request, site.port, site.credentials);
  if (!verdict.allowed) {
    response.setHeader('connection', 'close');
    return answerText(response, verdict.status, verdict.reason);
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const [, place, ...rest] = path.split('/');
  if (request.method === 'POST') return place === 'api' ? answerCall(site, request, response, rest) : answerText(response, 404, 'There is nothing here.');
  if (request.method === 'PUT') return place === 'imports' ? takeUpload(site, request, response, rest) : answerText(response, 404, 'There is nothing here.');
  if (path === '/events') return streamEvents(site.library, request, response);
  if (place === 'articles') return sendArticle(site, path, request, response);
  return answerFile(site, path, response);
}

/**
 * Exchanges the token for the cookie. Not by a redirect: after a link from another site a browser would not send a
 * strict cookie along it.
 */
function welcome({ cookieName, session }: Credentials, response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'set-cookie': `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end('<!DOCTYPE html><html lang="en"><title>Carrel</title><meta http-equiv="refresh" content="0;url=/"><a href="/">Open Carrel</a></html>');
}

async function answerCall({ library }: Site, request: IncomingMessage, response: ServerResponse, [method, ...more]: string[]): Promise<void> {
  if (method === undefined || more.length > 0) return answerText(response, 404, 'There is nothing here.');
  const input = await readJson(request, LIMITS.callBytes);
  answerOutcome(response, await library.dispatch(method, input));
}

async function takeUpload({ library }: Site, request: IncomingMessage, response: ServerResponse, [rawId, files, ...segments]: string[]): Promise<void> {
  const id = ImportId.safeParse(rawId);
  if (!id.success || files !== 'files' || segments.length === 0) return answerText(response, 404, 'There is nothing here.');
  const relativePath = segments.map(decodeSegment).join('/');
  await library.receiveFile(id.data, relativePath, relativePath, request);
  answerOutcome(response, { ok: true, value: {} });
}

/** @throws LibraryError `invalid-input` */
function decodeSegment(segment: string): string {
  try {
    const name = decodeURIComponent(segment);
    // A slash inside a segment would make two of it.
    if (!name.includes('/')) return name;
  } catch {
    // Falls through: a percent sign that encodes nothing.
  }
  throw new LibraryError('invalid-input', 'This file name is not written as an address writes it.');
}

async function sendArticle({ library }: Site, path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body } = await answerArticle((asked, from) => library.serveArticle(asked, from), path, request.headers.range);
  response.writeHead(status, headers);
  if (request.method === 'HEAD' || typeof body === 'string' || body instanceof Uint8Array) response.end(request.method === 'HEAD' ? undefined : body);
  else await pipeline(body, response);
}

async function answerFile({ files }: Site, path: string, response: ServerResponse): Promise<void> {
  const found = files.get(path) ?? (isWindowPath(path) ? files.get('/index.html') : undefined);
  if (!found) return answerText(response, 404, 'There is nothing here.');
  response.writeHead(200, found.headers);
  await pipeline(fs.createReadStream(found.file), response);
}
