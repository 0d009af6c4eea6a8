import { describe, expect, test } from 'vitest';
import { extractDocument } from '../../../src/pipeline/run-pipeline.js';
import { measureWidth } from '../../../src/render/display-width.js';
import { createExplanationWriter, type ExplanationTextOptions } from '../../../src/render/explanation-text.js';
import { toExtractionRecord } from '../../../src/render/extraction-record.js';
import { buildSource } from '../../support/build-extraction.js';
import { TWO_NAMES } from '../../support/sample-texts.js';

function render(text: string, options: Partial<ExplanationTextOptions> = {}, explain: boolean | string = true): string {
  const writer = createExplanationWriter({ width: 100, colour: false, onlyExplained: false, ...options });
  return writer.document(toExtractionRecord(extractDocument(buildSource(text), { explain })));
}

/** The lines from the one that begins with a name to the next blank one. */
function blockOf(text: string, start: string): string[] {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith(start));
  const to = lines.indexOf('', from);
  return lines.slice(from, to < 0 ? lines.length : to);
}

const THREE_CLEAR = '做到“三清”:账目清、实物清、去向清。';

describe('a framework', () => {
  const block = blockOf(render(`\n${THREE_CLEAR}“三清”要紧。`), '三清');

  test('says what it is, where it was read and what its members are', () => {
    expect(block[0]).toMatch(/^三清 {2}framework 1, score \+\d\.\d\d, confidence \d\.\d\d$/);
    expect(block.slice(1, 5)).toEqual([
      '  read        “三清”  line 2: a name in quotes',
      '              “三清”  line 2: a name in quotes',
      '  members     账目清  实物清  去向清',
      '  found as    members after a colon, 即, 就是 … (line 2; the name in line 2)',
    ]);
  });

  test('lists what counted, the greatest first, in the words of the table of weights', () => {
    const sums = block.flatMap((line) => /^ {2}(?:because| {7}) +([+-]\d+\.\d\d) /.exec(line)?.[1] ?? []).map(Number);
    const score = sums.pop()!;
    expect(block.filter((line) => / kind:cue {2,}members after a colon, 即, 就是 …$/.test(line))).toHaveLength(1);
    expect(block[0]).toContain(`score +${score.toFixed(2)},`);
    expect(sums.map(Math.abs)).toEqual(sums.map(Math.abs).sort((a, b) => b - a));
    expect(sums.reduce((sum, value) => sum + value, 0)).toBeCloseTo(score, 1);
  });
});

test('columns stand below each other over Chinese', () => {
  const lines = blockOf(render('坚持“三项制度”。“三项制度”工作法:学习制度、值班制度、请假制度。'), '三项制度');
  expect(lines.slice(1, 3)).toEqual([
    '  read        “三项制度”        line 1: a name in quotes',
    '              “三项制度”工作法  line 1: a name in quotes',
  ]);
});

test('a list that went to another name says to which', () => {
  const block = render(TWO_NAMES);
  expect(blockOf(block, '三步')[0]).toBe('三步  another name of framework 1, 三环');
  expect(block).toContain('\n  rejected    its members are those of 三环\n  members     排查  登记  化解\n');
});

test('the chosen list seen from another place takes one line', () => {
  const text = render('推行“三查四改”。查人、查车、查路。');
  expect(blockOf(text, '三查  ').at(-1)).toMatch(/^ {2}also seen {3}from line 1 as .*, score [+-]\d\.\d\d$/);
});

test('amounts are told in a line, unless somebody asks for them', () => {
  const text = `${THREE_CLEAR}本镇现有三个工作组。`;
  expect(render(text).split('\n').slice(-3)).toEqual([
    'passed over  no list of its own, and not written like a name: an amount, a fixed phrase, no quotes',
    '              三个工作组 (line 1)',
    '',
  ]);
  const asked = render(text, { onlyExplained: true }, '工作组');
  expect(asked).toContain('\n三个工作组  dropped: no list of its own');
  expect(asked).toContain('\n  rejected ');
  expect(asked).not.toContain('三清  framework');
});

test('a document without what is asked for is left out; else it says that nothing was read', () => {
  expect(render(THREE_CLEAR, { onlyExplained: true }, '九宫格')).toBe('');
  expect(render('今天天气好。')).toBe('a.txt\nno counted name was read\n');
});

test('of many rivals three are shown, and it is told how many there are', () => {
  const record = toExtractionRecord(extractDocument(buildSource(TWO_NAMES), { explain: true }));
  const { explanation } = record;
  const [name] = explanation!.names;
  const rejected = Array.from({ length: 5 }, () => name!.rejected[0]!);
  const text = createExplanationWriter({ width: 100, colour: false, onlyExplained: false }).document({
    ...record,
    explanation: { ...explanation!, names: [{ ...name!, rejected }] },
  });
  expect(text.match(/^ {2}rejected \d/gm)).toEqual(['  rejected 1', '  rejected 2', '  rejected 3']);
  expect(text).toMatch(/\n {14}2 more rejected; --format json tells them all\n$/);
});

test.each([40, 64, 100, 180])('no line is wider than a terminal of %i columns', (width) => {
  const text = render(`${THREE_CLEAR.repeat(6)}推行“三查四改”。查人、查车、查路。落实“三会一课”。`, { width });
  for (const line of text.split('\n')) expect(measureWidth(line)).toBeLessThanOrEqual(width);
  expect(text).toContain('账目清');
});

test('colours only when asked', () => {
  expect(render(THREE_CLEAR, { colour: true })).toContain('\u001b[1m三清\u001b[22m  framework 1');
  expect(render(THREE_CLEAR)).not.toContain('\u001b');
});

test('control characters of a member stay out', () => {
  const text = render('\u001b[31m推行“三清”工作法:账\u0007目清、实\u009b物清、去\u202e向清。');
  expect(text).toContain('framework 1');
  expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});
