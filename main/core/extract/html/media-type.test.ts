import { expect, test } from 'vitest';
import { makePng } from '../../save/fixtures/pictures.ts';
import { makeWav, makeWebm } from '../../save/fixtures/media.ts';
import { mediaTypeOf } from './media-type.ts';

const box = (brand: string) => Buffer.concat([Buffer.from([0, 0, 0, 32]), Buffer.from(`ftyp${brand}\0\0\0\0isom`)]);
const page = (inner: string) => Buffer.from(`OggS\0\x02${'\0'.repeat(20)}\x01\x1e${inner}`, 'latin1');

test.each([
  ['video/mp4', box('isom')],
  ['video/mp4', box('mp42')],
  ['video/mp4', box('qt  ')],
  ['audio/mp4', box('M4A ')],
  ['video/webm', makeWebm(100)],
  ['video/ogg', page('\x80theora')],
  ['audio/ogg', page('\x01vorbis')],
  ['audio/ogg', page('OpusHead')],
  ['audio/wav', makeWav(1)],
  ['audio/flac', Buffer.from('fLaC\0\0\0\x22')],
  ['audio/mpeg', Buffer.from('ID3\x04\0')],
  ['audio/mpeg', Buffer.from([0xff, 0xfb, 0x90, 0x64])],
  ['audio/aac', Buffer.from([0xff, 0xf1, 0x50, 0x80])],
] as const)('%s', (type, bytes) => {
  expect(mediaTypeOf(bytes)).toBe(type);
});

test.each([
  ['a list of pieces', Buffer.from('#EXTM3U\n#EXT-X-VERSION:3\n')],
  ['a page', Buffer.from('<!doctype html><title>No video here</title>')],
  ['a picture', makePng(2, 2, [1, 2, 3])],
  ['a picture in a box', box('avif')],
  ['a photo of a telephone', box('heic')],
  ['a JPEG picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
  ['another RIFF', Buffer.from('RIFF\0\0\0\0WEBP')],
  ['another EBML', Buffer.from('1a45dfa3428287', 'hex')],
  ['text in two bytes a letter', Buffer.from([0xff, 0xfe, 0x41, 0])],
  ['nothing', Buffer.alloc(0)],
] as const)('%s is none', (_name, bytes) => {
  expect(mediaTypeOf(bytes)).toBeUndefined();
});
