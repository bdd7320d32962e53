import { LibraryError } from '../../../contract/errors.ts';

/* What is wrong with a file in an archive, or with the archive, in words for the report. */

export function brokenOff(what: string): LibraryError {
  return new LibraryError('malformed', `${what} breaks off before its end. What came before is imported. Copy or download it again for the rest.`);
}

export function damagedFile(cause?: unknown): LibraryError {
  return new LibraryError('malformed', 'This file is damaged in its archive: it could not be unpacked, or is not what was packed. Get the archive again and import the new copy.', { cause });
}

export function damagedArchive(what: string, cause?: unknown): LibraryError {
  return new LibraryError('malformed', `${what} is damaged. What could be read of it is imported. Get it again and import the new copy for the rest.`, { cause });
}

export function tooLargeInside(sizeBytes: number | undefined, limitBytes: number): LibraryError {
  const size = sizeBytes === undefined ? 'more than' : `${Math.ceil(sizeBytes / 1_048_576)} MB; articles are read up to`;
  return new LibraryError('too-large', `This file has ${size} ${limitBytes / 1_048_576} MB.`);
}

export function tooTight(): LibraryError {
  return new LibraryError('too-large', 'This file unpacks to far more than a text does, as files do that are made to fill a disk. It was not unpacked.');
}
