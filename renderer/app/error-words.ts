import type { ErrorCode } from '../../main/contract/errors.ts';

/** `title`: what happened. `hint`: what it means and what is safe. `action`: what the user can do now. */
export interface ErrorWords {
  readonly title: string;
  readonly hint: string;
  readonly action: string;
}

/** Words for every expected failure: a code without them does not compile. */
export const errorWords: Record<ErrorCode, ErrorWords> = {
  'invalid-input': {
    title: 'That request was not understood',
    hint: 'The window and the library may be of different versions. Nothing was changed.',
    action: 'Reload the window and try again.',
  },
  'unknown-method': {
    title: 'The library does not know this request',
    hint: 'The window and the library may be of different versions. Nothing was changed.',
    action: 'Reload the window; if it stays so, start Carrel again.',
  },
  'not-found': {
    title: 'It is no longer here',
    hint: 'It may have been deleted for good in another window.',
    action: 'Go back to the list and choose something else.',
  },
  cancelled: {
    title: 'Cancelled',
    hint: 'What was done before stays as it is.',
    action: 'Start it again whenever you like.',
  },
  unreachable: {
    title: 'Carrel’s library is not answering',
    hint: 'Your articles are safe on your disk. The program that keeps them may have been closed.',
    action: 'Start Carrel again, then choose Retry.',
  },
  internal: {
    title: 'Something went wrong that should not have',
    hint: 'This is a fault in Carrel. Your articles are safe.',
    action: 'Try again. If it happens again, report it with the reference.',
  },
  usage: {
    title: 'That request was not understood',
    hint: 'Something was missing or misspelt. Nothing was changed.',
    action: 'Check what was asked for and try again.',
  },
  locked: {
    title: 'Another program is using this library',
    hint: 'Only one program may write to a library at a time, so that nothing is lost.',
    action: 'Close the other program, then try again.',
  },
  damaged: {
    title: 'Part of the library is damaged',
    hint: 'What can still be read is untouched, and the journal may hold what is missing.',
    action: 'Make a copy of the library’s folder, then let Carrel verify and repair it.',
  },
  'newer-version': {
    title: 'This library was written by a newer Carrel',
    hint: 'To keep it safe, this older version does not touch it.',
    action: 'Install the newer version and open the library with it.',
  },
  'disk-full': {
    title: 'The disk is full',
    hint: 'Everything that was reported as imported is safe.',
    action: 'Free some space, then try again.',
  },
  'read-only': {
    title: 'The library cannot be written to',
    hint: 'You can read and search, but nothing can be added or changed.',
    action: 'Check the rights of the library’s folder, or the disk that it is on.',
  },
  closed: {
    title: 'The library is closed',
    hint: 'Carrel is shutting down or starting. Your articles are safe.',
    action: 'Wait a moment, then try again.',
  },
  'no-library': {
    title: 'There is no library here yet',
    hint: 'The library’s folder was not found. It may be on a disk that is not connected.',
    action: 'Connect the disk, or start Carrel with the right folder.',
  },
  'unsupported-format': {
    title: 'Carrel cannot read this kind of file yet',
    hint: 'It reads plain text, web pages (HTML) and Markdown.',
    action: 'Save the article in one of these formats and import that.',
  },
  empty: {
    title: 'The file is empty',
    hint: 'There was nothing in it to import.',
    action: 'Check the original, and copy it again if it should hold text.',
  },
  'no-text': {
    title: 'There is no article text in this file',
    hint: 'It holds no words to read: perhaps only pictures, menus or a login page.',
    action: 'Open the file and save the article itself, or paste its text.',
  },
  'not-text': {
    title: 'This is not a text file',
    hint: 'Its name promises text, but its contents are something else.',
    action: 'Check what the file is, and give it its right name ending.',
  },
  malformed: {
    title: 'The file is damaged or incomplete',
    hint: 'Its contents break off or contradict themselves. The file itself was not changed.',
    action: 'Download or export it again, then import the new copy.',
  },
  protected: {
    title: 'The file is protected',
    hint: 'A password or a publisher’s lock keeps it closed. The file itself was not changed.',
    action: 'Open it with the program that made it, save it without protection, and import that.',
  },
  'too-large': {
    title: 'The file is too large',
    hint: 'Very large files are refused so that the rest of the import goes on.',
    action: 'Split the file and import its parts.',
  },
  'too-deep': {
    title: 'The page is nested too deeply',
    hint: 'Pages built like this can hang a program, so Carrel does not open them.',
    action: 'Paste the article’s text instead.',
  },
  'timed-out': {
    title: 'Reading this file took too long',
    hint: 'Carrel gave it up so that the rest of the import could go on.',
    action: 'Import it again by itself, or paste its text.',
  },
  'out-of-memory': {
    title: 'Reading this file needed too much memory',
    hint: 'Carrel gave it up so that the rest of the import could go on.',
    action: 'Import it again by itself, or split the file.',
  },
  'reader-crashed': {
    title: 'Reading this file failed unexpectedly',
    hint: 'Only this file is concerned; the rest of the import went on.',
    action: 'Import it again by itself. If it fails again, please report the file.',
  },
  'file-missing': {
    title: 'The file is no longer there',
    hint: 'It was moved, renamed or deleted before it could be read.',
    action: 'Find the file and import it from its new place.',
  },
  'file-unreadable': {
    title: 'The file could not be opened',
    hint: 'Carrel may have no right to read it, or its disk was taken away.',
    action: 'Check the file’s rights and its disk, then import it again.',
  },
  interrupted: {
    title: 'Carrel ended before this was imported',
    hint: 'What was imported before is in the library.',
    action: 'Import it again; nothing is imported twice.',
  },
  'bad-address': {
    title: 'This is no address of a page',
    hint: 'Carrel fetches addresses that begin with http:// or https://, and no others.',
    action: 'Check the address, and copy it once more from the browser.',
  },
  'private-address': {
    title: 'The address leads into a private network',
    hint: 'Carrel fetches nothing from this computer or from devices near it unless you allow it: a page of a stranger could ask for it.',
    action: 'If you trust it, allow its host in the settings, and try again.',
  },
  'site-unreachable': {
    title: 'The site cannot be reached',
    hint: 'There may be no connection now, or the site may be gone.',
    action: 'Check the connection and the address, and try again later.',
  },
  'page-missing': {
    title: 'The page is not there',
    hint: 'The site says that it has no page at this address (any more).',
    action: 'Check the address. An archive of the web may still have the page.',
  },
  'login-needed': {
    title: 'The page asks for a login',
    hint: 'Carrel reads what everybody can read, and sends no passwords.',
    action: 'Open the page in a browser where you are logged in, save it there as a file, and import that.',
  },
  'site-refused': {
    title: 'The site does not let Carrel read it',
    hint: 'Some sites keep programs out, or ask for a check that only a browser can pass.',
    action: 'Open the page in a browser, save it there as a file, and import that.',
  },
  'site-failed': {
    title: 'The site has a fault of its own',
    hint: 'Its answer was an error or broke off. Carrel tried several times.',
    action: 'Try again later.',
  },
};
