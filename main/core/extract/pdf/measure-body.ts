/** How most of a document's letters look. */
export interface BodyLook {
  /** Points. */
  readonly size: number;
  readonly font: string;
}

interface Lettered {
  readonly text: string;
  readonly size: number;
  readonly font: string;
}

/** The size and the font that most letters of some lines have. */
export function measureBody(lines: Iterable<Lettered>): BodyLook {
  const sizes = new Map<number, number>();
  const fonts = new Map<string, number>();
  for (const { text, size, font } of lines) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + text.length);
    fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  }
  return { size: mostFrequent(sizes) ?? 10, font: mostFrequent(fonts) ?? '' };
}

function mostFrequent<T>(counts: ReadonlyMap<T, number>): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const [value, count] of counts) {
    if (count <= most) continue;
    best = value;
    most = count;
  }
  return best;
}
