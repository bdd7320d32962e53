import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besideBounds, fitBounds, type Rectangle } from './window-bounds.ts';

const main: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 };
const right: Rectangle = { x: 1920, y: 0, width: 2560, height: 1400 };

it('leaves a window where it was, on whichever display', () => {
  for (const bounds of [
    { x: 10, y: 20, width: 900, height: 700 },
    { x: 2000, y: 100, width: 1200, height: 1200 },
    // Half over the edge: the user put it there.
    { x: 1500, y: 100, width: 1000, height: 700 },
  ]) {
    expect(fitBounds(bounds, [main, right])).toEqual(bounds);
  }
});

it('brings a window whose display is gone to the middle of the main one', () => {
  expect(fitBounds({ x: 2000, y: 100, width: 1000, height: 800 }, [main])).toEqual({ x: 460, y: 120, width: 1000, height: 800 });
});

it('brings back a window whose top is out of reach', () => {
  expect(fitBounds({ x: 100, y: -400, width: 1000, height: 800 }, [main]).y).toBeGreaterThanOrEqual(0);
  expect(fitBounds({ x: 100, y: 1030, width: 1000, height: 800 }, [main]).y).toBeLessThan(1000);
});

it('makes a window fit a smaller display', () => {
  expect(fitBounds({ x: 2000, y: 100, width: 2400, height: 1300 }, [main])).toEqual(main);
});

it('begins in the middle, and puts a second window beside the first', () => {
  const first = fitBounds(undefined, [main, right]);
  expect(first).toEqual({ x: 320, y: 90, width: 1280, height: 860 });
  expect(besideBounds(first, [main, right])).toEqual({ ...first, x: 352, y: 122 });
});

it('always leaves enough of a window\'s top on some display', () => {
  const rectangle = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 480, max: 9000 }),
    height: fc.integer({ min: 360, max: 9000 }),
  });
  const area = fc.record({ x: fc.integer({ min: -4000, max: 4000 }), y: fc.integer({ min: -4000, max: 4000 }), width: fc.integer({ min: 640, max: 5000 }), height: fc.integer({ min: 480, max: 5000 }) });
  fc.assert(
    fc.property(rectangle, fc.array(area, { minLength: 1, maxLength: 3 }), (left, areas) => {
      const fitted = fitBounds(left, areas);
      const reachable = areas.some(
        (one) => fitted.y >= one.y && fitted.y + 32 <= one.y + one.height && Math.min(fitted.x + fitted.width, one.x + one.width) - Math.max(fitted.x, one.x) >= 120,
      );
      expect(reachable).toBe(true);
    }),
  );
});
