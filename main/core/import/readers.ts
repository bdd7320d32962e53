import type { Reader } from './reader.ts';
import { htmlReader } from './readers/html.ts';
import { markdownReader } from './readers/markdown.ts';
import { plainTextReader } from './readers/plain-text.ts';

/** Every format that can be read. To add one: its reader, and its line here. */
export const READERS: readonly Reader[] = [plainTextReader, htmlReader, markdownReader];

export function findReader(name: string): Reader | undefined {
  return READERS.find((reader) => reader.name === name);
}
