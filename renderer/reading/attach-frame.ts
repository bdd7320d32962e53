import { ARTICLE_STYLESHEET_PATH, SNAPSHOT_MARK } from '../../main/contract/reading.ts';
import { handleKey } from '../app/shortcuts.ts';
import { noteOwnDrag } from '../saving/own-drag.ts';
import { addressToOpen } from './link-target.ts';

interface FrameListener {
  /** The height of the whole text, in CSS pixels, whenever it changes. */
  readonly onHeight: (height: number) => void;
  /** A link within the article was followed: where its target stands, in pixels from the text's top. */
  readonly onJump: (top: number) => void;
  /** The space bar asks for the next page, with Shift for the one before. Other keys scroll the window by themselves. */
  readonly onPage: (step: 1 | -1) => void;
}

/** The article's document, once the frame holds one; null for an error page or nothing. */
export function articleDocumentOf(frame: HTMLIFrameElement): Document | null {
  const { contentDocument } = frame;
  return contentDocument?.querySelector(`link[href$="${ARTICLE_STYLESHEET_PATH}"]`) ? contentDocument : null;
}

/** The snapshot's document, once the frame holds one, and whether it is the page or says why there is none. */
export function snapshotDocumentOf(frame: HTMLIFrameElement): { readonly page: Document; readonly isMade: boolean } | null {
  const page = frame.contentDocument;
  const mark = page?.querySelector(`head > meta[name="${SNAPSHOT_MARK}"]`)?.getAttribute('content');
  return page && mark ? { page, isMade: mark === 'made' } : null;
}

/**
 * Listens to an article's document from outside: nothing runs within it. Links open in a new tab or jump inside the
 * article, keys reach the window's shortcuts. @returns the function that stops listening
 */
export function attachFrame(page: Document, { onHeight, onJump, onPage }: FrameListener): () => void {
  const controller = new AbortController();
  const { signal } = controller;

  function measure(): void {
    // Not scrollHeight: that is never less than the frame's own height, so it could not shrink again.
    onHeight(Math.ceil(page.documentElement.getBoundingClientRect().height));
  }

  function turnPage(event: KeyboardEvent): void {
    if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey || isPlayer(event.target, page)) return;
    event.preventDefault();
    onPage(event.shiftKey ? -1 : 1);
  }

  listen(page, (target) => onJump(distanceFromTop(target)), signal);
  page.addEventListener('keydown', turnPage, { signal });
  // Load events of images do not bubble, but they can be caught on their way down.
  page.addEventListener('load', measure, { signal, capture: true });
  const observer = new ResizeObserver(measure);
  observer.observe(page.documentElement);
  measure();

  return () => {
    controller.abort();
    observer.disconnect();
  };
}

/** The same for a snapshot, which scrolls by itself and has its own height. @returns the function that stops listening */
export function attachSnapshot(page: Document): () => void {
  const controller = new AbortController();
  listen(page, (target) => target.scrollIntoView(), controller.signal);
  return () => controller.abort();
}

/** What a frame leaves to the window: links, keys, files that are dropped on it. */
function listen(page: Document, jump: (target: Element) => void, signal: AbortSignal): void {
  function follow(event: MouseEvent): void {
    const link = linkOf(event.target, page);
    if (!link) return;
    // Whatever the link is: the frame stays on its article.
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) jumpTo(href.slice(1), page, jump);
    const address = addressToOpen(href);
    if (address) window.open(address, '_blank', 'noopener,noreferrer');
  }

  page.addEventListener('click', follow, { signal });
  page.addEventListener('auxclick', follow, { signal });
  page.addEventListener('keydown', (event) => !(PLAYER_KEYS.has(event.key) && isPlayer(event.target, page)) && handleKey(event), { signal });
  page.addEventListener('dragstart', noteOwnDrag, { signal });
  // A file or a link dropped on the text belongs to the window too: the frame would open it.
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    page.addEventListener(type, (event) => forwardDrag(event), { signal });
  }
}

/** What a player that has the focus does something with: it plays, stops, goes back and forth, gets louder. */
const PLAYER_KEYS: ReadonlySet<string> = new Set([' ', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End']);

function isPlayer(target: EventTarget | null, page: Document): boolean {
  const frameWindow = page.defaultView;
  return frameWindow !== null && target instanceof frameWindow.HTMLMediaElement;
}

/** The link around what was clicked. The frame has its own Element: the window's instanceof would not know it. */
function linkOf(target: EventTarget | null, page: Document): Element | null {
  const frameWindow = page.defaultView;
  // By the prototype: a form's own `closest` may be one of its fields.
  return frameWindow && target instanceof frameWindow.Element ? frameWindow.Element.prototype.closest.call(target, 'a[href]') : null;
}

function jumpTo(encodedId: string, page: Document, jump: (target: Element) => void): void {
  const target = page.getElementById(safeDecode(encodedId));
  if (target) jump(target);
}

/** How far an element stands below the top of its document, in CSS pixels. */
export function distanceFromTop(element: Element): number {
  return element.getBoundingClientRect().top - element.ownerDocument.documentElement.getBoundingClientRect().top;
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // An article's link may hold anything; what cannot be decoded is taken as it stands.
    return text;
  }
}

function forwardDrag(event: DragEvent): void {
  event.preventDefault();
  const copy = new DragEvent(event.type, { bubbles: true, cancelable: true, dataTransfer: event.dataTransfer });
  document.dispatchEvent(copy);
}
