/** The words of what is alike, and of searching for what is selected. */
export const similarWords = {
  like: 'Like',
  heading: 'Similar articles',
  inCommon: 'They share some of these words with it, the most telling first:',
  back: 'Back to where you were',
  emptyTitle: 'Nothing else is like it',
  empty: 'No other article of the library shares with this one what it is about.',
  selectFirst: 'Select some words of the article first.',
} as const;
