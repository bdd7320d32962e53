import type { MissingParts } from '../reading/list-missing.ts';
import { formatNumber, LOCALE } from './format.ts';

const rules = new Intl.PluralRules(LOCALE);

/** `1 article`, `2 articles`, `12,345 articles`. */
export function plural(count: number, one: string, other: string): string {
  return `${formatNumber(count)} ${rules.select(count) === 'one' ? one : other}`;
}

export const articles = (count: number): string => plural(count, 'article', 'articles');

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** `1 further page, 2 pictures and 1 video or sound`; at least one of them is more than none. */
export function partsOf({ pages, pictures, media }: MissingParts): string {
  const parts = [
    ...(pages.length > 0 ? [plural(pages.length, 'further page', 'further pages')] : []),
    ...(pictures.length > 0 ? [plural(pictures.length, 'picture', 'pictures')] : []),
    ...(media.length > 0 ? [plural(media.length, 'video or sound', 'videos or sounds')] : []),
  ];
  return LIST.format(parts);
}
