import type { Histogram } from '../../main/contract/search.ts';
import { formatNumber } from './format.ts';
import { articles } from './plural.ts';

const units: Record<Histogram['unit'], string> = { day: 'by day', month: 'by month', year: 'by year' };

/** The words of when results were published. */
export const histogramWords = {
  title: 'Date',
  label: (unit: Histogram['unit']) => `Results ${units[unit]}`,
  help: 'Left and right arrow choose a bar, with Shift a range, Enter narrows the results down to it, Escape gives it up.',
  bar: (range: string, count: number) => `${range}: ${articles(count)}`,
  nothingChosen: 'Nothing chosen',
  hint: 'Drag over the bars to look closer.',
  wider: 'All dates',
  undated: (count: number) => `${formatNumber(count)} without a date`,
  vague: (count: number, unit: Histogram['unit']) => `${formatNumber(count)} of which only ${unit === 'day' ? 'the month or the year' : 'the year'} is known`,
  from: 'From',
  to: 'To',
  table: 'As a table',
  time: 'Time',
  count: 'Results',
} as const;
