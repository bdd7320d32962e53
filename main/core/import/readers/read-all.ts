import type { ReadItem, Reader, ReaderInput, UnreadItem } from '../reader.ts';

/** For tests: everything that a reader makes of a file that lies alone. */
export async function readAll(reader: Reader, content: string | Uint8Array, fileName = 'file', more: Partial<ReaderInput> = {}): Promise<{ read: ReadItem[]; unread: UnreadItem[] }> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const read: ReadItem[] = [];
  const unread: UnreadItem[] = [];
  for await (const item of reader.read({ bytes, fileName, loadBeside: () => undefined, ...more })) {
    if ('code' in item) unread.push(item);
    else read.push(item);
  }
  return { read, unread };
}
