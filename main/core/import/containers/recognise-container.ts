import type { FormatName } from '../formats/format-labels.ts';
import { identifyZip, isZip } from '../formats/identify-zip.ts';
import { extensionOf } from '../identify-format.ts';
import type { ContainerName } from './container.ts';
import { looksLikeMbox } from './mbox.ts';
import type { RandomBytes } from './random-bytes.ts';
import { looksLikeTar } from './tar-header.ts';
import { looksLikeWebArchive } from './warc-records.ts';

/** So much of a file's beginning shows whether it is a container. */
export const SIGN_BYTES = 1_024;

/** `zip?`: a zip archive, which may be a document instead. Undefined for all that is no container. */
export function recogniseByHead(head: Buffer, fileName: string): ContainerName | 'zip?' | undefined {
  if (isZip(head)) return 'zip?';
  const signature = head.toString('hex', 0, 4);
  if (signature.startsWith('1f8b')) return 'gzip';
  if (signature === '28b52ffd') return 'zstd';
  if (looksLikeTar(head)) return 'tar';
  if (looksLikeWebArchive(head)) return 'warc';
  // A message that was cut out of a mailbox with its line.
  return looksLikeMbox(head) && extensionOf(fileName) !== 'eml' ? 'mbox' : undefined;
}

/** What is an archive and no document. Exports of services are read by what is in them. */
const ZIP_CONTAINERS: Partial<Record<FormatName, ContainerName>> = { zip: 'zip', 'pocket-zip': 'zip', omnivore: 'zip', wacz: 'wacz' };

/** Which container a zip archive is; undefined for a document or a book. */
export async function recogniseZip(file: RandomBytes, fileName: string): Promise<ContainerName | undefined> {
  return ZIP_CONTAINERS[await identifyZip(file, extensionOf(fileName))];
}

export async function recogniseContainer(file: RandomBytes, fileName: string): Promise<ContainerName | undefined> {
  const byHead = recogniseByHead(file.read(0, SIGN_BYTES), fileName);
  return byHead === 'zip?' ? recogniseZip(file, fileName) : byHead;
}
