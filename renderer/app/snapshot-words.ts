/** The words of pages shown as they were. */
export const snapshotWords = {
  label: 'Page as it was',
  frame: (title: string) => `The page “${title}” as it was`,
  show: 'Show the page as it was',
  hide: 'Show the article',
  making: 'Preparing the page as it was…',
  none: 'There is no page to show: this article was not imported from a web page',
  failedTitle: 'The page cannot be shown as it was',
  failed: 'The library did not deliver the page.',
  safe: 'The article itself is safe, and so is the imported file: “Save the imported file” gives it to you.',
} as const;
