import { isSystemFile } from '../import/find-sources.ts';

/** What browsers and other programs call a file that they have not finished, and what editors leave beside one. */
const UNFINISHED = /\.(?:crdownload|opdownload|download|partial|part|filepart|tmp|temp|aria2|!ut|!qb|swp|lock|lck)$|^~\$|~$|^\.~lock\./i;

/** Folders that belong to the system and not to who keeps articles in the folder around them. */
const SYSTEM_FOLDERS = new Set(['$recycle.bin', 'system volume information', 'lost+found']);

/** Whether a watched folder passes over what has this name: hidden, unfinished, or the system's. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || UNFINISHED.test(name) || isSystemFile(name) || SYSTEM_FOLDERS.has(name.toLowerCase());
}
