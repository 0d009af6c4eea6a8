import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Extraction } from '../../src/model/extraction.js';
import type { Span } from '../../src/model/span.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { toExtractionRecord } from '../../src/render/extraction-record.js';
import { buildSource } from '../support/build-extraction.js';
import { anyTexts, mixedTexts, reportTexts, tellingTexts } from '../support/report-texts.js';

const extract = (text: string) => extractDocument(buildSource(text));
const record = (text: string) => toExtractionRecord(extract(text), { withText: true });

test.each([
  '““三清”三清”',
  '步【一】四法五位',
  '“一”廿三',
  '一批三查”其一,一、账目清\n',
  '步步“三步”，走走走',
  '三“三走”一、走',
])('what is no more than a sign or number does no harm: %s', (text) => {
  checkSpans(extract(text));
});

describe.each([
  ['any text', anyTexts],
  ['pieces of reports', mixedTexts],
  ['reports', reportTexts],
])('%s', (_kind, texts) => {
  const holds = (check: (text: string) => void) => fc.assert(fc.property(texts, check), { numRuns: 300 });

  test('every span lies in the text', () => holds((text) => checkSpans(extract(text))));

  test('members stand apart, in order', () =>
    holds((text) => {
      for (const { members, name } of extract(text).frameworks) {
        const spans = members.map(({ span }) => span);
        const apart = spans.every((span, i) => i === 0 || spans[i - 1]!.end <= span.start);
        expect([name, spans, apart]).toEqual([name, spans, true]);
        expect(members.map(({ index }) => index)).toEqual(members.map((_, i) => i + 1));
      }
    }));

  test('frameworks refer to frameworks, and none to itself by any way', () =>
    holds((text) => {
      const { frameworks } = extract(text);
      const byId = new Map(frameworks.map((framework) => [framework.id, framework]));
      expect(byId.size).toBe(frameworks.length);
      for (const framework of frameworks) {
        for (const { framework: opened } of framework.members) expect(opened === null || byId.has(opened)).toBe(true);
        const seen = new Set<string>();
        for (let id: string | null = framework.id; id !== null; id = byId.get(id)!.parent) {
          expect(seen.has(id)).toBe(false);
          seen.add(id);
        }
      }
    }));

  test('a framework has two members or more, a declared number and a confidence', () =>
    holds((text) => {
      for (const { members, declared, confidence, name, complete } of extract(text).frameworks) {
        expect(name).not.toBe('');
        expect(members.length).toBeGreaterThanOrEqual(2);
        expect(Number.isInteger(declared) && declared >= 1).toBe(true);
        expect(confidence > 0 && confidence <= 1).toBe(true);
        expect(complete).toBe(members.length === declared);
        for (const { label, pair } of members)
          expect([label, pair ?? '甲'].every((part) => part.trim() !== '')).toBe(true);
      }
    }));

  test('quotes are what stands in the source, and the same text gives the same record', () =>
    holds((text) => {
      const first = record(text);
      const characters = Array.from(text);
      for (const { span, quote, items } of first.frameworks) {
        expect(characters.slice(span.start, span.end).join('')).toBe(quote);
        for (const item of items) expect(characters.slice(item.span.start, item.span.end).join('')).toBe(item.quote);
      }
      expect(record(text)).toEqual(first);
    }));
});

describe('what a practice brought', () => {
  const holds = (check: (text: string) => void) => fc.assert(fc.property(tellingTexts, check), { numRuns: 400 });

  test('has a finite value, a unit, a wording with the figure in it, and quotes the source', () =>
    holds((text) => {
      const characters = Array.from(text);
      for (const { outcomes } of record(text).frameworks) {
        for (const outcome of outcomes) {
          expect(Number.isFinite(outcome.value)).toBe(true);
          expect(outcome.unit).not.toBe('');
          expect(outcome.text).toMatch(/[\d一二三四五六七八九十百千两]/u);
          expect(characters.slice(outcome.span.start, outcome.span.end).join('')).toBe(outcome.quote);
        }
      }
    }));

  test('stands in order, and no figure is told twice', () =>
    holds((text) => {
      const spans = extract(text).frameworks.flatMap(({ outcomes }) => {
        const places = outcomes.map(({ span }) => span);
        expect(places.every((span, i) => i === 0 || places[i - 1]!.end <= span.start)).toBe(true);
        return places;
      });
      const sorted = [...spans].sort((a, b) => a.start - b.start);
      expect(sorted.every((span, i) => i === 0 || sorted[i - 1]!.end <= span.start)).toBe(true);
    }));

  test('dates are days of the calendar, and places stand in the text', () =>
    holds((text) => {
      const { frameworks, date, document } = extract(text);
      for (const found of [date, ...frameworks.map((framework) => framework.date)]) {
        if (found === null) continue;
        expect(found).toMatch(/^\d{4}(-\d{2}(-\d{2})?)?$/u);
        expect(new Date(found).toISOString().startsWith(found)).toBe(true);
      }
      const plain = document.text.replace(/\s/gu, '');
      for (const { place } of frameworks) expect(place === null || plain.includes(place)).toBe(true);
    }));

  test('some of the texts tell something', () => {
    const texts = fc.sample(tellingTexts, { numRuns: 300, seed: 1 });
    const found = texts.flatMap((text) => extract(text).frameworks);
    expect(found.filter(({ outcomes }) => outcomes.length > 0).length).toBeGreaterThan(20);
    expect(found.filter(({ date }) => date !== null).length).toBeGreaterThan(5);
    expect(found.filter(({ place }) => place !== null).length).toBeGreaterThan(5);
  });
});

function checkSpans({ document: { text }, frameworks, mentions, articles }: Extraction): void {
  const check = ({ start, end }: Span) =>
    expect([start, end, 0 <= start && start <= end && end <= text.length]).toEqual([start, end, true]);
  for (const { span } of articles) check(span);
  for (const { occurrences } of mentions) occurrences.forEach(check);
  for (const { span, occurrences, members, outcomes } of frameworks) {
    check(span);
    for (const outcome of outcomes) check(outcome.span);
    occurrences.forEach(check);
    for (const member of members) {
      check(member.span);
      if (member.body !== null) check(member.body);
    }
  }
}

describe('hostile texts', () => {
  /** Far above what linear work takes, far below what quadratic work would. */
  const LIMIT = 20_000;

  test.each<[kind: string, unit: string, count: number, opening?: string]>([
    ['marks', '一、', 300_000],
    ['opening quotes', '“', 300_000],
    ['closing quotes', '”', 300_000],
    ['half-width quotes', '"', 300_000],
    ['opening brackets', '(', 100_000],
    ['brackets', '()', 300_000],
    ['enumeration commas', '、', 500_000],
    ['full stops', '。', 500_000],
    ['newlines', '\n', 500_000],
    ['short lines', '甲\n', 300_000],
    ['lone surrogates', '\ud800', 300_000],
    ['reversed surrogates', '\udc00\ud800', 100_000],
    ['Arabic digits', '12345', 60_000],
    ['bracketed marks', '(一)', 100_000],
    ['unquoted sums', '1+', 100_000],
    ['quoted sums', '“1+', 60_000],
    ['steps', '一看二', 60_000],
    ['articles', '第一篇:\n', 50_000],
    ['numerals', '一', 300_000],
    ['counts', '三个', 300_000],
    ['names on lines', '三个结合\n', 40_000],
    ['names', '“三化”', 40_000],
    ['lists of two', '一是甲。二是乙。', 60_000],
    ['sections', '一、甲\n二、乙\n', 60_000],
    ['frameworks', '“三化”：甲化、乙化、丙化。', 20_000],
    ['pinyin', '甲(jiǎ)', 60_000],
    ['outcomes', '“三清”工作法：账目清、实物清、去向清。今年以来化解纠纷12起。', 8_000],
    ['figures of one framework', '今年以来化解纠纷12起,满意率达98%。', 20_000],
    ['figures without a clause end', '“三清”：账目清、实物清、去向清\n化解12起', 20_000],
    ['one sentence of names and figures', '“三清”2019年推行以来化解12起,', 12_000, '“三清”：账目清、实物清、去向清。'],
    ['one clause of figures', '12起', 60_000, '推行“三清”：账目清、实物清、去向清。今年以来下降分别'],
    ['dates', '2019年3月推行“三清”', 20_000],
    ['places', '柳河县石桥镇', 60_000],
  ])('%s', (_kind, unit, count, opening = '') => {
    const text = opening + unit.repeat(count);
    const start = performance.now();
    const extraction = extract(text);
    expect(performance.now() - start).toBeLessThan(LIMIT);
    checkSpans(extraction);
  });

  test('numbers that are none, before a method noun', () => {
    for (const text of ['十二五期间创新工作法很多。', '十一三四工作法', '千一三四工作法']) checkSpans(extract(text));
  });

  test.todo('compounds whose first group is no more than a sign: ““三清”三清”, “步【一】四法五位”');
});
