// The two containers that hold one icon in several sizes. Both may hold PNG files as they are, so writing them is a
// table of offsets and nothing more.

/** Windows: sizes up to 256, which stands in its byte as 0. */
const ICO_HEADER_BYTES = 6;
const ICO_ENTRY_BYTES = 16;

/**
 * macOS: each name stands for a size in pixels; the second row is for screens with two pixels a point.
 *
 * @type {Readonly<Record<string, number>>}
 */
export const ICNS_SIZES = {
  icp4: 16, icp5: 32, ic07: 128, ic08: 256, ic09: 512,
  ic11: 32, ic12: 64, ic13: 256, ic14: 512, ic10: 1024,
};

/**
 * @param {readonly { size: number, png: Buffer }[]} images square, at most 256 pixels wide
 * @returns {Buffer} an .ico file
 */
export function writeIco(images) {
  const header = Buffer.alloc(ICO_HEADER_BYTES + ICO_ENTRY_BYTES * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of images.entries()) {
    const at = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * index;
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...images.map(({ png }) => png)]);
}

/**
 * @param {Buffer} ico
 * @returns {{ size: number, png: Buffer }[]}
 */
export function readIco(ico) {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = ICO_HEADER_BYTES + ICO_ENTRY_BYTES * index;
    const offset = ico.readUInt32LE(at + 12);
    return { size: ico.readUInt8(at) || 256, png: ico.subarray(offset, offset + ico.readUInt32LE(at + 8)) };
  });
}

/**
 * @param {(size: number) => Buffer} pngOf the icon as a PNG file of this width
 * @returns {Buffer} an .icns file
 */
export function writeIcns(pngOf) {
  const parts = Object.entries(ICNS_SIZES).map(([name, size]) => chunk(name, pngOf(size)));
  return chunk('icns', Buffer.concat(parts));
}

/**
 * @param {Buffer} icns
 * @returns {{ name: string, png: Buffer }[]}
 */
export function readIcns(icns) {
  if (icns.toString('latin1', 0, 4) !== 'icns' || icns.readUInt32BE(4) !== icns.length) throw new Error('This is not an .icns file, or not a whole one.');
  const found = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found.push({ name: icns.toString('latin1', at, at + 4), png: icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)) });
  }
  return found;
}

/**
 * @param {Buffer} png
 * @returns {{ width: number, height: number }} in pixels
 */
export function readPngSize(png) {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('This is not a PNG file.');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

/** @param {string} name @param {Buffer} content */
function chunk(name, content) {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(content.length + head.length, 4);
  return Buffer.concat([head, content]);
}
