/// <reference path="../search/lunr-parser.d.ts" />
import { stemmer as stemArabic } from '@orama/stemmers/arabic';
import { stemmer as stemArmenian } from '@orama/stemmers/armenian';
import { stemmer as stemDanish } from '@orama/stemmers/danish';
import { stemmer as stemDutch } from '@orama/stemmers/dutch';
import { stemmer as stemFinnish } from '@orama/stemmers/finnish';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemGreek } from '@orama/stemmers/greek';
import { stemmer as stemHungarian } from '@orama/stemmers/hungarian';
import { stemmer as stemIrish } from '@orama/stemmers/irish';
import { stemmer as stemItalian } from '@orama/stemmers/italian';
import { stemmer as stemNorwegian } from '@orama/stemmers/norwegian';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stemmer as stemRomanian } from '@orama/stemmers/romanian';
import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stemmer as stemSwedish } from '@orama/stemmers/swedish';
import { stemmer as stemTurkish } from '@orama/stemmers/turkish';
import { stopwords as stopArabic } from '@orama/stopwords/arabic';
import { stopwords as stopArmenian } from '@orama/stopwords/armenian';
import { stopwords as stopDanish } from '@orama/stopwords/danish';
import { stopwords as stopDutch } from '@orama/stopwords/dutch';
import { stopwords as stopFinnish } from '@orama/stopwords/finnish';
import { stopwords as stopFrench } from '@orama/stopwords/french';
import { stopwords as stopGerman } from '@orama/stopwords/german';
import { stopwords as stopGreek } from '@orama/stopwords/greek';
import { stopwords as stopHungarian } from '@orama/stopwords/hungarian';
import { stopwords as stopIrish } from '@orama/stopwords/irish';
import { stopwords as stopItalian } from '@orama/stopwords/italian';
import { stopwords as stopNorwegian } from '@orama/stopwords/norwegian';
import { stopwords as stopPortuguese } from '@orama/stopwords/portuguese';
import { stopwords as stopRomanian } from '@orama/stopwords/romanian';
import { stopwords as stopRussian } from '@orama/stopwords/russian';
import { stopwords as stopSpanish } from '@orama/stopwords/spanish';
import { stopwords as stopSwedish } from '@orama/stopwords/swedish';
import { stopwords as stopTurkish } from '@orama/stopwords/turkish';
import lunr from 'lunr';

/** How the words of one language become index terms. */
export interface LanguageRules {
  /** A word in lower case, trimmed; the same for words that differ in their endings only. */
  readonly stem: (word: string) => string;
  readonly isStopWord: (word: string) => boolean;
}

/** Code of a language whose rules are lunr's own, and of articles whose language nobody knows. */
export const ENGLISH = 'en';

function makeRules(stem: (word: string) => string, stopWords: readonly string[]): LanguageRules {
  // Some lists hold an empty word.
  const words = new Set(stopWords.filter((word) => word !== ''));
  return { stem, isStopWord: (word) => words.has(word) };
}

const english: LanguageRules = {
  // lunr's stemmer wants a token and returns it, changed.
  stem: (word) => lunr.stemmer(new lunr.Token(word, {})).toString(),
  isStopWord: (word) => lunr.stopWordFilter(new lunr.Token(word, {})) === undefined,
};

/** Snowball's stemmers by two-letter code. */
const RULES: Readonly<Record<string, LanguageRules>> = {
  en: english,
  ar: makeRules(stemArabic, stopArabic),
  hy: makeRules(stemArmenian, stopArmenian),
  da: makeRules(stemDanish, stopDanish),
  nl: makeRules(stemDutch, stopDutch),
  fi: makeRules(stemFinnish, stopFinnish),
  fr: makeRules(stemFrench, stopFrench),
  de: makeRules(stemGerman, stopGerman),
  el: makeRules(stemGreek, stopGreek),
  hu: makeRules(stemHungarian, stopHungarian),
  ga: makeRules(stemIrish, stopIrish),
  it: makeRules(stemItalian, stopItalian),
  no: makeRules(stemNorwegian, stopNorwegian),
  pt: makeRules(stemPortuguese, stopPortuguese),
  ro: makeRules(stemRomanian, stopRomanian),
  ru: makeRules(stemRussian, stopRussian),
  es: makeRules(stemSpanish, stopSpanish),
  sv: makeRules(stemSwedish, stopSwedish),
  tr: makeRules(stemTurkish, stopTurkish),
  /** Every other language: words as they are. */
  und: makeRules((word) => word, []),
};

/** Norwegian has two written forms and a code for each. */
const SAME: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/** The code under which an article's language (BCP 47, or null) is analysed: a key of `rulesOf`. */
export function analysisLanguage(language: string | null): string {
  if (language === null) return ENGLISH;
  const code = language.split('-', 1)[0]?.toLowerCase() ?? '';
  const same = SAME[code] ?? code;
  return Object.hasOwn(RULES, same) ? same : 'und';
}

export function rulesOf(code: string): LanguageRules {
  return RULES[code] ?? english;
}
