import type { MediaLabel } from './media-label.ts';

/** Where somebody can see or hear what a player within a page plays. */
export interface PlayerPage {
  readonly label: MediaLabel;
  readonly href: string;
}

type Finder = (url: URL) => string | undefined;

const PLAYERS: readonly { readonly host: RegExp; readonly label: MediaLabel; readonly find: Finder }[] = [
  { host: /^(?:www\.|m\.)?youtube(?:-nocookie)?\.com$/, label: 'Video', find: youtube },
  { host: /^player\.vimeo\.com$/, label: 'Video', find: vimeo },
  { host: /^(?:www\.|geo\.)?dailymotion\.com$/, label: 'Video', find: dailymotion },
  { host: /^embed(?:-ssl)?\.ted\.com$/, label: 'Video', find: ({ pathname }) => page('https://www.ted.com/talks/', /^\/talks\/(?:lang\/[\w-]+\/)?([\w-]+?)(?:\.html)?$/.exec(pathname)?.[1]) },
  { host: /^w\.soundcloud\.com$/, label: 'Audio', find: soundcloud },
  { host: /^open\.spotify\.com$/, label: 'Audio', find: ({ pathname }) => page('https://open.spotify.com/', /^\/embed(?:-podcast)?\/((?:track|album|playlist|artist|show|episode)\/\w+)/.exec(pathname)?.[1]) },
  { host: /^embed\.podcasts\.apple\.com$/, label: 'Audio', find: applePodcast },
];

/** Pages kept by the Internet Archive have its address before each other. */
const ARCHIVED = /^(?:https?:)?\/\/web\.archive\.org\/web\/\w+\/(?=https?:)/i;

/**
 * The page of what the player plays that a frame's address leads to. Undefined for all but the best known players: other frames are advertisements, forms and
 * counters more often than anything of an article.
 */
export function pageOfPlayer(address: string): PlayerPage | undefined {
  const url = URL.parse(address.replace(ARCHIVED, ''), 'https://page.invalid/');
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  const player = PLAYERS.find(({ host }) => host.test(url.hostname));
  const href = player?.find(url);
  return player && href !== undefined ? { label: player.label, href } : undefined;
}

function youtube({ pathname, searchParams }: URL): string | undefined {
  const id = /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(pathname)?.[1];
  const list = word(searchParams.get('list'));
  if (id === 'videoseries') return page('https://www.youtube.com/playlist?list=', list);
  if (id === 'live_stream') return page('https://www.youtube.com/channel/', word(searchParams.get('channel')), '/live');
  return page('https://www.youtube.com/watch?v=', id);
}

function vimeo({ pathname, searchParams }: URL): string | undefined {
  const key = /^[0-9a-f]+$/.exec(searchParams.get('h') ?? '')?.[0];
  return page('https://vimeo.com/', /^\/video\/(\d+)/.exec(pathname)?.[1], key === undefined ? '' : `/${key}`);
}

function dailymotion({ pathname, searchParams }: URL): string | undefined {
  const id = /^\/embed\/video\/(\w+)/.exec(pathname)?.[1] ?? (pathname.startsWith('/player') ? word(searchParams.get('video')) : undefined);
  return page('https://www.dailymotion.com/video/', id);
}

/** Its players name what they play by its page, or by an address for programs: then the player is the page. */
function soundcloud({ pathname, searchParams }: URL): string | undefined {
  const played = URL.parse(searchParams.get('url') ?? '');
  if (!played || !/(?:^|\.)soundcloud\.com$/.test(played.hostname) || !pathname.startsWith('/player')) return undefined;
  if (/^(?:www\.|m\.)?soundcloud\.com$/.test(played.hostname)) return `https://soundcloud.com${played.pathname}`;
  return `https://w.soundcloud.com/player/?url=${encodeURIComponent(`https://${played.hostname}${played.pathname}`)}`;
}

function applePodcast({ pathname, searchParams }: URL): string | undefined {
  const episode = /^\d+$/.exec(searchParams.get('i') ?? '')?.[0];
  return page('https://podcasts.apple.com', /^\/[\w%./-]*\bid\d+$/.exec(pathname)?.[0], episode === undefined ? '' : `?i=${episode}`);
}

function page(before: string, name: string | undefined, after = ''): string | undefined {
  return name === undefined ? undefined : `${before}${name}${after}`;
}

function word(text: string | null): string | undefined {
  return text !== null && /^[\w-]+$/.test(text) ? text : undefined;
}
