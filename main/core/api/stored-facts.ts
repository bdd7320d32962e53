import type { FactsChange } from '../../contract/facts.ts';
import { precisionOfDate } from '../../contract/published.ts';
import { canonicalAddress } from '../base/canonical-address.ts';
import type { Facts } from '../store/article-facts.ts';

/** Facts as they are stored: a date with its precision, an address with the form by which copies of the article are known. */
export function storedFacts({ published, url, ...others }: FactsChange): Facts {
  return {
    ...others,
    ...(published === undefined ? {} : { published, publishedPrecision: published === null ? null : precisionOfDate(published) }),
    ...(url === undefined ? {} : { url, canonicalUrl: canonicalAddress(url) }),
  };
}
