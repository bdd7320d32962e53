import { formatNumber } from './format.ts';
import { articles } from './plural.ts';

/** The words at and under the search box. */
export const searchBoxWords = {
  /** `understood` begins with “articles” or “all articles”. */
  lookedFor: (understood: string) => understood.charAt(0).toUpperCase() + understood.slice(1),
  parts: 'Parts of the search',
  matches: (count: number) => (count === 0 ? 'no article' : formatNumber(count)),
  missing: (texts: readonly string[]) => (texts.length === 1 ? `nowhere: ${texts[0]}` : `${formatNumber(texts.length)} parts nowhere`),
  tries: 'What to search for instead',
  instead: 'Search for',
  without: (part: string) => `Without ${part}`,
  triesTitle: 'Try one of these:',
  found: articles,
  run: (example: string) => `Search for ${example}`,
  cut: (most: number) => `A search has up to ${formatNumber(most)} characters. What was pasted behind that was left out.`,
  translation: {
    looksLike: (database: string) => `This looks like a ${database} query. In Carrel’s language it is:`,
    lost: 'Not carried over:',
    search: 'Search for this instead',
  },
  completion: {
    list: 'Completions',
    recent: 'searched before',
    keys: 'Alt+↓ goes into this list',
    clear: 'Forget searches',
  },
  form: {
    open: 'Search with a form',
    title: 'Search with a form',
    all: 'All of these words',
    phrase: 'This exact phrase',
    any: 'Any of these words',
    none: 'None of these words',
    near: 'These words near each other',
    distance: 'At most so many words apart',
    from: 'Published since',
    to: 'Published until',
    site: 'From this source',
    written: 'The search that this writes:',
    nothing: 'nothing yet',
    empty: 'Empty the form',
    search: 'Search',
  },
  helpHint: 'A click on an example searches for it.',
  helpGroups: [
    {
      title: 'Words',
      rows: [
        ['harbour', 'articles with this word, in any of its forms'],
        ['harbour ice', 'with either word; those with both come first'],
        ['+harbour +ice', 'with both'],
        ['harbour -ice', 'with the first, without the second'],
        ['harb*', 'with any word that begins so'],
        ['harbuor~1', 'one letter may be wrong'],
        ['ice^2 harbour', 'the first word counts twice as much'],
        ['title:harbour', 'the word stands in the title (also body: and byline:)'],
      ],
    },
    {
      title: 'Words together',
      rows: [
        ['"oil lamp"', 'the words side by side, in any of their forms'],
        ['="oil lamps"', 'exactly as written'],
        ['"oil lamp"~3', 'with up to three other words between'],
        ['lamp NEAR/5 oil', 'at most five words apart, in any order'],
        ['lamp BEFORE/5 oil', 'the second at most five words behind the first'],
      ],
    },
    {
      title: 'Both, either, neither',
      rows: [
        ['lamp AND oil', 'with both; operators stand in capital letters'],
        ['(lamp OR candle) AND oil', 'brackets say what belongs together'],
        ['lamp NOT oil', 'without the second'],
      ],
    },
    {
      title: 'Dates, sources, labels',
      rows: [
        ['date:2025', 'published in this year (date:2025-09: in this month)'],
        ['date:2024-09..2025-03', 'published from then to then'],
        ['date:<30d', 'published in the last 30 days'],
        ['tag:harbour', 'with this tag (tag:"two words")'],
        ['site:example.org', 'from this source (site:"The Beacon")'],
        ['is:unread', 'not read yet (also read, favourite, archived, unfetched)'],
        ['has:image', 'with an image (also video, audio, author, date, address, tag)'],
        ['lang:de', 'in this language'],
        ['words:>500', 'of more than 500 words'],
      ],
    },
  ],
} as const;
