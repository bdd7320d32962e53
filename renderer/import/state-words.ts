import type { ImportProgress } from '../../main/contract/imports.ts';
import { formatPublished } from '../app/format.ts';
import { importWords } from '../app/import-words.ts';
import { savingWords } from '../app/saving-words.ts';
import { isRunning } from './import-queries.ts';

/** How an import stands, how long it took, and whether it was taken back. */
export function stateWords(progress: ImportProgress): string {
  const { state, origin, seconds, undoneAt } = progress;
  if (undoneAt !== null) return importWords.undoneOn(formatPublished(undoneAt.slice(0, 10), 'long'));
  if (origin === 'addresses' && (state === 'running' || state === 'receiving')) return savingWords.state;
  return isRunning(progress) ? importWords.states[state] : `${importWords.states[state]} ${importWords.took(seconds)}`;
}
