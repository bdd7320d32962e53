import { z } from 'zod';

/** In device-independent pixels, as the system counts them over all displays. */
const Rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) });
export type Rectangle = z.infer<typeof Rectangle>;

/** How the last window was left. */
export const WindowPlace = z.object({ bounds: Rectangle, isMaximized: z.boolean(), isFullScreen: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const LEAST_SIZE = { width: 480, height: 360 } as const;
const USUAL_SIZE = { width: 1_280, height: 860 } as const;
/** So much of a window's top must be on a display that it can be taken hold of. */
const GRIP = { width: 120, height: 32 } as const;

/**
 * Where a window is to appear: where it was left, if it can still be seen and moved there; in the middle of the main
 * display if its own is gone or has shrunk.
 *
 * @param left how it was left; undefined for the very first window
 * @param workAreas of all displays that are there now, the main one first
 */
export function fitBounds(left: Rectangle | undefined, workAreas: readonly Rectangle[]): Rectangle {
  const [main] = workAreas;
  if (!main) return left ?? { x: 0, y: 0, ...USUAL_SIZE };
  const home = left && workAreas.find((area) => canBeGripped(left, area));
  if (!home) return centred(left ?? USUAL_SIZE, main);
  const fitted = { x: left.x, y: left.y, width: Math.min(left.width, home.width), height: Math.min(left.height, home.height) };
  // A window that hung far over the left edge shows less of itself when it gets narrower.
  return canBeGripped(fitted, home) ? fitted : centred(fitted, home);
}

/** A second window beside the first would cover it: it appears a little lower, if it still fits. */
export function besideBounds(first: Rectangle, workAreas: readonly Rectangle[]): Rectangle {
  return fitBounds({ ...first, x: first.x + GRIP.height, y: first.y + GRIP.height }, workAreas);
}

function canBeGripped(window: Rectangle, area: Rectangle): boolean {
  const wide = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const topInside = window.y >= area.y && window.y + GRIP.height <= area.y + area.height;
  return topInside && wide >= GRIP.width;
}

function centred(size: { readonly width: number; readonly height: number }, area: Rectangle): Rectangle {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2), width, height };
}
