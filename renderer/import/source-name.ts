import { fileNameOf } from '../app/format.ts';
import { importWords } from '../app/import-words.ts';
import { isPageAddress, shortAddress } from '../saving/short-address.ts';

/** What a report calls a source: its file's name or its address, and the place in it. An entry of a feed is an address itself. */
export function sourceName({ source, item }: { readonly source: string; readonly item?: string | undefined }): string {
  if (item !== undefined && isPageAddress(item)) return shortAddress(item);
  const name = isPageAddress(source) ? shortAddress(source) : fileNameOf(source);
  return item === undefined ? name : `${name}, ${importWords.item(item)}`;
}
