/** What a file's name in an archive says about it before it is looked at. */
export type NameJudgement = 'file' | 'junk' | 'hostile';

/** Files that systems leave in folders, and a Mac beside every file that it packs. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\.localized$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;

/** From the root of a disk, of another machine, or up and out of the folder: whoever unpacked it would be written over. */
const HOSTILE = /^[/\\]|^[a-z]:[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i;

export function judgeName(name: string): NameJudgement {
  if (HOSTILE.test(name)) return 'hostile';
  return JUNK.test(name) ? 'junk' : 'file';
}

export const HOSTILE_NAME = 'The name of this file leads out of its archive, as none should. Unpack the archive with care and import the file by itself if you trust it.';

/** Whether a file seems to lie in one of these, as if they were folders. */
export function isBelowAny(name: string, folders: ReadonlySet<string>): boolean {
  if (folders.size === 0) return false;
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) if (folders.has(name.slice(0, end))) return true;
  return false;
}

/** A name as it can be shown: one line, nothing that a terminal would obey. */
export function showName(name: string, length: number): string {
  const line = name.replaceAll(/[\p{Cc}\u2028\u2029]/gu, ' ').slice(0, length).toWellFormed();
  return line.trim() === '' ? '?' : line;
}

/** The last part of a name, without folders. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
