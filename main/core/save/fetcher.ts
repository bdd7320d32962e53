import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestPurpose } from '../../contract/saving.ts';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { SaveTimes } from '../host-services.ts';
import { checkHost, followAddress, privateAddress, type AllowedHosts } from './check-address.ts';
import { describeFetchError, mayWorkLater, refusalOf } from './describe-fetch-error.ts';
import { fetchOnce, isRedirect, type Answer, type Came, type Sink } from './fetch-once.ts';
import { guardedAgent, type GuardedAgent, type Lookup } from './guarded-agent.ts';
import { HostLine, type Pause } from './host-line.ts';
import type { Ledger } from '../store/ledger.ts';

export interface FetcherParts {
  readonly ledger: Pick<Ledger, 'begin' | 'end'>;
  /** How Carrel names itself to sites. */
  readonly userAgent: string;
  readonly now?: () => Date;
  readonly pause?: Pause;
  readonly times?: SaveTimes;
  readonly lookup?: Lookup;
}

export interface ToFetch {
  readonly url: URL;
  readonly purpose: RequestPurpose;
  /** The page that it is a part of: its site is named to the other one, no more. */
  readonly partOf?: URL;
  readonly limitBytes: number;
  /** For each request. All of them together have longer, unless this is longer still. */
  readonly timeMs: number;
  readonly allowed: AllowedHosts;
  readonly signal: AbortSignal;
  /** Takes the content as it comes, in place of `bytes`. */
  readonly sink?: Sink;
}

/** What was at an address. */
export interface Fetched {
  /** Where it was in the end. */
  readonly url: URL;
  /** In lower case, without parameters: `text/html`. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly bytes: Buffer;
}

const ACCEPTED: Record<RequestPurpose, string> = {
  page: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  next: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
  feed: 'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.8',
  picture: 'image/avif,image/webp,image/png,image/jpeg,image/gif,image/svg+xml;q=0.9,*/*;q=0.5',
  style: 'text/css,*/*;q=0.1',
  media: 'video/*,audio/*,*/*;q=0.5',
};

const PARTS: ReadonlySet<RequestPurpose> = new Set<RequestPurpose>(['picture', 'style', 'media']);

/** What is left for one fetch, over its redirects, tries and pauses. */
interface TimeLeft {
  ms: number;
}

/** `waitMs`: how long the site wants to be left alone. */
type Asked = { readonly answer: Answer } | { readonly error: LibraryError; readonly waitMs?: number | 'too long' | undefined };

/**
 * Asks sites for pages and their parts: politely (one request at a time for each host, by our own name), within limits, never in a
 * private network unless the user allows it, again where that may help, and with a line in the ledger for each request.
 */
export class Fetcher {
  readonly #parts: FetcherParts;
  readonly #lines = new Map<string, HostLine>();
  readonly #agents: Readonly<Record<'short' | 'long', Readonly<Record<'open' | 'guarded', GuardedAgent>>>>;
  readonly #pause: Pause;
  readonly #times: SaveTimes;

  constructor(parts: FetcherParts) {
    this.#parts = parts;
    this.#times = parts.times ?? { pageGapMs: LIMITS.fetchPageGapMs, backOffMs: LIMITS.fetchBackOffMs };
    this.#pause = parts.pause ?? (async (ms, signal) => void (ms > 0 && (await sleep(ms, undefined, { signal }))));
    const agent = (allowsPrivate: boolean) => guardedAgent({ lookup: parts.lookup, allowsPrivate });
    const both = () => ({ open: agent(true), guarded: agent(false) });
    this.#agents = { short: both(), long: both() };
  }

  /**
   * @throws LibraryError `private-address`, `site-unreachable`, `page-missing`, `login-needed`, `site-refused`,
   * `site-failed`, `too-large`, `timed-out`; the reason of the signal
   */
  async fetch(wanted: ToFetch): Promise<Fetched> {
    let { url } = wanted;
    const left: TimeLeft = { ms: Math.max(LIMITS.fetchWholeMs, wanted.timeMs) };
    const most = PARTS.has(wanted.purpose) ? LIMITS.fetchPartRedirects : LIMITS.fetchRedirects;
    for (let hops = 0; hops <= most; hops += 1) {
      const answer = await this.#askPatiently({ ...wanted, url }, left);
      const next = isRedirect(answer.status) ? answer.headers.location : undefined;
      if (next === undefined) return toFetched(url, answer);
      url = followAddress(next, url);
    }
    throw new LibraryError('site-failed', 'The site sends from one address to the next without an end.');
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.#agents).flatMap(({ open, guarded }) => [open.agent.destroy(), guarded.agent.destroy()]));
  }

  /** Asks again where a site may only be busy; a picture that is not to be had is not worth that. */
  async #askPatiently(wanted: ToFetch, left: TimeLeft): Promise<Answer> {
    const tries = PARTS.has(wanted.purpose) ? LIMITS.fetchPartTries : LIMITS.fetchTries;
    for (let tried = 1; ; tried += 1) {
      const outcome = await this.#ask(wanted, left);
      if (!('error' in outcome)) return outcome.answer;
      const { error, waitMs } = outcome;
      // A long file that was not there in time would not be the next time.
      const isLate = wanted.purpose === 'media' && error.code === 'timed-out';
      if (tried >= tries || isLate || !mayWorkLater(error) || waitMs === 'too long') throw error;
      const backOffMs = waitMs ?? this.#times.backOffMs * 4 ** (tried - 1);
      if (backOffMs >= left.ms) throw error;
      left.ms -= backOffMs;
      if (waitMs === undefined) this.#lineOf(wanted).leaveAlone(backOffMs);
    }
  }

  /** One request with its line in the ledger. */
  async #ask({ url, purpose, partOf, allowed, signal, limitBytes, timeMs, sink }: ToFetch, left: TimeLeft): Promise<Asked> {
    const line = this.#lineOf({ url, purpose });
    return line.run(purpose === 'page' || purpose === 'next', signal, async () => {
      signal.throwIfAborted();
      const number = this.#parts.ledger.begin((this.#parts.now ?? (() => new Date()))(), url.href, purpose);
      const agent = this.#agents[purpose === 'media' ? 'long' : 'short'][allowed.has(url) ? 'open' : 'guarded'];
      const came: Came = { status: null, bytes: 0 };
      const note = (error: LibraryError | undefined) => this.#parts.ledger.end(number, { ...came, sentTo: agent.connectionTo(url)?.address ?? null, error: error?.message ?? null });
      const begunMs = performance.now();
      try {
        checkHost(url, allowed);
        const headers = { 'user-agent': this.#parts.userAgent, accept: ACCEPTED[purpose], 'accept-encoding': 'gzip, br', ...(partOf ? { referer: `${partOf.origin}/` } : {}) };
        const answer = await fetchOnce({ url, headers, limitBytes, timeMs: Math.max(1, Math.ceil(Math.min(timeMs, left.ms))), signal, sink, came }, agent);
        const refused = refusalOf(answer, url);
        note(refused);
        if (!refused) return { answer };
        const waitMs = readRetryAfter(answer.headers['retry-after']);
        // Before whoever is next in line gets its turn.
        if (typeof waitMs === 'number') line.leaveAlone(waitMs);
        return { error: refused, waitMs };
      } catch (thrown) {
        const error = describeFetchError(thrown, url, privateAddress);
        note(error);
        if (signal.aborted) throw signal.reason;
        return { error };
      } finally {
        left.ms -= performance.now() - begunMs;
      }
    });
  }

  /** Videos and sounds of a host have a line of their own: each may take as long as a hundred pages, which are not to wait for it. */
  #lineOf({ url, purpose }: Pick<ToFetch, 'url' | 'purpose'>): HostLine {
    const name = purpose === 'media' ? `${url.host} media` : url.host;
    const known = this.#lines.get(name);
    if (known) return known;
    // Hosts that nobody waits for are forgotten: a list of addresses may name thousands.
    for (const [host, line] of this.#lines) if (line.isIdle) this.#lines.delete(host);
    const line = new HostLine({ now: () => performance.now(), pause: this.#pause, pageGapMs: this.#times.pageGapMs });
    this.#lines.set(name, line);
    return line;
  }
}

function toFetched(url: URL, { headers, bytes }: Answer): Fetched {
  const [type = '', ...params] = (headers['content-type'] ?? '').toLowerCase().split(';').map((one) => one.trim());
  const charset = params.find((param) => param.startsWith('charset='))?.slice('charset='.length).replace(/^["']|["']$/g, '');
  return { url, type, charset: charset === undefined || !/^[\w.:-]{1,40}$/.test(charset) ? undefined : charset, bytes };
}

/** In milliseconds; a while that nobody waits is told apart from none. */
function readRetryAfter(said: string | undefined): number | 'too long' | undefined {
  if (said === undefined) return undefined;
  const ms = /^\s*\d+\s*$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - Date.now();
  if (Number.isNaN(ms)) return undefined;
  return ms > LIMITS.fetchMostWaitMs ? 'too long' : Math.max(0, ms);
}
