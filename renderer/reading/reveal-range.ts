/** What is nearer to an edge of the page is not comfortably in view. */
const EDGE_PX = 48;
/** Where a match comes to stand, as a part of the page's height. */
const STANDS_AT = 1 / 3;

/** Scrolls the reader's page so that a range of the frame's document is in view, unless it is already. */
export function revealRange(range: Range, frame: HTMLIFrameElement, page: HTMLElement): void {
  unfold(range);
  revealSideways(range);
  const { top, height } = range.getBoundingClientRect();
  const inPage = frame.getBoundingClientRect().top - page.getBoundingClientRect().top + top;
  if (inPage >= EDGE_PX && inPage + height <= page.clientHeight - EDGE_PX) return;
  page.scrollTo({ top: page.scrollTop + inPage - page.clientHeight * STANDS_AT, behavior: scrollBehavior() });
}

/** Smooth only where the system allows motion. */
export function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: no-preference)').matches ? 'smooth' : 'instant';
}

/** As a click on their summaries would: what is folded away cannot be shown. */
function unfold(range: Range): void {
  for (let details = parentOf(range)?.closest('details'); details; details = details.parentElement?.closest('details')) {
    if ('open' in details) details.open = true;
  }
}

/** Within what scrolls by itself: wide tables and code. */
function revealSideways(range: Range): void {
  const box = parentOf(range)?.closest('table, pre');
  if (!box || box.scrollWidth <= box.clientWidth) return;
  const outer = box.getBoundingClientRect();
  const { left, right } = range.getBoundingClientRect();
  if (left < outer.left || right > outer.right) box.scrollLeft += left - outer.left - outer.width * STANDS_AT;
}

function parentOf(range: Range): HTMLElement | null {
  return range.startContainer.parentElement;
}
