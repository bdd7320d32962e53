import { articleMethods } from './articles.ts';
import type { Client, Handlers } from './define.ts';
import { exportMethods } from './exports.ts';
import { importMethods } from './imports.ts';
import { libraryMethods } from './library.ts';
import { originalMethods } from './originals.ts';
import { savingMethods } from './saving.ts';
import { searchMethods } from './search.ts';
import { settingsMethods } from './settings.ts';
import { smartMethods } from './smart.ts';
import { watchedMethods } from './watched.ts';

/** All that may be asked of the library. To add a call: add its line in a feature's file, then write its handler. */
export const contract = {
  ...articleMethods,
  ...exportMethods,
  ...importMethods,
  ...libraryMethods,
  ...originalMethods,
  ...savingMethods,
  ...searchMethods,
  ...settingsMethods,
  ...smartMethods,
  ...watchedMethods,
};

export type LibraryContract = typeof contract;
export type MethodName = keyof LibraryContract;
export type LibraryClient = Client<LibraryContract>;
export type LibraryHandlers = Handlers<LibraryContract>;
