import type { RelatedLink } from '../../../contract/articles.ts';

const ADDRESS = String.raw`https?://[^\s<>"]{3,3990}?`;
const BARE = new RegExp(String.raw`^[<([]*(${ADDRESS})[>)\].,;]*$`, 'i');
const MARKDOWN = /^!?\[([^\]]{1,400})\]\((https?:\/\/[^\s()]{3,3990})(?:\s"[^"]*")?\)\.?$/i;
const TITLE_AND_ADDRESS = new RegExp(String.raw`^(.{2,400}?)\s*[:|–—-]?\s*[<([]*(${ADDRESS})[>)\].,;]*$`, 'i');
const BULLET = /^(?:(?:[-–—*•·▪◦►▶→»>+☞]|\d{1,2}[.)])\s*)+(?=\S)/u;

export interface ParsedLink extends RelatedLink {
  /** The line was an address and nothing else; the title is that address. */
  readonly isBare: boolean;
}

/** A link as a line of a link block has it: a title, a title with an address in one of the usual notations, or an address alone. */
export function parseLink(line: string): ParsedLink {
  const text = line.trim().replace(BULLET, '');
  const bare = parseAddress(text);
  if (bare !== undefined) return { title: bare, url: bare, isBare: true };
  const both = MARKDOWN.exec(text) ?? TITLE_AND_ADDRESS.exec(text);
  const title = (both?.[1] ?? text).trim().replace(/^[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}$/g, '');
  return { title, url: both?.[2] ?? null, isBare: false };
}

/** The address, if the line holds one and nothing else. */
export function parseAddress(line: string): string | undefined {
  return BARE.exec(line.trim())?.[1];
}

/** Whether a line begins as an item of a list of links does. */
export function hasBullet(line: string): boolean {
  return BULLET.test(line.trim());
}
