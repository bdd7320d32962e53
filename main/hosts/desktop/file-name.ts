const LONGEST_NAME = 80;

/** A name that every system takes. */
export function fileNameFor(title: string): string {
  const plain = title
    .replaceAll(/[\p{C}<>:"/\\|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME)
    // Windows drops dots and blanks at the end; a dot at the beginning would hide the file.
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain);
  return `${plain === '' || reserved ? `Article ${plain}`.trim() : plain}.md`;
}
