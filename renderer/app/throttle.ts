/**
 * Calls `run` at once, then at most once in `intervalMs`; the last request is never lost.
 * `cancel` drops what is still waiting.
 */
export function throttle(run: () => void, intervalMs: number): { request: () => void; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;

  function elapse(): void {
    timer = undefined;
    if (!waiting) return;
    waiting = false;
    start();
  }

  function start(): void {
    timer = setTimeout(elapse, intervalMs);
    run();
  }

  return {
    request: () => {
      if (timer === undefined) start();
      else waiting = true;
    },
    cancel: () => {
      clearTimeout(timer);
      timer = undefined;
      waiting = false;
    },
  };
}
