import { formatNumber, LOCALE } from './format.ts';

const rules = new Intl.PluralRules(LOCALE);

/** `1 article`, `2 articles`, `12,345 articles`. */
export function plural(count: number, one: string, other: string): string {
  return `${formatNumber(count)} ${rules.select(count) === 'one' ? one : other}`;
}

export const articles = (count: number): string => plural(count, 'article', 'articles');

/** `2 pictures and 1 video or sound`; at least one of them is more than none. */
export function partsOf(pictures: number, media: number): string {
  return [pictures > 0 ? plural(pictures, 'picture', 'pictures') : '', media > 0 ? plural(media, 'video or sound', 'videos or sounds') : ''].filter((part) => part !== '').join(' and ');
}
