import { articles } from './plural.ts';

/** The words of exporting a list. */
export const exportWords = {
  export: 'Export as a table (CSV)',
  done: (count: number) => `${articles(count)} exported`,
} as const;
