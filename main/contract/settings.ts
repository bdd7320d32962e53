import { z } from 'zod';
import { command, query } from './define.ts';
import { BooksAs, OnDuplicate, type ImportOptions } from './imports.ts';

export const Theme = z.enum(['system', 'light', 'sepia', 'dark', 'contrast']);
export type Theme = z.infer<typeof Theme>;

/** The face that articles are set in. All of them come with Carrel. */
export const ReadingFace = z.enum(['serif', 'sans', 'legible', 'dyslexic']);
export type ReadingFace = z.infer<typeof ReadingFace>;

const fields = {
  theme: Theme,
  readingFace: ReadingFace,
  /** Percent of the usual size. */
  textSize: z.number().int().min(70).max(220),
  /** Times the size of the text. */
  lineHeight: z.number().min(1.2).max(2.4),
  /** Characters in a line of the article, about. */
  lineLength: z.number().int().min(40).max(110),
  /** Whether letters alone are commands; some who speak to their computer, or press keys by accident, switch them off. */
  letterKeys: z.boolean(),
  /** What an import does with an article that is there already. */
  onDuplicate: OnDuplicate,
  /** How an import takes a book. */
  books: BooksAs,
  /** Whether a large import is shown before it is begun. */
  lookBefore: z.boolean(),
  /** Whether saving a page keeps the files of its videos and sounds. */
  saveMedia: z.boolean(),
  /** Hosts (`intranet.example`, `192.168.1.10`, `localhost:8080`) whose pages may be fetched although they are in a private network. */
  allowedHosts: z.array(z.string().trim().min(1).max(255)).max(100),
};

/** What the user chose, for all windows and all libraries of this machine. Each field falls back on its own. */
export const Settings = z.object({
  theme: fields.theme.catch('system'),
  readingFace: fields.readingFace.catch('serif'),
  textSize: fields.textSize.catch(100),
  lineHeight: fields.lineHeight.catch(1.6),
  lineLength: fields.lineLength.catch(68),
  letterKeys: fields.letterKeys.catch(true),
  onDuplicate: fields.onDuplicate.catch('skip'),
  books: fields.books.catch('whole'),
  lookBefore: fields.lookBefore.catch(true),
  saveMedia: fields.saveMedia.catch(false),
  allowedHosts: fields.allowedHosts.catch([]),
});
export type Settings = z.infer<typeof Settings>;

export const DEFAULT_SETTINGS: Settings = Settings.parse({});

/** What the settings say of an import that a window begins. */
export function importOptionsOf({ onDuplicate, books }: Settings): Pick<ImportOptions, 'onDuplicate' | 'books'> {
  return { onDuplicate, books };
}

/** Only what is to change. */
export const SettingsChange = z.object(fields).partial();
export type SettingsChange = z.infer<typeof SettingsChange>;

export const settingsMethods = {
  'settings.get': query(z.object({}), Settings),
  /** Answers with all settings as they are then. */
  'settings.change': command(SettingsChange, Settings),
};
