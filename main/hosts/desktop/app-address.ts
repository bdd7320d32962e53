import { articleDocumentPath } from '../../contract/reading.ts';
import { ArticleId } from '../../contract/ids.ts';

/** The scheme of everything that a window loads. Nothing outside of Carrel can be reached under it. */
export const APP_SCHEME = 'carrel-app';
const APP_HOST = 'library';
const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** The address of a place in the window (`/a/ID`). */
export function windowUrl(place: string): string {
  return `${APP_ORIGIN}${place}`;
}

/**
 * The path of an address of ours, as it stands there; undefined for every other address. Scheme and host are compared,
 * not the origin: for a scheme of one's own Node's is `null`, and so equal to every other's.
 */
export function ownPath(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST || url.username !== '' || url.password !== '') return undefined;
  if (!address.startsWith(`${APP_ORIGIN}/`)) return undefined;
  return address.slice(APP_ORIGIN.length).split(/[?#]/)[0];
}

/** Whether an address is the window's own page and no article's document. */
export function isWindowUrl(address: string): boolean {
  const path = ownPath(address);
  return path !== undefined && !path.startsWith('/articles/');
}

/** Whether an address is what an article's frame may hold. */
export function isArticleUrl(address: string): boolean {
  const path = ownPath(address);
  const [, , id] = path?.split('/') ?? [];
  const parsed = ArticleId.safeParse(id);
  return parsed.success && path === articleDocumentPath(parsed.data);
}

/** The article that a window shows, by the window's address. */
export function articleOfWindow(address: string): ArticleId | undefined {
  const segments = ownPath(address)?.split('/') ?? [];
  const marker = segments.indexOf('a');
  return marker === -1 ? undefined : ArticleId.safeParse(segments[marker + 1]).data;
}
