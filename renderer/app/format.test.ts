import { describe, expect, it } from 'vitest';
import { chooseLocale, fileNameOf, formatBytes, formatDuration, formatPublished, readingMinutes } from './format.ts';

describe('formatPublished', () => {
  it('is never more precise than the date', () => {
    expect(formatPublished('1987', 'long', 'en-GB')).toBe('1987');
    expect(formatPublished('1987-02', 'long', 'en-GB')).toBe('February 1987');
    expect(formatPublished('1987-02-26', 'long', 'en-GB')).toBe('26 February 1987');
  });

  it('keeps a day the same day in every time zone', () => {
    expect(formatPublished('2024-01-01', 'short', 'en-GB')).toBe('1 Jan 2024');
  });

  it('shows what is no date as it stands', () => {
    expect(formatPublished('spring 1987', 'long')).toBe('spring 1987');
    expect(formatPublished('1987-99', 'long')).toBe('1987-99');
  });
});

describe('formatDuration', () => {
  it.each([
    [0.2, '1 s'],
    [59.4, '59 s'],
    [90, '2 min'],
    [3_600, '1 h'],
    [4_800, '1 h 20 min'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});

it('gives every article at least a minute', () => {
  expect(readingMinutes(0)).toBe(1);
  expect(readingMinutes(2_300)).toBe(10);
});

it('finds the file name in paths of either kind', () => {
  expect(fileNameOf('/home/ada/notes/one.txt')).toBe('one.txt');
  expect(fileNameOf('C:\\notes\\two.html')).toBe('two.html');
  expect(fileNameOf('folder/')).toBe('folder');
  expect(fileNameOf('-')).toBe('-');
});

it('prefers a variety of English that the reader asks for', () => {
  expect(chooseLocale(['de-DE', 'en-US', 'en-GB'])).toBe('en-US');
  expect(chooseLocale(['de-DE'])).toBe('en-GB');
});

describe('formatBytes', () => {
  it('counts in thousands, with three figures at most', () => {
    expect(formatBytes(0, 'en-GB')).toBe('0 byte');
    expect(formatBytes(999, 'en-GB')).toBe('999 byte');
    expect(formatBytes(1_000, 'en-GB')).toBe('1 kB');
    expect(formatBytes(1_284_000_000, 'en-GB')).toBe('1.28 GB');
    expect(formatBytes(5e18, 'en-GB')).toBe('5,000,000 TB');
  });
});
