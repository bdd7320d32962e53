import { brokenOff } from './damage.ts';
import type { Contained, Container, ContainerInput } from './container.ts';
import { inflateStream } from './inflate-stream.ts';

export const gzipContainer: Container = { name: 'gzip', label: 'gzip archive', reads: 'stream', holds: 'packed', list: (input) => listPacked(input, 'gzip') };
export const zstdContainer: Container = { name: 'zstd', label: 'zstd archive', reads: 'stream', holds: 'packed', list: (input) => listPacked(input, 'zstd') };

/** The one file that was packed, named as the archive is but for its ending: `story.txt` in `story.txt.gz`. */
async function* listPacked({ reader, fileName, budget }: ContainerInput, packing: 'gzip' | 'zstd'): AsyncGenerator<Contained> {
  if ((await reader.peek(1)).length === 0) throw brokenOff('This archive');
  yield { kind: 'file', name: unpackedName(fileName), open: () => inflateStream(reader, packing, budget) };
}

function unpackedName(fileName: string): string {
  const tar = /^(.+)\.(?:tgz|tzst)$/i.exec(fileName)?.[1];
  if (tar !== undefined) return `${tar}.tar`;
  return /^(.+)\.(?:gz|gzip|zst|zstd|z)$/i.exec(fileName)?.[1] ?? fileName;
}
