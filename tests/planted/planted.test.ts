import { expect, test } from 'vitest';
import { MOST_UNPLANTED, PLANTED_FLOOR } from '../support/share-floors.js';
import { generateReport } from './generate-report.js';
import { measurePlanted } from './measure-planted.js';
import { PLACEMENTS } from './placements.js';

const COUNT = 2000;
const SEED = 1;
const reports = Array.from({ length: 1500 }, (_, i) => generateReport(SEED + i));
const frameworks = reports.flatMap((report) => report.frameworks);

test(`of ${COUNT} planted frameworks most come back whole`, { timeout: 20_000 }, () => {
  const { planted, misses, unplanted } = measurePlanted(SEED, COUNT);
  expect(planted).toBe(COUNT);
  expect(1 - misses.length / planted).toBeGreaterThanOrEqual(PLANTED_FLOOR);
  expect(unplanted.length).toBeLessThanOrEqual(MOST_UNPLANTED);
});

test('the same seed gives the same report', () => {
  expect(generateReport(7)).toEqual(generateReport(7));
  expect(generateReport(7).text).not.toBe(generateReport(8).text);
});

test('members and names are where they are said to be', () => {
  for (const { text, frameworks } of reports) {
    for (const { name, names, members, declared } of frameworks) {
      expect(members).toHaveLength(declared);
      expect(names.length).toBeGreaterThan(0);
      for (const { start, ends } of names) expect(text.slice(start, ends.at(-1))).toContain(name);
      for (const { span, label, pair } of members) {
        if (span === null) continue;
        const quote = text.slice(span.start, span.end);
        expect(quote.replace(/[、，,]/g, '')).toBe(label + (pair ?? ''));
      }
    }
  }
});

test('all placements and patterns are drawn', () => {
  const placements = new Set(frameworks.map(({ placement }) => placement));
  expect(PLACEMENTS.filter(({ id }) => !placements.has(id))).toEqual([]);
  expect([...new Set(frameworks.map(({ pattern }) => pattern))].sort()).toEqual([
    'compound',
    'counted',
    'labelled',
    'paired',
  ]);
});

test('no two reports are alike', () => {
  expect(new Set(reports.map(({ text }) => text)).size).toBe(reports.length);
});
