import type { ImportEntry, ImportList } from '../../../contract/imports.ts';

/** The import report of cli.md: every item in exactly one list. */
export function importReport(entries: readonly ImportEntry[], seconds: number) {
  const lists: Record<ImportList, object[]> = { imported: [], duplicates: [], failed: [], companions: [] };
  for (const { list, ...entry } of entries) lists[list].push(entry);
  return { ...lists, seconds };
}

/** The same for a person: counts, then each item that needs one's attention. */
export function reportWords(entries: readonly ImportEntry[], seconds: number, dryRun: boolean): string {
  const count = (list: ImportList) => entries.filter((entry) => entry.list === list).length;
  const failed = entries.flatMap((entry) => (entry.list === 'failed' ? [`  ${entry.source}${entry.item === undefined ? '' : ` (${entry.item})`}: ${entry.message}`] : []));
  const verb = dryRun ? 'Would import' : 'Imported';
  const summary = `${verb} ${count('imported')}, already there ${count('duplicates')}${changedWords(entries)}, belonging to others ${count('companions')}, failed ${count('failed')} in ${seconds.toFixed(1)} s.`;
  return [summary, ...failed].join('\n');
}

/** How many of those that were there have other content now. */
function changedWords(entries: readonly ImportEntry[]): string {
  const count = (wanted: string) => entries.filter((entry) => entry.list === 'duplicates' && entry.action === wanted).length;
  const [versioned, replaced] = [count('versioned'), count('replaced')];
  const parts = [versioned > 0 ? `${versioned} with a new version` : '', replaced > 0 ? `${replaced} replaced` : ''].filter((part) => part !== '');
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
