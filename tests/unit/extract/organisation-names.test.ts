import { describe, expect, test } from 'vitest';
import { type OrganisationName, visitOrganisationNames } from '../../../src/pipeline/extract/organisation-names.js';

function namesIn(text: string): OrganisationName[] {
  const names: OrganisationName[] = [];
  visitOrganisationNames(text, 0, text.length, (name) => names.push(name));
  return names;
}

const subjectOf = (text: string) => namesIn(text).find(({ opens }) => opens)?.name ?? null;

describe('a name', () => {
  test.each([
    ['柳河县水利局推行新办法', '柳河县水利局'],
    ['海东省柳河市桥东区石桥镇上湾村党支部牵头修渠', '海东省柳河市桥东区石桥镇上湾村党支部'],
    ['柳河供电公司石桥供电所抢修二班集中巡线', '柳河供电公司石桥供电所抢修二班'],
    ['某县中医院护理部组织查房', '某县中医院护理部'],
    ['××市公安局交警支队城东大队管着六条街', '××市公安局交警支队城东大队'],
    ['xx水务集团城西营业所服务八千户', 'xx水务集团城西营业所'],
    ['柳河县卫生和计划生育委员会印发通知', '柳河县卫生和计划生育委员会'],
    ['共青团柳河市委开展活动', '共青团柳河市委'],
    ['中共柳河县委组织部牵头', '中共柳河县委组织部'],
    ['柳河和平医院推行新办法', '柳河和平医院'],
    ['柳河县创新中心推行新办法', '柳河县创新中心'],
    ['石桥镇辖九个村', '石桥镇'],
    ['近年来柳河县水利局推行新办法', '柳河县水利局'],
    ['2019年以来柳河县水利局推行新办法', '柳河县水利局'],
  ])('%s → %s', (text, name) => expect(subjectOf(text)).toBe(name));
});

describe('no name', () => {
  test.each([
    '没有一个愿意掉队',
    '个税务所',
    '三名工会干部',
    '大事怎么办',
    '企业开办一窗通',
    '病人再住院率下降',
    '很多姐妹连妇联的门都没进过',
    '全部完成',
    '以群众为中心',
    '学校门口',
    '坚持一个中心',
    '各乡镇',
    '老旧小区',
    '八个村民小组',
  ])('%s', (text) => expect(namesIn(text).filter(({ own }) => own)).toEqual([]));
});

describe('the left edge', () => {
  test.each([
    ['去年荣获柳河县总工会表彰', '柳河县总工会'],
    ['请来柳河农业大学的教师', '柳河农业大学'],
    ['这里是柳河县石桥镇上湾村', '柳河县石桥镇上湾村'],
  ])('%s → %s, and no subject', (text, name) => {
    expect(namesIn(text).map((found) => [found.name, found.opens])).toContainEqual([name, false]);
    expect(subjectOf(text)).toBeNull();
  });
});

test('a name without a place or words of its own refers to one that has', () => {
  const ownOf = (text: string) => namesIn(text)[0]!.own;
  expect(['县法院推行', '镇党委推行', '院护理部推行'].map(ownOf)).toEqual([false, false, false]);
  expect(['柳河县法院推行', '桥东法庭推行', '某县医院推行'].map(ownOf)).toEqual([true, true, true]);
});

test('what stands behind a quote or a comma of a list is no subject', () => {
  expect(subjectOf('“四清”柳河县水利局')).toBeNull();
  expect(namesIn('柳河县水利局、石桥镇供电所').map(({ name, opens }) => [name, opens])).toEqual([
    ['柳河县水利局', true],
    ['石桥镇供电所', false],
  ]);
});
