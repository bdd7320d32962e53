import type { FactName } from '../../main/contract/facts.ts';
import { formatNumber } from './format.ts';
import { articles } from './plural.ts';

const names: Record<FactName, string> = { title: 'Title', byline: 'Author', published: 'Date', site: 'Source', url: 'Address', language: 'Language' };
const guessed: Record<FactName, string> = {
  title: 'The title was not stated in the file. Carrel worked it out from the text.',
  byline: 'The author was not stated as such in the file. Carrel worked it out from the text.',
  published: 'The date was not stated as such in the file. Carrel worked it out from the text.',
  site: 'The source was not stated as such in the file. Carrel worked it out from the text.',
  url: 'The address was not stated as such in the file. Carrel worked it out from the text.',
  language: 'The language was not stated in the file. Carrel worked it out from the text.',
};

/** From here on what was inferred is more likely right than not. */
const PROBABLE = 0.7;

/** The words of an article's details: what is known of it, how surely, and correcting it. */
export const detailsWords = {
  title: (of: string) => `Details of ${of}`,
  quoted: (title: string) => `“${title}”`,
  correct: 'Correct details',
  names,
  guessed,
  isProbable: (share: number) => share >= PROBABLE,
  sure: (share: number) => (share >= PROBABLE ? 'probably' : 'uncertain'),
  percent: (share: number) => `${formatNumber(Math.round(share * 100))}% sure`,
  percents: (least: number, most: number) => (Math.round(least * 100) === Math.round(most * 100) ? detailsWords.percent(least) : `${formatNumber(Math.round(least * 100))} to ${detailsWords.percent(most)}`),
  why: (name: FactName, share: number) => `${guessed[name]} It is ${detailsWords.percent(share)}. Press to correct it.`,
  guessedOf: (count: number, all: number, how: string) => (all === 1 ? `Guessed, ${how}` : `Guessed on ${formatNumber(count)} of ${formatNumber(all)}, ${how}`),
  stated: (count: number, all: number) => (all === 1 || count === all ? 'Stated by you' : `Stated by you on ${formatNumber(count)} of ${formatNumber(all)}`),
  confirm: 'That is right',
  confirmField: (name: FactName) => `${names[name]}: that is right`,
  confirmed: 'Will be kept as stated by you',
  mixed: (distinct: number) => `Mixed: ${formatNumber(distinct)} different`,
  mixedValues: (values: readonly string[], more: boolean) => `${values.join(', ')}${more ? ' …' : ''}`,
  unknown: 'unknown',
  counted: (value: string, count: number) => `${value} (${formatNumber(count)})`,
  hints: {
    title: null,
    byline: null,
    published: 'As precisely as it is known: 1987, 1987-02 or 1987-02-26.',
    site: null,
    url: null,
    language: 'A name or a code, such as German or de.',
  } satisfies Record<FactName, string | null>,
  forMany: 'Only what you fill in is changed, and it becomes the same for all of them.',
  reading: 'Reading what is known…',
  failed: 'What is known of them could not be read. Close this and try again.',
  save: 'Save',
  corrected: (count: number) => (count === 1 ? 'Details corrected' : `Details of ${articles(count)} corrected`),
} as const;
