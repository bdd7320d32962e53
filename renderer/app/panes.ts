/** The parts of the window that F6 walks through, in this order. A pane that is not shown is passed over. */
export const PANES = ['navigation', 'list', 'filters', 'reader', 'main', 'import-bar', 'messages'] as const;
export type PaneName = (typeof PANES)[number];

/** Where focus goes in a pane: its element with `data-pane-focus`, else the pane itself (which has a tabindex). */
function focusTarget(pane: PaneName): HTMLElement | null {
  const element = document.querySelector<HTMLElement>(`[data-pane="${pane}"]`);
  const target = element?.querySelector<HTMLElement>('[data-pane-focus]') ?? element;
  return target?.checkVisibility() ? target : null;
}

/** @returns whether the pane is there to take it. */
export function focusPane(pane: PaneName): boolean {
  const target = focusTarget(pane);
  target?.focus();
  return target !== null;
}

/** After the window has been drawn: a pane that is only now being shown cannot take focus before. */
export function focusPaneSoon(...candidates: readonly PaneName[]): void {
  requestAnimationFrame(() => candidates.some(focusPane));
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

/** On to the next pane that is shown, round the corner at the end. */
export function focusNextPane(step: 1 | -1): void {
  const current = PANES.findIndex(isFocusIn);
  for (let offset = 1; offset <= PANES.length; offset += 1) {
    const start = current === -1 && step === 1 ? -1 : Math.max(current, 0);
    const pane = PANES[(start + step * offset + PANES.length * 2) % PANES.length];
    if (pane && focusPane(pane)) return;
  }
}
