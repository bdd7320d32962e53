import type { ImportOptions } from '../../contract/imports.ts';
import type { Source } from '../import/find-sources.ts';

/** What the user would call them: the one host, or the first and how many more. */
export function labelOfAddresses(addresses: readonly string[]): string {
  const [first = ''] = addresses;
  const name = URL.parse(first)?.host || first.slice(0, 80);
  return addresses.length > 1 ? `${name} and ${addresses.length - 1} more` : name;
}

/** Addresses as the sources of an import, each once, by turns of their hosts: each host is asked for one page at a time. Where none is asked, as they are given. */
export async function* orderAddresses(addresses: readonly string[], { later }: Pick<ImportOptions, 'later'>): AsyncGenerator<Source> {
  const byHost = new Map<string, string[]>();
  for (const address of new Set(addresses.map((one) => one.trim()))) {
    const host = later ? '' : (URL.parse(address)?.host ?? '');
    const own = byHost.get(host);
    if (own) own.push(address);
    else byHost.set(host, [address]);
  }
  let turns = [...byHost.values()];
  for (let at = 0; turns.length > 0; at += 1) {
    turns = turns.filter((own) => own.length > at);
    for (const own of turns) yield { kind: 'address', source: own[at] ?? '', url: own[at] ?? '' };
  }
}
