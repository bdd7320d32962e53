import { formatNumber } from './format.ts';

/** The words of smart collections. */
export const smartWords = {
  section: 'Smart collections',
  fresh: (count: number) => `${formatNumber(count)} new`,
  save: 'Save this search…',
  saveTitle: 'Save this search',
  saveHint: 'It is listed under “Smart collections”, with what it finds now and what is new in it.',
  name: 'Name',
  saveButton: 'Save',
  saveChanges: 'Save changes',
  saveAsNew: 'Save as another…',
  rename: 'Rename…',
  renameTitle: (name: string) => `Rename “${name}”`,
  renameButton: 'Rename',
  remove: 'Delete this smart collection',
  actions: 'Smart collection',
  saved: (name: string) => `Saved as “${name}”`,
  changed: (name: string) => `“${name}” looks for this from now on`,
  renamed: (name: string) => `Renamed to “${name}”`,
  removed: (name: string) => `Smart collection “${name}” deleted. No article was touched.`,
  broughtBack: (name: string) => `“${name}” is back`,
} as const;
