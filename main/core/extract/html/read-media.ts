import type { Element } from 'hast';
import { attribute } from './clean-attributes.ts';
import type { MediaLabel } from './media-label.ts';
import { pageOfPlayer } from './page-of-player.ts';
import { elementsOf } from './walk-tree.ts';

/** What is seen or heard elsewhere: an article keeps a link to it. */
export interface Media {
  readonly label: MediaLabel;
  /** As the page writes it: http, https or relative. */
  readonly href: string | undefined;
  /** Where its file is, the best place first, each as the page writes it. None for what only a player's page plays. */
  readonly files: readonly string[];
  /** Addresses of the picture that stands for it, the best first. */
  readonly posters: readonly string[];
}

const LAZY_ATTRIBUTES = ['src', 'dataSrc', 'dataLazySrc', 'dataOriginal', 'dataUrl'];
const POSTERS = ['dataPoster', 'poster'];
/** What players of advertisements are called by their pages. */
const ADVERTISING = /(?:^|[\s_-])(?:ads?|advert\p{L}*|sponsored|preroll|anzeige|werbung|publicité|publicidad)(?=$|[\s_-])/iu;
/** Frames this small are not looked at by anybody. */
const LEAST_SIZE = 20;

/** The addresses of the picture that stands for a video, the best first. */
export function listPosters(video: Element): string[] {
  return POSTERS.map((name) => attribute(video, name)?.trim() ?? '').filter((poster) => poster !== '');
}

/**
 * What a `video`, an `audio`, or an `iframe` with a well-known player in it leads to. Undefined for other elements and frames, for advertisements, and for what
 * has neither an address that leads anywhere (`blob:` is none) nor a picture.
 */
export function readMedia(element: Element): Media | undefined {
  if (!['video', 'audio', 'iframe'].includes(element.tagName)) return undefined;
  if (ADVERTISING.test(['id', 'className', 'title', 'ariaLabel'].map((name) => attribute(element, name) ?? '').join(' '))) return undefined;
  if (element.tagName === 'iframe') return readFrame(element);
  const sources = [element, ...elementsOf(element).filter(({ tagName }) => tagName === 'source')];
  const files = sources.flatMap(addressesOf).filter(isFollowed);
  const posters = element.tagName === 'video' ? listPosters(element) : [];
  return files.length === 0 && posters.length === 0 ? undefined : { label: element.tagName === 'video' ? 'Video' : 'Audio', href: files[0], files, posters };
}

function readFrame(frame: Element): Media | undefined {
  const isSmall = ['width', 'height'].some((name) => /^\s*\d+(?:px)?\s*$/.test(attribute(frame, name) ?? '') && Number.parseInt(attribute(frame, name) ?? '', 10) < LEAST_SIZE);
  const page = isSmall ? undefined : addressesOf(frame).map(pageOfPlayer).find((found) => found !== undefined);
  return page && { ...page, files: [], posters: [] };
}

function addressesOf(element: Element): string[] {
  return LAZY_ATTRIBUTES.map((name) => attribute(element, name)?.trim() ?? '').filter((address) => address !== '');
}

function isFollowed(address: string): boolean {
  return /^https?:\/\//i.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address);
}
