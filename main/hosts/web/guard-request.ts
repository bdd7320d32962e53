import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isPlainPath } from '../static-files.ts';

/**
 * What a browser must show to be let in. Every program and every web page on this machine can reach a loopback port;
 * only the person who started the host has the token.
 */
export interface Credentials {
  /** In the address that the host prints; valid while the host runs. */
  readonly token: string;
  /** What the token is exchanged for at the first visit. */
  readonly session: string;
  readonly cookieName: string;
}

export function makeCredentials(port: number): Credentials {
  const secret = () => randomBytes(32).toString('base64url');
  // Cookies know no ports: with the port in its name, two libraries can be open in one browser.
  return { token: secret(), session: secret(), cookieName: `carrel_${port}` };
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly status: 400 | 401 | 403 | 405; readonly reason: string };

const ALLOWED: Verdict = { allowed: true };
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT']);
const CHANGING = new Set(['POST', 'PUT']);

/**
 * Whether a request comes from the window that this host served.
 *
 * - Host: a page on a name that was rebound to 127.0.0.1 sends that name.
 * - Origin and Sec-Fetch-Site: another page's script or form sends its own, and cannot change it. A request that
 *   changes something must carry an Origin.
 * - Cookie: another program on this machine has none.
 */
export function guardRequest(request: IncomingMessage, port: number, credentials: Credentials): Verdict {
  const { headers, method = '' } = request;
  if (!METHODS.has(method)) return refuse(405, 'This method is not used here.');
  if (!isOwnHost(headers.host, port)) return refuse(403, 'This address does not belong to Carrel.');
  if (!isPlainPath(request.url)) return refuse(400, 'This path is not one that Carrel serves.');
  const origin = headers.origin;
  if (origin !== undefined && origin !== `http://${headers.host}`) return refuse(403, 'Another page may not use Carrel.');
  if (origin === undefined && CHANGING.has(method)) return refuse(403, 'A request that changes something must say where it comes from.');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isOpening(request)) return refuse(403, 'Another page may not use Carrel.');
  if (!hasSession(headers.cookie, credentials)) return refuse(401, 'Open the address that Carrel printed when it started.');
  return ALLOWED;
}

/** Whether a request opens the window with the token: by a link from anywhere, so from any site. */
export function opensWithToken(request: IncomingMessage, port: number, { token }: Credentials): boolean {
  if (request.method !== 'GET' || !isOwnHost(request.headers.host, port) || !request.url?.startsWith('/?token=')) return false;
  return equalSecrets(new URL(request.url, 'http://127.0.0.1').searchParams.get('token') ?? '', token);
}

/** A link from elsewhere may open the window (it shows nothing to the page that links); it may load nothing else. */
function isOpening(request: IncomingMessage): boolean {
  return request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document' && !request.url?.startsWith('/articles/');
}

function isOwnHost(host: string | undefined, port: number): boolean {
  return host === `127.0.0.1:${port}` || host === `localhost:${port}`;
}

function hasSession(cookieHeader: string | undefined, { cookieName, session }: Credentials): boolean {
  return (cookieHeader ?? '').split(';').some((part) => {
    const [name, ...value] = part.trim().split('=');
    return name === cookieName && equalSecrets(value.join('='), session);
  });
}

/** Compares in a time that does not tell how much of a guess was right. */
function equalSecrets(given: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}

function refuse(status: 400 | 401 | 403 | 405, reason: string): Verdict {
  return { allowed: false, status, reason };
}
