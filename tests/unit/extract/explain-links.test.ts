import { describe, expect, test } from 'vitest';
import type { ExplainedName } from '../../../src/model/explanation.js';
import { extractDocument } from '../../../src/pipeline/run-pipeline.js';
import { loadFeatureNotes, loadLinkWeights } from '../../../src/resources/link-weights.js';
import { buildSource } from '../../support/build-extraction.js';
import { TWO_NAMES } from '../../support/sample-texts.js';

const explain = (text: string, wording: boolean | string = true) =>
  extractDocument(buildSource(text), { explain: wording });

function explainName(text: string, name: string): ExplainedName {
  const found = explain(text).explanation!.names.find((explained) => explained.name === name);
  if (found === undefined) throw new Error(`${name} is not explained`);
  return found;
}

test('nothing is explained unless asked', () => {
  expect('explanation' in extractDocument(buildSource('做到“四清”:底数清、问题清、责任清、结果清。'))).toBe(false);
});

test('an explanation changes nothing else', () => {
  const text = '第一篇:甲镇\n推行“三清”:账目清、实物清、去向清。“三查”要紧。\n第二篇:乙镇\n推行“三清”,成效好。';
  const { explanation, ...rest } = explain(text);
  expect(explanation?.names).toHaveLength(3);
  expect(rest).toEqual({ ...extractDocument(buildSource(text)), document: rest.document });
});

describe('the rule that read a name', () => {
  test.each([
    ['做到“四清”:底数清、问题清、责任清、结果清。', '四清', 'quoted-name'],
    ['打通“2”条渠道:热线渠道、网络渠道。', '2条渠道', 'quoted-number'],
    ['推行“望闻问切”服务法:望,看气色;闻,听声音;问,问病情;切,摸脉象。', '望闻问切', 'label-set'],
    ['推行“点线面”工作法:点,抓示范;线,抓行业;面,抓全域。', '点线面', 'quoted-labels'],
    ['做到三个结合:上下结合、内外结合、远近结合。', '三个结合', 'plain-name'],
    ['推行12345工作法,成效明显。', '12345', 'unquoted-digits'],
    ['推行“两盯三年四访”机制,坚持三年不变。', '三年', 'known-name'],
    ['推行“三查四改”。三查指查人、查车、查路。', '三查', 'known-name-cut'],
    ['推行“三查四改”。查人、查车、查路。', '三查', 'compound-group'],
  ])('%s', (text, name, rule) => {
    expect(explainName(text, name).places.at(-1)?.rule).toBe(rule);
  });
});

describe('what became of a name', () => {
  test('a framework, with the list that carries it out', () => {
    const { decision, framework, chosen, reason } = explainName('做到“三清”:账目清、实物清、去向清。', '三清');
    expect([decision, framework, reason]).toEqual(['framework', '1', null]);
    expect(chosen?.kind).toBe('cue');
    expect(chosen?.members.map(({ label }) => label)).toEqual(['账目清', '实物清', '去向清']);
  });

  test('another name of a framework', () => {
    const { decision, framework, chosen, rejected } = explainName(TWO_NAMES, '三步');
    expect([decision, framework, chosen]).toEqual(['alias', '1', null]);
    expect(rejected[0]).toMatchObject({ reason: 'members-taken', lostTo: '三环' });
  });

  test('a mention', () => {
    expect(explainName('落实“三会一课”。', '三会一课')).toMatchObject({ decision: 'mention', framework: null });
  });

  test('a mention by the name that results give it', () => {
    const text = '联系五大片区,抓好“5大片区”。';
    const { mentions, explanation } = explain(text);
    expect(mentions.map(({ name }) => name)).toEqual(['5大片区']);
    expect(explanation!.names.map(({ name, places }) => [name, places.length])).toEqual([['5大片区', 2]]);
  });

  test('dropped: its members stand in another article', () => {
    const text = '第一篇:甲镇\n推行“三清”:账目清、实物清、去向清。\n第二篇:乙镇\n推行“三清”,成效好。\n';
    const { names } = explain(text).explanation!;
    expect(names.map(({ article, decision, reason, framework }) => [article, decision, reason, framework])).toEqual([
      [1, 'framework', null, '1'],
      [2, 'dropped', 'named-elsewhere', '1'],
    ]);
  });

  test('dropped: a group of a compound, named nowhere else, whose members went to another name', () => {
    const text = '推行“两查三改”。“两化”工作法:查人化、查车化。';
    expect(explainName(text, '两查三改').decision).toBe('mention');
    expect(explainName(text, '两查')).toMatchObject({ decision: 'dropped', reason: 'compound-group', framework: null });
  });

  test('dropped: not written like a name', () => {
    expect(explainName('本镇现有三个工作组。', '三个工作组')).toMatchObject({ decision: 'dropped', reason: 'no-name' });
  });

  test('dropped: below the confidence asked for, and nothing refers to it', () => {
    const text = '做到“三清”:账目清、实物清、去向清。';
    const { frameworks, explanation } = extractDocument(buildSource(text), { explain: true, minConfidence: 1 });
    expect(frameworks).toEqual([]);
    expect(explanation!.names[0]).toMatchObject({ decision: 'dropped', reason: 'min-confidence', framework: null });
    expect(explanation!.names[0]!.chosen?.confidence).toBeLessThan(1);
  });
});

describe('why a list is rejected', () => {
  test.each([
    ['开展“三看”:看人、看车、看路。本镇现有三个工作组。', '三个工作组', 'low-score', null],
    ['推行“三查四改”。查人、查车、查路。', '三查', 'same-members', null],
    [TWO_NAMES, '三步', 'members-taken', '三环'],
    ['坚持“一看二问三查”。', '一看二问三查', 'withdrawn', null],
    ['安全步道、安心用药、安稳居家三项工作,统称“三安”:安全步道、安心用药、安稳居家。', '三项工作', 'outscored', null],
  ])('%s', (text, name, reason, lostTo) => {
    const { threshold } = explain(text).explanation!;
    const { rejected } = explainName(text, name);
    expect(rejected).toContainEqual(expect.objectContaining({ reason, lostTo }));
    for (const candidate of rejected) {
      expect(candidate.score < threshold).toBe(candidate.reason === 'low-score');
    }
  });
});

describe('the names asked for', () => {
  const text =
    '推行“三清四改”机制。“三清”:账目清、实物清、去向清。落实“三会一课”。“12345”工作法要紧。坚持“一排、二防、三化解”。';
  const namesOf = (wording: string) => explain(text, wording).explanation!.names.map(({ name }) => name);

  test.each([
    ['三会一课', ['三会一课']],
    ['三會一課', ['三会一课']],
    ['“三会一课”', ['三会一课']],
    ['三清', ['三清四改', '三清']],
    ['三清四改”机制', ['三清四改']],
    ['一排二防', ['一排二防三化解']],
    ['１２３４５', ['12345']],
    ['九宫格', []],
  ])('%s', (wording, names) => {
    expect(namesOf(wording)).toEqual(names);
  });
});

test('every feature has a note to be read by', () => {
  expect([...loadFeatureNotes().keys()]).toEqual([...loadLinkWeights().keys()]);
});
