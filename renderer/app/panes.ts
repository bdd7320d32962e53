/** The parts of the window that F6 walks through, in this order. A pane that is not shown is passed over. */
export const PANES = ['navigation', 'list', 'filters', 'reader', 'main', 'import-bar', 'messages'] as const;
export type PaneName = (typeof PANES)[number];

/** Where focus goes in a pane: its element with `data-pane-focus`, else the pane itself (which has a tabindex). */
function focusTarget(pane: PaneName): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  const target = element?.querySelector<HTMLElement>('[data-pane-focus]') ?? element;
  return target?.checkVisibility() ? target : null;
}

/** Gives the focus to the first of these panes that is shown. @returns whether one was there to take it */
export function focusPane(...candidates: readonly PaneName[]): boolean {
  return candidates.some((pane) => focusElement(focusTarget(pane)));
}

/** Gives the focus to what a pane shows, and not to a pane that shows nothing to use keys on. @returns whether it took it */
export function focusContentOf(pane: PaneName): boolean {
  return focusElement(document.querySelector<HTMLElement>(`[data-pane="${pane}"] [data-pane-focus]`));
}

function focusElement(element: HTMLElement | null): boolean {
  if (!element?.checkVisibility()) return false;
  element.focus();
  return true;
}

/**
 * For what is being taken off the window, perhaps with the focus on it: gives the focus to something else unless
 * something has it. As soon as the window stands without it, and not with its next frame: a key that is pressed in
 * between would reach nobody, or the wrong part.
 */
export function handFocusOver(takeOver: () => void): void {
  queueMicrotask(() => {
    if (!isFocusTaken()) takeOver();
  });
}

/** Whether anything has the focus; when nothing has it, Tab would begin at the window's top. */
export function isFocusTaken(): boolean {
  return (document.activeElement ?? document.body) !== document.body;
}

/** Whether focus is in a pane, or in a frame in it. */
export function isFocusIn(pane: PaneName): boolean {
  return Boolean(document.activeElement?.closest(`[data-pane="${pane}"]`));
}

export function isPaneVisible(pane: PaneName): boolean {
  return focusTarget(pane) !== null;
}

/** Whether keys mean the open article, and not the list beside it. */
export function isReading(): boolean {
  return isFocusIn('reader') || !isPaneVisible('list');
}

/** On to the next pane that is shown, round the corner at the end. */
export function focusNextPane(step: 1 | -1): void {
  const current = PANES.findIndex(isFocusIn);
  for (let offset = 1; offset <= PANES.length; offset += 1) {
    const start = current === -1 && step === 1 ? -1 : Math.max(current, 0);
    const pane = PANES[(start + step * offset + PANES.length * 2) % PANES.length];
    if (pane && focusPane(pane)) return;
  }
}
