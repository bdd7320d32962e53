import { formatNumber, LOCALE } from './format.ts';

const rules = new Intl.PluralRules(LOCALE);

/** `1 article`, `2 articles`, `12,345 articles`. */
export function plural(count: number, one: string, other: string): string {
  return `${formatNumber(count)} ${rules.select(count) === 'one' ? one : other}`;
}

export const articles = (count: number): string => plural(count, 'article', 'articles');
