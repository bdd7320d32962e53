/** Whether what is being dragged began in this window: its own links and words are not to be saved by being let go of. */
let own = false;

export function isOwnDrag(): boolean {
  return own;
}

export function noteOwnDrag(): void {
  own = true;
}

/** Watches where drags begin. @returns the function that stops watching */
export function watchOwnDrags(): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const ended = () => {
    own = false;
  };
  document.addEventListener('dragstart', noteOwnDrag, { signal, capture: true });
  document.addEventListener('dragend', ended, { signal, capture: true });
  // What is dragged may be gone before it is let go of, and then nothing ends; but while a drag goes on no pointer moves.
  document.addEventListener('pointermove', ended, { signal, capture: true, passive: true });
  return () => controller.abort();
}
