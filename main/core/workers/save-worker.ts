import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { LibraryError } from '../../contract/errors.ts';
import { assert } from '../base/assert.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { AllowedHosts } from '../save/check-address.ts';
import { Fetcher } from '../save/fetcher.ts';
import type { Lookup } from '../save/guarded-agent.ts';
import { Ledger, type LedgerQuery } from '../store/ledger.ts';
import { PageCapture, type FurtherPage } from '../save/page-capture.ts';
import { HandedOver, serveCalls } from './worker-link.ts';

/*
 * All that Carrel asks of the net is asked here. What it fetches goes into files of the save that asked for it; the ledger is a file of its
 * own. When it dies, the saves under way fail and can be tried again.
 */
const Data = z.object({
  ledger: z.string(),
  userAgent: z.string(),
  /** For tests: names and what they lead to, in place of the system's. */
  names: z.record(z.string(), z.array(z.string())).optional(),
  /** For tests. */
  times: z.object({ pageGapMs: z.number(), backOffMs: z.number() }).optional(),
});
const { ledger: ledgerFile, userAgent, names, times } = Data.parse(workerData);
const ledger = new Ledger(ledgerFile);
const fetcher = new Fetcher({ ledger, userAgent, ...(names ? { lookup: lookupIn(names) } : {}), ...(times ? { times } : {}) });
const captures = new Map<string, PageCapture>();

function find(save: string): PageCapture {
  const capture = captures.get(save);
  if (!capture) throw new LibraryError('cancelled', 'It was cancelled before it was fetched. Save it again to have it.');
  return capture;
}

const calls = {
  /** Begins a save: fetches what is at the address. `folder`: an empty one of its own. `from`: the page or feed that names the address. */
  land: async ({ save, url, folder, allowed, from }: { save: string; url: string; folder: string; allowed: readonly string[]; from: string | undefined }) => {
    const hosts = new AllowedHosts(allowed);
    const capture = new PageCapture({ fetcher, folder, allowed: from === undefined ? hosts : hosts.from(new URL(from)), now: () => new Date() });
    captures.set(save, capture);
    const landed = await capture.land(url);
    return new HandedOver(landed, [landed.bytes.buffer]);
  },
  fetchNext: async ({ save, url }: { save: string; url: string }): Promise<HandedOver<FurtherPage | undefined>> => {
    const page = await find(save).fetchNext(url);
    return new HandedOver(page, page ? [page.bytes.buffer] : []);
  },
  keepNext: (save: string): boolean => find(save).keepNext(),
  missNext: ({ save, url }: { save: string; url: string }): void => find(save).missNext(url),
  addPart: ({ save, urls }: { save: string; urls: readonly string[] }) => find(save).addPart(urls),
  addStyle: ({ save, url }: { save: string; url: string }) => find(save).addStyle(url),
  addMedia: ({ save, urls }: { save: string; urls: readonly string[] }) => find(save).addMedia(urls),
  mediaProgress: (save: string) => captures.get(save)?.mediaProgress,
  end: (save: string): void => {
    find(save).end();
    captures.delete(save);
  },
  abort: (save: string): void => {
    captures.get(save)?.abort();
    captures.delete(save);
  },
  ledger: (query: LedgerQuery) => ledger.list(query),
  clearLedger: (): number => ledger.clear(),
  close: async (): Promise<void> => {
    for (const capture of captures.values()) capture.abort();
    await fetcher.close();
    ledger.close();
  },
};
export type SaveCalls = typeof calls;

function lookupIn(table: Readonly<Record<string, readonly string[]>>): Lookup {
  return (hostname, _options, done) => {
    const addresses = (table[hostname] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    done(addresses.length > 0 ? null : Object.assign(new Error(`${hostname} is not in the table`), { code: 'ENOTFOUND' }), addresses);
  };
}

assert(parentPort, 'save-worker runs as a worker');
serveCalls(parentPort, calls, describeDiskError);
