const PIXELS: Readonly<Record<string, number>> = { cm: 96 / 2.54, mm: 96 / 25.4, in: 96, inch: 96, pt: 96 / 72, pc: 16, px: 1 };

/** A length as OpenDocument writes it (`3.4in`, `8.5cm`) in pixels of HTML; undefined for any other. */
export function pixelsOf(length: string | undefined): number | undefined {
  const match = /^(\d{1,6}(?:\.\d{1,12})?)([a-z]{2,4})$/.exec(length ?? '');
  const unit = PIXELS[match?.[2] ?? ''];
  const pixels = unit === undefined ? 0 : Math.round(Number(match?.[1]) * unit);
  return pixels >= 1 ? pixels : undefined;
}
