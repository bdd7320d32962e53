import { LIMITS } from '../../base/limits.ts';

const TWIPS_PER_PIXEL = 15;
const BLIPS: Readonly<Record<string, string>> = { pngblip: 'png', jpegblip: 'jpeg', emfblip: 'emf', wmetafile: 'wmf', macpict: 'pict', dibitmap: 'bmp', wbitmap: 'bmp', pmmetafile: 'met' };

/** One picture while it is read: its bytes as hexadecimal text or as they are. */
export class RtfPicture {
  type = 'unknown';
  readonly #size: Record<string, number> = {};
  readonly #pieces: Buffer[] = [];
  #bytes = 0;
  #halfByte = '';

  takeWord(name: string, value: number | undefined): void {
    if (Object.hasOwn(BLIPS, name)) this.type = BLIPS[name] ?? this.type;
    if (/^pic(?:wgoal|hgoal|scalex|scaley)$/.test(name) && value !== undefined) this.#size[name] = value;
  }

  takeHex(text: string): void {
    if (this.#bytes > LIMITS.imageBytes) return;
    const digits = this.#halfByte + text.replace(/[^0-9a-f]/gi, '');
    const even = digits.length - (digits.length % 2);
    this.#halfByte = digits.slice(even);
    this.#take(Buffer.from(digits.slice(0, even), 'hex'));
  }

  takeBytes(bytes: Uint8Array): void {
    if (this.#bytes <= LIMITS.imageBytes) this.#take(Buffer.from(bytes));
  }

  /** Undefined where there is none, it is too large, or of a kind that no article can hold. */
  bytes(): Uint8Array | undefined {
    const isKept = (this.type === 'png' || this.type === 'jpeg') && this.#bytes > 0 && this.#bytes <= LIMITS.imageBytes;
    return isKept ? new Uint8Array(Buffer.concat(this.#pieces)) : undefined;
  }

  /** As it is shown, in pixels; undefined where the file does not say. */
  width(): number | undefined {
    return this.#pixels('picwgoal', 'picscalex');
  }

  height(): number | undefined {
    return this.#pixels('pichgoal', 'picscaley');
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
  }

  #pixels(goal: string, scale: string): number | undefined {
    const pixels = Math.round((((this.#size[goal] ?? 0) / TWIPS_PER_PIXEL) * (this.#size[scale] ?? 100)) / 100);
    return pixels >= 1 ? pixels : undefined;
  }
}
