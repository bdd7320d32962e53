import type { ImportList, ImportProgress } from '../../main/contract/imports.ts';
import { formatDuration, formatNumber } from './format.ts';
import { articles, plural } from './plural.ts';

const importStates: Record<ImportProgress['state'], string> = {
  receiving: 'Receiving files',
  running: 'Reading articles',
  finished: 'Finished',
  cancelled: 'Cancelled',
  failed: 'Stopped by an error',
  paused: 'Paused',
  interrupted: 'Interrupted when Carrel ended',
};
const importLists: Record<ImportList, string> = {
  imported: 'Imported',
  duplicates: 'Already here',
  failed: 'Not imported',
  companions: 'Parts of others',
};
const importListsEmpty: Record<ImportList, string> = {
  imported: 'No article was imported.',
  duplicates: 'No duplicates were found.',
  failed: 'Nothing failed.',
  companions: 'No file only belonged to another.',
};

/** The words of importing. */
export const importWords = {
  heading: 'Import',
  intro: 'Drop files or whole folders anywhere on this window.',
  formats: 'Plain text, web pages (HTML) with their images, and Markdown.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  pasteText: 'Paste text',
  samples: 'Add ten sample articles',
  drop: 'Drop to import',
  dropHint: 'Files and folders, as many as you like',
  dropArea: 'Drop area',
  pasteTitle: 'Import pasted text',
  pasteLabel: 'Text of the article',
  pasteHint: 'A headline, author and date at the top are recognised.',
  pasteImport: 'Import this text',
  pastedName: 'Pasted text',
  droppedLabel: (first: string, count: number) => (count === 1 ? first : `${first} and ${formatNumber(count - 1)} more`),
  running: 'Running',
  earlier: 'Earlier',
  none: 'No imports yet',
  noneHint: 'What you import is reported here, item by item. Nothing that could not be read is passed over in silence.',
  states: importStates,
  progress: (label: string) => `Progress of ${label}`,
  done: (done: number, found: number) => `${formatNumber(done)} of ${formatNumber(found)}`,
  rate: (perSecond: number) => `${formatNumber(Math.round(perSecond))} a second`,
  left: (seconds: number) => `${formatDuration(seconds)} left`,
  took: (seconds: number) => `in ${formatDuration(seconds)}`,
  uploading: (sent: number) => `${plural(sent, 'file', 'files')} handed over`,
  walking: 'still looking through folders',
  cancelImport: (label: string) => `Cancel the import of ${label}`,
  report: 'Report',
  reportOf: (label: string) => `Report of ${label}`,
  allImports: 'All imports',
  lists: importLists,
  listsEmpty: importListsEmpty,
  listsLabel: 'Lists of the report',
  pages: 'Pages of the list',
  range: (from: number, to: number, all: number) => `${formatNumber(from)}–${formatNumber(to)} of ${formatNumber(all)}`,
  nextPage: 'Next page',
  previousPage: 'Previous page',
  item: (item: string) => `item ${item}`,
  deletedForGood: 'An article that was deleted for good',
  alreadyHere: 'Open the article in the library',
  actions: {
    skipped: 'Already in the library, left as it was',
    replaced: 'Replaced the article in the library',
    versioned: 'Kept as a new version of the article in the library',
  },
  belongsTo: (of: string) => `belongs to ${of}`,
  notSentTitle: (count: number) => `${plural(count, 'file', 'files')} could not be handed over`,
  notSent: 'What could not be read, or was refused by the library, is not in the library.',
  notSentMore: (count: number) => `and ${plural(count, 'other', 'others')}`,
  announceFinished: (label: string, imported: number, failed: number) =>
    `${label}: ${articles(imported)} imported${failed ? `, ${formatNumber(failed)} not imported` : ''}`,
  announceStopped: (label: string) => `The import of ${label} stopped`,
  showReport: 'Show report',
  withoutPath: (count: number, first: string) =>
    `${count === 1 ? (first ? `“${first}”` : 'What was given') : plural(count, 'item', 'items')} cannot be imported: it is no file on your disk. Save it as a file first.`,
  leaving: 'Files are still being handed over to the library.',
} as const;
