import type { Element } from 'hast';
import { attribute } from './clean-attributes.ts';
import { elementsOf } from './walk-tree.ts';

/** Where scripts that load pictures late keep the address, the most common first. */
const LAZY_ATTRIBUTES = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataOriginalSrc', 'dataFullSrc', 'dataHiResSrc', 'dataImage', 'dataUrl', 'dataEchoSrc', 'dataLazy'];
const SET_ATTRIBUTES = ['dataSrcset', 'dataSrcSet', 'dataLazySrcset', 'srcSet'];
const MOST_SOURCES = 40;

/**
 * Every address under which a picture may be had, the best first: late-loaded ones before `src`, which until then holds
 * a blank; larger ones of a set before smaller ones. `picture`: the element around it, with its sources.
 */
export function listImageSources(image: Element, picture: Element | undefined): string[] {
  const inPicture = picture === undefined ? [] : elementsOf(picture).filter(({ tagName }) => tagName === 'source');
  const sources = [
    ...LAZY_ATTRIBUTES.map((name) => attribute(image, name)),
    ...[image, ...inPicture].flatMap((element) => SET_ATTRIBUTES.flatMap((name) => readSet(attribute(element, name) ?? ''))),
    attribute(image, 'src'),
  ];
  const distinct = new Set(sources.flatMap((source) => (source === undefined || source.trim() === '' ? [] : [source.trim()])));
  return [...distinct].slice(0, MOST_SOURCES);
}

/** Pixels. What is wider is larger than screens are, and many times the bytes. */
const WIDEST = 2_600;

/** The addresses of a `srcset`, largest first, but for those that are larger than any screen. A comma inside of a data: address ends nothing. */
export function readSet(set: string): string[] {
  const candidates: { url: string; size: number }[] = [];
  for (const match of set.matchAll(/\s*,*\s*(\S*[^\s,])(?:\s+([\d.]+)[wx](?:\s+[\d.]+h)?)?\s*(?=,|$)/g)) {
    const size = Number(match[2] ?? 1);
    candidates.push({ url: match[1] ?? '', size: size > WIDEST ? -size : size });
  }
  return candidates.sort((one, other) => other.size - one.size).map(({ url }) => url);
}
