import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../index/bytes.ts';
import { hasBit, makeBits } from './bit-set.ts';
import { follow, keepFollowed, readPlaces, type TermPlaces } from './read-places.ts';
import type { SpanList } from './span-list.ts';

const DOCUMENTS = 40;

/** A term: by document, its positions in order, each with the number of the form that stands there. */
type Written = ReadonlyMap<number, readonly { position: number; form: number }[]>;
interface Asked {
  readonly written: Written;
  readonly forms: number;
  /** -1 for any. */
  readonly form: number;
}

// Near ones, so that phrases are found, and far ones, which take several bytes.
const position = fc.oneof({ weight: 5, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(20_000) }, { weight: 1, arbitrary: fc.nat(2_000_000) });
const asked = fc.integer({ min: 1, max: 3 }).chain((forms) =>
  fc.record({
    forms: fc.constant(forms),
    form: fc.constantFrom(-1, -1, forms - 1),
    written: fc
      .uniqueArray(fc.record({ doc: fc.nat(DOCUMENTS - 1), places: fc.uniqueArray(fc.record({ position, form: fc.nat(forms - 1) }), { minLength: 1, maxLength: 20, selector: (place) => place.position }) }), {
        maxLength: DOCUMENTS,
        selector: ({ doc }) => doc,
      })
      .map((own) => new Map(own.toSorted((a, b) => a.doc - b.doc).map(({ doc, places }) => [doc, places.toSorted((a, b) => a.position - b.position)]))),
  }),
);
const candidates = fc.uniqueArray(fc.nat(DOCUMENTS - 1)).map((docs) => docs.toSorted((a, b) => a - b));

/** As a segment has it. */
function encode({ written, forms, form }: Asked): TermPlaces {
  const writer = new ByteWriter();
  for (const places of written.values()) {
    let last = 0;
    for (const place of places) {
      writer.varint((place.position - last) * forms + place.form);
      last = place.position;
    }
  }
  const list = { docs: Uint32Array.from(written.keys()), tfs: Uint32Array.from([...written.values()], ({ length }) => length), length: written.size };
  return { list, readPositions: () => writer.written(), forms, form };
}

function placesIn({ written, form }: Asked, doc: number): number[] {
  return (written.get(doc) ?? []).filter((place) => form < 0 || place.form === form).map((place) => place.position);
}

function listSpans({ docs, starts, begins }: SpanList): [doc: number, begin: number][] {
  return Array.from(docs, (doc, rank) => Array.from(begins.values.subarray(starts[rank], starts[rank + 1]), (begin): [number, number] => [doc, begin])).flat();
}

describe('positions that are read', () => {
  it('are those of all the terms in the documents that are looked at, in order', () => {
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 3 }), candidates, fc.nat(3), (terms, docs, offset) => {
        const wanted = docs.flatMap((doc) => terms.flatMap((term) => placesIn(term, doc)).flatMap((place): [number, number][] => (place < offset ? [] : [[doc, place - offset]])));
        const found = readPlaces(Uint32Array.from(docs), () => terms.map(encode), offset);
        expect(listSpans(found)).toEqual(wanted.toSorted(([a, x], [b, y]) => a - b || x - y));
      }),
    );
  });

  it('leave of the begins of a phrase those that the next word follows', () => {
    fc.assert(
      fc.property(asked, fc.array(asked, { minLength: 1, maxLength: 2 }), candidates, fc.integer({ min: -3, max: 3 }), (first, next, docs, offset) => {
        const isFollowed = ([doc, begin]: [number, number]) => next.some((term) => placesIn(term, doc).includes(begin + offset));
        const begins = readPlaces(Uint32Array.from(docs), () => [encode(first)]);
        const wanted = listSpans(begins).filter(isFollowed);
        const matched = makeBits(DOCUMENTS);
        for (const term of next) follow(begins, encode(term), offset, matched);
        expect(docs.filter((doc) => hasBit(matched, doc))).toEqual([...new Set(wanted.map(([doc]) => doc))]);
        for (const term of next) follow(begins, encode(term), offset, null);
        keepFollowed(begins);
        expect(listSpans(begins)).toEqual(wanted);
      }),
    );
  });
});
