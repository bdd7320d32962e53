import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../index/fields.ts';
import { parseQuery } from './parse-query.ts';
import { translateQuery } from './translate-query.ts';

const show = (text: string) => {
  const found = translateQuery(text);
  return found ? `${found.from}: ${found.query}` : 'null';
};

describe('a query of Factiva', () => {
  it.each([
    ['hd=(oil and gas)', 'Factiva: title:(oil AND gas)'],
    ['hd=ukraine and wc>500', 'Factiva: title:ukraine AND words:>500'],
    ['rst=(j or tnyt) and climate change', 'Factiva: "climate change"'],
    ['oil adj5 spill*', 'Factiva: oil BEFORE/5 spill*'],
    ['(carbon near5 tax*) and la=en', 'Factiva: (carbon NEAR/5 tax*) AND lang:en'],
    ['merger same acquisition and la=en', 'Factiva: (merger NEAR/75 acquisition) AND lang:en'],
    ['atleast5 inflation and date from 01/15/2020 to 12/31/2020', 'Factiva: inflation AND date:2020-01-15..2020-12-31'],
    ['hlp=(central bank) not hd=obituary', 'Factiva: "central bank" AND NOT title:obituary'],
    ['by=smith and (solar or wind power) near10 subsidy', 'Factiva: byline:smith AND ((solar OR "wind power") NEAR/10 subsidy)'],
    ['wom?n adj2 rights and date after 20200101', 'Factiva: (wom*n BEFORE/2 rights) AND date:>2020-01-01'],
    ['"net zero" w/5 pledge* and rst=reut', 'Factiva: "net zero" NEAR/5 pledge*'],
    ['sn="The Guardian" and coal and wc<2000', 'Factiva: site:"The Guardian" AND coal AND words:<2000'],
    ['la=(english or constructor) and drought', 'Factiva: lang:en AND drought'],
    ['la=(en or de) and drought or flood* and ns=gcat', 'Factiva: ((lang:en OR lang:de) AND drought) OR flood*'],
  ])('%s', (text, translated) => {
    expect(show(text)).toBe(translated);
  });
});

describe('a query of Nexis', () => {
  it.each([
    ['climate w/5 chang!', 'Nexis: climate NEAR/5 chang*'],
    ['HEADLINE(oil spill) and gulf', 'Nexis: title:"oil spill" AND gulf'],
    ['bank! pre/3 fail! and DATE(>= 2020-01-01)', 'Nexis: (bank* BEFORE/3 fail*) AND date:>=2020-01-01'],
    ['ATLEAST5(inflation) and wages', 'Nexis: inflation AND wages'],
    ['nuclear w/s waste', 'Nexis: nuclear NEAR/25 waste'],
    ['nuclear w/p storage and not military', 'Nexis: (nuclear NEAR/75 storage) AND NOT military'],
    ['solar or wind and power w/10 grid', 'Nexis: (solar OR wind) AND (power NEAR/10 grid)'],
    ['PUBLICATION(The Guardian or The Times) and coal', 'Nexis: (site:"The Guardian" OR site:"The Times") AND coal'],
    ['BYLINE(smith) and LENGTH(>500) and strike!', 'Nexis: byline:smith AND words:>500 AND strike*'],
    ['HLEAD(merger) and DATE(geq (1/15/2020) and leq (12/31/2020))', 'Nexis: merger AND (date:>=2020-01-15 AND date:<=2020-12-31)'],
    ['SUBJECT(climate change) and paris agreement w/10 withdraw!', 'Nexis: "paris agreement" NEAR/10 withdraw*'],
    ['wom*n w/seg rights', 'Nexis: wom*n AND rights'],
    ['LANGUAGE(english) and brexit and date aft 2019', 'Nexis: lang:en AND brexit AND date:>2019'],
  ])('%s', (text, translated) => {
    expect(show(text)).toBe(translated);
  });
});

describe('a query of ProQuest', () => {
  it.each([
    ['TI(climate change) AND SU(policy)', 'ProQuest: title:(climate AND change)'],
    ['"climate change" N/5 polic*', 'ProQuest: "climate change" NEAR/5 polic*'],
    ['oil PRE/3 spill* AND PD(20200101-20201231)', 'ProQuest: (oil BEFORE/3 spill*) AND date:2020-01-01..2020-12-31'],
    ['AB("machine translation") OR TI(translation)', 'ProQuest: "machine translation" OR title:translation'],
    ['PUB("New York Times") AND strike NOT football', 'ProQuest: site:"New York Times" AND strike AND NOT football'],
    ['wom?n P/2 rights AND LA(English)', 'ProQuest: (wom*n BEFORE/2 rights) AND lang:en'],
    ['AU(Smith) AND (solar OR wind) NEAR/4 power', 'ProQuest: byline:Smith AND ((solar OR wind) NEAR/4 power)'],
    ['SU.EXACT("Climate change") AND flood', 'ProQuest: flood'],
    ['TI,AB(drought) AND YR(2018-2020)', 'ProQuest: drought AND date:2018..2020'],
    ['FT(hunger strike) AND DTYPE(news)', 'ProQuest: body:(hunger AND strike)'],
    ['ti(bank*) AND failure AND pd(>20080915)', 'ProQuest: title:bank* AND failure AND date:>2008-09-15'],
    ['NOFT(vaccine) AND PUB(Lancet OR Nature)', 'ProQuest: vaccine AND (site:"Lancet" OR site:"Nature")'],
  ])('%s', (text, translated) => {
    expect(show(text)).toBe(translated);
  });
});

describe('a translation', () => {
  it('says what could not be carried over', () => {
    expect(translateQuery('atleast5 inflation and rst=j and hlp=bank? and date after 03/04/2020')?.lost).toEqual([
      '“atleast”: how often a word must stand in an article cannot be asked',
      '“rst(j)”: source codes are the database’s own; name the source with site:',
      '“hlp”: the first paragraph alone cannot be searched, so all of the article is',
      '“bank?”: a sign for one letter was taken as one for any letters',
      '“03/04/2020” was read as month/day/year',
    ]);
  });

  it.each(['lamp oil', '"oil lamp"~3', 'lamp NEAR/5 oil', 'lamp AND NOT oil', 'title:(lamp OR body:oil)^2', 'date:<30d words:>500', 'in the same boat', 'harbour near the city', '"w/5 and hd=x"', 'look at (the sea)', 'Hello world!', ''])(
    'is not offered for %s',
    (text) => {
      expect(translateQuery(text)).toBeNull();
    },
  );

  it('never fails, and says what its own query does not keep', () => {
    const pieces = fc.array(fc.constantFrom('oil', 'gas*', 'w/5', 'hd=', 'TI(', '(', ')', 'and', 'not', '"', 'near5', 'same', 'DATE(', 'date from', '2020', 'SU(', 'wc>', '!', '?', 'or', 'AND NOT', 'tag:x', '\\', '中国'), { maxLength: 14 });
    fc.assert(
      fc.property(pieces, (words) => {
        const found = translateQuery(words.join(' '));
        const notes = found ? parseQuery(found.query, { fields: FIELDS, typing: false, now: new Date() }).notes : [];
        expect(found?.lost ?? []).toEqual(expect.arrayContaining([...notes]));
      }),
    );
  });
});
