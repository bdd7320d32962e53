import { describe, expect, it, test } from 'vitest';
import { chooseTitle, isPlaceholderTitle } from './choose-title.ts';

describe('isPlaceholderTitle', () => {
  it.each(['Microsoft Word - speech_final.doc', 'untitled', 'Document', 'Document1', 'Paper Title (use style: paper title)', 'Presentation1', 'PowerPoint-Präsentation', 'report.indd', 'C:\\Users\\a\\b.txt', 'https://a.example/', 'final_version_3', '--', 'ferry', 'doc20240501'])(
    'says that %j is none',
    (title) => expect(isPlaceholderTitle(title, 'ferry.pdf')).toBe(true),
  );

  it.each(['Rethinking the Financial Network', 'COVID-19', 'Ulysses', 'Untold', 'The document that was never signed', 'Scandal'])('says that %j is one', (title) => expect(isPlaceholderTitle(title, 'a.pdf')).toBe(false));
});

const choose = (stated: string | undefined, visible: string | undefined, firstPage = `${visible ?? ''} ${stated ?? ''}`, confidence = 0.8) =>
  chooseTitle({ stated, fileName: 'a.pdf', visible: visible === undefined ? [] : [{ title: visible, confidence }], firstPage });

test('takes the stated title, and the visible one where there is none', () => {
  expect(choose('Why the ferry was late', undefined)).toEqual({ title: 'Why the ferry was late' });
  expect(choose('Document', 'Why the ferry was late')).toEqual({ title: 'Why the ferry was late', confidence: 0.8 });
  expect(choose(undefined, undefined)).toBeUndefined();
});

test('leaves out what a stated title says besides the visible one', () => {
  expect(choose('Rethinking the Network, Speech by A. Haldane, 28 April', 'RETHINKING THE NETWORK')).toEqual({ title: 'Rethinking the Network' });
  expect(choose('Late: a short history of it', 'Late')).toEqual({ title: 'Late: a short history of it' });
});

test('mistrusts a stated title of which no word is on the first page', () => {
  expect(choose('Minutes of the board', 'Why the ferry was late', 'Why the ferry was late')).toEqual({ title: 'Why the ferry was late', confidence: 0.6 });
  expect(choose('Minutes of the board', 'WHY', 'Why the ferry was late', 0.5)).toEqual({ title: 'Minutes of the board' });
});
