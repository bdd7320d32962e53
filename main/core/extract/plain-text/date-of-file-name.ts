import { parseDate, type ParsedDate } from './parse-date.ts';

const DATE = /(?<!\d)((?:1[6-9]|20)\d{2})([-_.]?)(\d{2})\2(\d{2})(?!\d)/;

/** The date in a file's name: `2025-09-24 ferry.txt`, `ferry_20250924.txt`. A number of eight digits may be something else. */
export function dateOfFileName(fileName: string): ParsedDate | undefined {
  const [, year, separator, month, day] = DATE.exec(fileName) ?? [];
  if (year === undefined) return undefined;
  const date = parseDate(`${year}-${month ?? ''}-${day ?? ''}`);
  return date === undefined ? undefined : { ...date, confidence: separator === '' ? 0.6 : 0.7 };
}
