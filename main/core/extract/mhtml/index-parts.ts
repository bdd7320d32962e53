import type { LoadEmbedded } from '../html/collect-images.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { firstField } from '../mime/read-header-fields.ts';
import { resolveAddress } from '../mime/resolve-address.ts';

/** Every part that has no parts itself, in the order of the file. */
export function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length === 0 ? [part] : part.parts.flatMap(leavesOf);
}

/** The address of a part, made absolute where it can be. */
export function locationOf(part: MimePart, base: string | undefined): string | undefined {
  const location = firstField(part.fields, 'content-location')?.replace(/\s+/g, '');
  return location === undefined ? undefined : resolveAddress(location, base);
}

/**
 * Finds the parts of a saved page by the addresses that the page uses: `cid:`, absolute, or relative to `base`. Addresses are
 * only compared, whatever paths they look like.
 */
export function indexParts(parts: readonly MimePart[], base: string | undefined): LoadEmbedded {
  const byAddress = new Map<string, MimePart>();
  const add = (address: string | undefined, part: MimePart): void => {
    if (address !== undefined && !byAddress.has(address)) byAddress.set(address, part);
  };
  for (const part of parts) {
    add(locationOf(part, base), part);
    if (part.contentId !== undefined) add(`cid:${part.contentId}`, part);
  }
  return (address) => (byAddress.get(resolveAddress(address, base)) ?? byAddress.get(address))?.content();
}
