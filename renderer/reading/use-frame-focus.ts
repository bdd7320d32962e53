import { useEffect, useState, type RefObject } from 'react';

/**
 * Whether the article's frame has the focus as a whole and got it by keyboard: then it needs a ring. No style can tell,
 * because for the window's styles a frame whose document has the focus is not focused visibly. A link inside that has
 * the focus shows it by itself.
 */
export function useFrameFocus(frame: RefObject<HTMLIFrameElement | null>): boolean {
  const [focused, setFocused] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let byKeyboard = false;
    const hide = (): void => setFocused(false);
    window.addEventListener('keydown', () => (byKeyboard = true), { signal, capture: true });
    window.addEventListener('pointerdown', () => (byKeyboard = false), { signal, capture: true });
    window.addEventListener('focus', hide, { signal });
    window.addEventListener('blur', () => {
      const inside = frame.current?.contentDocument;
      const isFrame = inside !== null && document.activeElement === frame.current && inside?.activeElement === inside?.body;
      setFocused(byKeyboard && isFrame);
      inside?.addEventListener('focusin', hide, { signal, once: true });
      inside?.addEventListener('pointerdown', hide, { signal, once: true });
    }, { signal });
    return () => controller.abort();
  }, [frame]);
  return focused;
}
