import { expect, test } from 'vitest';
import { extractDocument } from '../../../src/pipeline/run-pipeline.js';
import { buildSource } from '../../support/build-extraction.js';

const FILLER = '这一天很平常，大家照旧上班下班。'.repeat(20);
const NAMED = '库房坚持“三清”工作法：账目清、实物清、去向清。';
const RESULT = '一年来，全镇化解误会12起。';

const outcomesOf = (...lines: string[]) =>
  extractDocument(buildSource(lines.join('\n'))).frameworks.map(({ name, outcomes }) => [name, outcomes.length]);

test('the only framework of a short article has its results', () => {
  expect(outcomesOf('柴河镇近况', FILLER, NAMED, RESULT)).toEqual([['三清', 1]]);
});

test('in a long article a framework that is only touched on has none', () => {
  expect(outcomesOf('柴河镇近况', FILLER, FILLER, FILLER, FILLER, FILLER, NAMED, RESULT)).toEqual([['三清', 0]]);
  expect(outcomesOf('柴河镇近况', NAMED, FILLER, FILLER, FILLER, FILLER, FILLER, RESULT)).toEqual([['三清', 0]]);
});

test('in a long article the framework of the title has them all the same', () => {
  const title = '柴河镇推行“三清”工作法';
  expect(outcomesOf(title, NAMED, FILLER, FILLER, FILLER, FILLER, FILLER, RESULT)).toEqual([['三清', 1]]);
});

test('two frameworks of a title share no results', () => {
  const title = '推行“三清”工作法和“三定”工作法';
  const other = '食堂坚持“三定”工作法：定人、定时、定量。';
  expect(outcomesOf(title, NAMED, other, RESULT)).toEqual([
    ['三清', 0],
    ['三定', 0],
  ]);
});
