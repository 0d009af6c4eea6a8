import { describe, expect, test } from 'vitest';
import { findFormulas } from '../../src/pipeline/extract/find-formulas.js';
import { methodNounAfter, methodNounAtEnd } from '../../src/pipeline/extract/method-noun.js';
import { readName } from '../../src/pipeline/extract/read-name.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { type ExtractionRecord, toExtractionRecord } from '../../src/render/extraction-record.js';
import { buildSource } from '../support/build-extraction.js';
import { type Cells, casesOf, NONE, rowsOf } from './tables.js';

/** What the program makes of a sentence. */
const extract = (sentence: string): ExtractionRecord =>
  toExtractionRecord(extractDocument(buildSource(`${sentence}。\n`)));
const labelsOf = (sentence: string) => extract(sentence).frameworks.map(({ items }) => items.map(({ label }) => label));
const namesOf = ({ frameworks, mentions }: ExtractionRecord) => [...frameworks, ...mentions].map(({ name }) => name);

/** A test of the counter-example, where the row has one. */
function testCounter(row: Cells, check: (text: string) => void, reason?: string): void {
  const text = row['counter_example']!;
  if (text === NONE) return;
  (reason === undefined ? test : test.fails)(`not in ${text}`, () => check(text));
}

describe.each(casesOf(rowsOf('frameworks/classifiers.tsv'), 'classifier'))('classifiers.tsv: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const name = row['example']!;
    const reading = readName(name)!;
    expect(reading.classifier).toBe(word);
    expect(reading.groups[0]!.head).toBe(name.slice(row['kept'] === 'yes' ? 1 : 2));
  });

  // 三重一大 is read as three of 一大.
  testCounter(
    row,
    (text) => expect(readName(text)?.classifier).not.toBe(word),
    word === '重' ? 'one group' : undefined,
  );
});

describe.each(casesOf(rowsOf('frameworks/method-nouns.tsv'), 'noun'))('method-nouns.tsv: %s', (noun, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    expect(methodNounAfter(text, text.indexOf('”') + 1, text.length)?.noun).toBe(noun);
    expect(text.endsWith(`”${noun}`)).toBe(true);
  });

  testCounter(row, (text) => {
    expect(text).toContain(noun);
    expect(methodNounAtEnd(text)?.noun).not.toBe(noun);
  });
});

describe.each(
  casesOf(
    rowsOf('frameworks/method-nouns.tsv').filter((row) => row['noun']!.length > 1),
    'noun',
  ),
)('method-nouns.tsv: the role of %s', (noun, row) => {
  test(row['role'] === '-' ? 'a name may go on behind it' : 'it ends a name', () => {
    const text = `四级联动${noun}越走越宽`;
    const ends = findFormulas(text, 0, text.length).map(({ span }) => text.slice(span.start, span.end));
    expect(ends.includes(`四级联动${noun}`)).toBe(row['role'] !== '-');
  });

  test(row['role'] === 'way' ? 'it is counted itself' : 'it names what is counted', () => {
    const text = `学会三步${noun}`;
    const names = findFormulas(text, 0, text.length).map(({ name }) => name);
    expect(names.includes(`三步${noun}`)).toBe(row['role'] === 'way');
  });
});

describe.each(casesOf(rowsOf('frameworks/object-verbs.tsv'), 'verb'))('object-verbs.tsv: %s', (verb, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    expect(text).toContain(`”${verb}`);
    expect(methodNounAfter(text, text.indexOf('”') + 1, text.length)).toBeNull();
  });

  testCounter(row, (text) => expect(methodNounAfter(text, text.indexOf('”') + 1, text.length)).not.toBeNull());
});

describe.each(casesOf(rowsOf('frameworks/label-sets.tsv'), 'name'))('label-sets.tsv: %s', (name, row) => {
  const labels = row['labels']!.split(' ');

  test(`in ${row['example']}`, () => {
    const { frameworks } = extract(row['example']!);
    expect(frameworks.map((framework) => [framework.name, framework.pattern])).toEqual([[name, 'labelled']]);
    expect(frameworks[0]!.items.map(({ label }, i) => label.startsWith(labels[i]!))).toEqual(labels.map(() => true));
  });

  testCounter(row, (text) => expect(namesOf(extract(text))).toEqual([]));
});

describe.each(casesOf(rowsOf('frameworks/cues.tsv'), 'cue'))('cues.tsv: %s', (cue, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    const { frameworks } = extract(text);
    expect(frameworks.map(({ complete }) => complete)).toEqual([true]);
    const { items } = frameworks[0]!;
    // The members begin just after the word, or end just before it.
    const edge = row['side'] === 'after' ? items[0]!.span.start - cue.length : items.at(-1)!.span.end;
    expect(text.slice(edge, edge + cue.length)).toBe(cue);
  });

  testCounter(row, (text) => expect(extract(text).frameworks).toEqual([]));
});

describe.each(casesOf(rowsOf('frameworks/leads.tsv'), 'lead'))('leads.tsv: %s', (lead, row) => {
  const first = (text: string, from: number) => text.slice(from, text.indexOf('、'));

  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    expect(labelsOf(text)[0]?.[0]).toBe(first(text, text.indexOf(lead) + lead.length));
  });

  testCounter(row, (text) => {
    expect(text.startsWith(lead)).toBe(true);
    expect(labelsOf(text)[0]?.[0]).toBe(first(text, 0));
  });
});

describe.each(
  casesOf(
    rowsOf('frameworks/leads.tsv').filter((row) => row['lead']!.length === 1),
    'lead',
  ),
)('leads.tsv: %s in mid-clause', (lead, row) => {
  const leads = (to: string) => [to, 'both'].includes(row['within']!);

  test(leads('list') ? 'leads over to a list' : 'is a part of the first member', () => {
    const first = labelsOf(`各村干部${lead}法治、德治、自治“三治”阵地`)[0]![0];
    expect(first === '法治').toBe(leads('list'));
  });

  test(leads('pair') ? 'leads over to two things' : 'does not tell where two things begin', () => {
    const first = labelsOf(`各村${lead}上游老河段和下河段两个河段`)[0]![0];
    expect(first === '上游老河段').toBe(leads('pair'));
  });
});

describe.each(casesOf(rowsOf('frameworks/generic-heads.tsv'), 'head'))('generic-heads.tsv: %s', (head, row) => {
  const plainHeads = (text: string) =>
    findFormulas(text, 0, text.length)
      .filter(({ groups }) => groups.length === 1)
      .map(({ groups }) => groups[0]!.head);

  test(`in ${row['example']}`, () => expect(plainHeads(row['example']!)).toContain(head));

  testCounter(row, (text) => {
    expect(text).toContain(head);
    expect(plainHeads(text)).not.toContain(head);
  });
});

describe.each(casesOf(rowsOf('frameworks/joint-verbs.tsv'), 'verb'))('joint-verbs.tsv: %s', (verb, row) => {
  const plainNames = (text: string) => findFormulas(text, 0, text.length).map(({ name }) => name);

  test(`in ${row['example']}`, () => {
    const name = row['example']!.replace(/[“”]/g, '');
    expect(plainNames(row['example']!)).toEqual([row['example']!.includes('点') ? name.replace(verb, '') : name]);
  });

  testCounter(row, (text) => {
    expect(text).toContain(verb);
    expect(plainNames(text).some((name) => name.endsWith(verb))).toBe(false);
  });
});

/** The rows of a table of several kinds that are of one. */
const rowsOfKind = (file: string, kind: string, column = 'word') =>
  casesOf(
    rowsOf(`frameworks/${file}`).filter((row) => row['kind'] === kind),
    column,
  );

describe.each(rowsOfKind('function-words.tsv', 'word'))('function-words.tsv: word: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    const names = findFormulas(text, 0, text.length).map(({ name }) => name);
    expect(names).toEqual([text.slice(text.indexOf('三'))]);
    expect(names[0]).toContain(word);
  });
});

describe.each(rowsOfKind('function-words.tsv', 'head'))('function-words.tsv: head: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    expect(findFormulas(text, 0, text.length).map(({ name }) => name)).toEqual([`三个${word}`]);
  });
});

describe.each(rowsOfKind('function-words.tsv', 'stop'))('function-words.tsv: stop: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    const [formula] = findFormulas(text, 0, text.length);
    expect(text.slice(formula!.span.end, formula!.span.end + 1)).toBe(word);
  });
});

describe.each(rowsOfKind('function-words.tsv', 'opening'))('function-words.tsv: opening: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const labels = labelsOf(row['example']!)[0]!;
    expect(labels).toHaveLength(3);
    expect(labels[0]!.startsWith(word)).toBe(true);
  });
});

describe.each(casesOf(rowsOf('frameworks/title-tails.tsv'), 'tail'))('title-tails.tsv: %s', (tail, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    expect(findFormulas(text, 0, text.length).map(({ name }) => name)).toEqual(['三个突出']);
    expect(text.endsWith(tail)).toBe(true);
  });
});

describe.each(rowsOfKind('conjunction-words.tsv', 'word'))('conjunction-words.tsv: word: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const labels = labelsOf(row['example']!)[0]!;
    expect(labels).toHaveLength(3);
    expect(labels.some((label) => label.includes(word))).toBe(true);
  });
});

describe.each(rowsOfKind('conjunction-words.tsv', 'conjunction'))('conjunction-words.tsv: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const labels = labelsOf(row['example']!)[0]!;
    expect(labels).toHaveLength(3);
    expect(row['example']).toContain(`${labels[1]}${word}${labels[2]}`);
  });
});

describe.each(casesOf(rowsOf('frameworks/trail-words.tsv'), 'word'))('trail-words.tsv: %s', (word, row) => {
  test(`in ${row['example']}`, () => {
    const text = row['example']!;
    const labels = labelsOf(text)[0]!;
    expect(labels).toHaveLength(3);
    expect(text.slice(text.indexOf(labels[2]!) + labels[2]!.length)).toMatch(new RegExp(`^${word}`));
  });

  testCounter(row, (text) => {
    const labels = labelsOf(text)[0]!;
    expect(labels).toHaveLength(3);
    expect(labels.every((label) => label.startsWith(word))).toBe(true);
  });
});

const exclusions = rowsOf('frameworks/exclusions.tsv');
const ofKind = (kind: string) =>
  casesOf(
    exclusions.filter((row) => row['kind'] === kind),
    'text',
  );
const NUMERAL = '[〇一二两双三四五六七八九十百千万零\\d]';

/** What the row is about stands in its example: the word behind the number, before it, or behind the whole. */
const PLACES: Readonly<Record<string, (text: string) => RegExp>> = {
  unit: (text) => new RegExp(`${NUMERAL}${text}`),
  'unit-verb': (text) => new RegExp(`${NUMERAL}${text}`),
  before: (text) => new RegExp(`${text}${NUMERAL}`),
  'before-one': (text) => new RegExp(`${text}一`),
  after: (text) => new RegExp(`(?:”|${NUMERAL})${text}`),
  idiom: (text) => new RegExp(text.replace('+', '\\+')),
  each: (text) => new RegExp(`一${text}一`),
};

/**
 * Where the reader goes on in what was excluded: at the second number of an idiom, behind its first characters, without its 等; at a
 * quoted name, as if it stood without quotes.
 */
const READ_ON = new Set(['三言两语', '二十四节气', '三级甲等', '口号']);

describe.each(Object.keys(PLACES))('exclusions.tsv: %s', (kind) => {
  describe.each(ofKind(kind))('%s', (text, row) => {
    (READ_ON.has(text) ? test.fails : test)(`in ${row['example']}`, () => {
      const sentence = row['example']!;
      expect(sentence).toMatch(PLACES[kind]!(text));
      expect(namesOf(extract(sentence))).toEqual([]);
      // An idiom may be read, for it may still name a set; but nothing else may.
      const read = findFormulas(sentence, 0, sentence.length).filter(
        ({ idiom }) => !['idiom', 'each'].includes(kind) || !idiom,
      );
      expect(read.map(({ name }) => name)).toEqual([]);
    });

    testCounter(row, (sentence) => {
      expect(sentence).toContain(text);
      expect(namesOf(extract(sentence))).not.toEqual([]);
    });
  });
});

describe('exclusions.tsv: word', () => {
  describe.each(ofKind('word'))('%s', (text, row) => {
    // Only words of two characters are looked up.
    (text.length > 2 ? test.fails : test)(`in ${row['example']}`, () => {
      expect(row['example']).toContain(text);
      expect(readName(row['example']!)?.groups).toHaveLength(1);
    });

    testCounter(row, (name) => {
      expect(name).toContain(text);
      expect(readName(name)!.groups.length).toBeGreaterThan(1);
    });
  });
});

describe.each(['measure', 'no-head'])('exclusions.tsv: %s', (kind) => {
  describe.each(ofKind(kind))('%s', (text, row) => {
    test(`in ${row['example']}`, () => {
      expect(row['example']).toMatch(new RegExp(`${NUMERAL}${text}`));
      expect(namesOf(extract(row['example']!))).toEqual([]);
      // Another character in its place leaves a name of several numbers.
      const other = row['example']!.replace(text, kind === 'measure' ? '江' : '课');
      expect(namesOf(extract(other))).toHaveLength(1);
    });
  });
});
