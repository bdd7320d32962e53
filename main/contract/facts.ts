import { z } from 'zod';
import { precisionOfDate } from './published.ts';

/*
 * What is known of an article beside its text, and can be corrected by its reader. A fact is a name here; a published
 * date and its precision are one.
 */

export const FactName = z.enum(['title', 'byline', 'published', 'site', 'url', 'language']);
export type FactName = z.infer<typeof FactName>;

/** How long. base/limits.ts has them for the documentation. */
export const FACT_LIMITS = { titleLength: 500, bylineLength: 300, siteLength: 200, urlLength: 4_000, languageLength: 100 } as const;

/** What a terminal would obey, and line breaks, are white space between words. */
const UNFIT = /[\p{Cc}\u2028\u2029 ]+/gu;

const typed = z.string().max(10_000);

function line(text: string): string {
  return text.toWellFormed().normalize('NFC').replace(UNFIT, ' ').trim();
}

/** Null, or nothing but white space, says that it is unknown. */
function lineOrNull(longest: number, tooLong: string) {
  return typed
    .transform((text) => line(text) || null)
    .pipe(z.string().max(longest, tooLong).nullable())
    .nullable();
}

const Title = typed.transform(line).pipe(
  z
    .string()
    .min(1, 'An article needs a title.')
    .max(FACT_LIMITS.titleLength, `A title has up to ${FACT_LIMITS.titleLength} characters.`),
);

const Published = typed
  .transform((text) => text.trim() || null)
  .refine((date) => date === null || precisionOfDate(date) !== null, 'A date is written as 1987, 1987-02, 1987-02-26 or 1987-02-26T15:01:00Z, as precisely as it is known.')
  .nullable();

const Url = typed
  .transform((text) => text.trim() || null)
  .refine((address) => address === null || isWebAddress(address), 'An address begins with http:// or https://.')
  .pipe(z.string().max(FACT_LIMITS.urlLength, `An address has up to ${FACT_LIMITS.urlLength} characters.`).nullable())
  .nullable();

const Language = typed
  .transform((text) => text.trim() || null)
  .refine((tag) => tag === null || canonicalLanguage(tag) !== null, 'A language is written as its code: en, de, pt-BR, zh-Hant.')
  .transform((tag) => tag && canonicalLanguage(tag))
  .nullable();

/** Only what is to change. Null: it is unknown. */
export const FactsChange = z
  .object({
    title: Title,
    byline: lineOrNull(FACT_LIMITS.bylineLength, `An author's name has up to ${FACT_LIMITS.bylineLength} characters.`),
    /** ISO 8601, as precise as it is known. */
    published: Published,
    site: lineOrNull(FACT_LIMITS.siteLength, `The name of a source has up to ${FACT_LIMITS.siteLength} characters.`),
    /** http or https. */
    url: Url,
    /** BCP 47. */
    language: Language,
  })
  .partial()
  .refine((facts) => Object.values(facts).some((fact) => fact !== undefined), 'Nothing is said that could be changed.');
export type FactsChange = z.infer<typeof FactsChange>;

const count = z.number().int();

/** What some articles say of one fact. */
export const FactSummary = z.object({
  /** What they say, most frequent first, and up to a few; null: unknown. */
  values: z.array(z.object({ value: z.string().nullable(), count })),
  /** How many different things they say, unknown among them. */
  distinct: count,
  /** Of how many it was inferred and not stated, and how sure the least and the surest of these are, from 0 to 1. */
  guessed: z.object({ count, least: z.number(), most: z.number() }).nullable(),
  /** Of how many a person stated it. */
  corrected: count,
});
export type FactSummary = z.infer<typeof FactSummary>;

const WebAddress = z.url({ protocol: /^https?$/ });

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && WebAddress.safeParse(text).success;
}

function canonicalLanguage(tag: string): string | null {
  // Longer first parts are reserved: who writes `English` would mean the name.
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return tag.length > FACT_LIMITS.languageLength ? null : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    // It is no tag.
    return null;
  }
}
