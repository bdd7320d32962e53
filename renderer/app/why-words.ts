import { formatNumber } from './format.ts';

const fields: Readonly<Record<string, string>> = { title: 'title', body: 'text', byline: 'author' };

/** The words of why an article was found. */
export const whyWords = {
  title: (title: string) => `Why “${title}” is here`,
  lookedFor: (understood: string) => `Looked for: ${understood}`,
  caption: 'What each word adds to the score',
  word: 'Word',
  place: 'Stands in',
  times: 'How often',
  points: 'Counts',
  sum: 'Score in all',
  field: (field: string) => fields[field] ?? field,
  timesOf: (times: number) => (times === 1 ? 'once' : `${formatNumber(times)} times`),
  number: (value: number) => value.toFixed(3),
  meaning: 'A word counts more the rarer it is in the library, the more often it stands here, and the shorter what it stands in. All forms of a word count together; one of them is shown.',
  nothing: 'No word of this search is weighed here: filters and signs that stand for very many words find articles, and give them no score.',
  changed: 'The results have changed since. Close this and ask again.',
  loading: 'Taking the score apart…',
} as const;
