import { ARTICLE_STYLESHEET_PATH } from '../../main/contract/reading.ts';
import { handleKey } from '../app/shortcuts.ts';
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

  function follow(event: MouseEvent): void {
    const link = linkOf(event.target, page);
    if (!link) return;
    // Whatever the link is: the frame stays on its article.
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#')) jumpTo(href.slice(1), page, onJump);
    const address = addressToOpen(href);
    if (address) window.open(address, '_blank', 'noopener,noreferrer');
  }

  function turnPage(event: KeyboardEvent): void {
    if (event.key !== ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onPage(event.shiftKey ? -1 : 1);
  }

  page.addEventListener('click', follow, { signal });
  page.addEventListener('auxclick', follow, { signal });
  page.addEventListener('keydown', handleKey, { signal });
  page.addEventListener('keydown', turnPage, { signal });
  // A file dropped on the text belongs to the window too: the frame would open it.
  for (const type of ['dragenter', 'dragover', 'drop'] as const) {
    page.addEventListener(type, (event) => forwardDrag(event), { signal });
  }
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

/** The link around what was clicked. The frame has its own Element: the window's instanceof would not know it. */
function linkOf(target: EventTarget | null, page: Document): Element | null {
  const frameWindow = page.defaultView;
  return frameWindow && target instanceof frameWindow.Element ? target.closest('a[href]') : null;
}

function jumpTo(encodedId: string, page: Document, onJump: (top: number) => void): void {
  const target = page.getElementById(safeDecode(encodedId));
  if (target) onJump(distanceFromTop(target));
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
