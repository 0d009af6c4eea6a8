import { describe, expect, test } from 'vitest';
import { clusterFrameworks } from '../../../src/corpus/cluster-frameworks.js';
import { sketchFramework } from '../../../src/corpus/framework-sketch.js';
import { readFramework } from '../../support/build-corpus.js';

function cluster(...lines: readonly string[]): number[] {
  return clusterFrameworks(
    lines.map((line, i) => ({ sketch: sketchFramework(readFramework(line), null), edition: `report ${i}` })),
  );
}

describe('one practice', () => {
  test.each([
    ['the same words', '三亮 工作法: 亮身份 亮承诺 亮结果', '三亮 工作法: 亮身份 亮承诺 亮结果'],
    ['no method noun', '三亮 工作法: 亮身份 亮承诺 亮结果', '三亮: 亮身份 亮承诺 亮结果'],
    ['the noun in the name', '三亮: 亮身份 亮承诺 亮结果', '三亮行动: 亮身份 亮承诺 亮结果'],
    ['法 for 工作法', '六步 工作法: 听 记 问 查 办 回', '六步法: 听 记 问 查 办 回'],
    ['digits for numerals', '五级 网络: 市 县 镇 村 组', '5级 网络: 市 县 镇 村 组'],
    [
      'a bare string of digits',
      '一三四: 围绕一个目标 建好三支队伍 办实四件事',
      '134: 围绕1个目标 建好3支队伍 办实4件事',
    ],
    ['a plus between the numbers', '1+3+N: 一个中心 三个站点 N个窗口', '13N: 一个中心 三个站点 若干窗口'],
    ['a measure word', '三个公开 制度: 账目公开 流程公开 结果公开', '三公开 制度: 账目公开 流程公开 结果公开'],
    ['members without the head', '四清 工作法: 底数清 问题清 责任清 结果清', '四清 工作法: 底数 问题 责任 结果'],
    [
      'members in clauses',
      '四心 服务法: 热心 耐心 细心 恒心',
      '四心 服务法: 立案窗口热心接 调解室里耐心劝 办案细心查 回访有恒心',
    ],
    ['members in another order', '四问: 问苦 问需 问计 问效', '四问: 问需 问苦 问效 问计'],
    [
      'one member put otherwise',
      '五到户: 政策到户 技术到户 种苗到户 资金到户 销路到户',
      '五到户: 政策到户 技术到户 种苗到户 资金到户 市场到户',
    ],
    [
      'members drawn out',
      '三送 活动: 送岗位信息 送技能培训 送创业贷款',
      '三送 活动: 送岗位 送技能培训班 送创业小额贷款',
    ],
    [
      'both halves of pairs',
      '四访四解: 晨访/解急 夜访/解难 回访/解忧 约访/解惑',
      '四访四解: 晨访/解急 夜访/解难 回访/解忧 约访/解疑',
    ],
    [
      'pairs told by their first halves',
      '四访四解: 晨访/解急 夜访/解难 回访/解忧 约访/解惑',
      '四访四解: 晨访 夜访 回访 约访',
    ],
    [
      'a report that was cut',
      '六查: 查灶台 查线路 查药箱 查门锁 查水管 查阳台',
      '六查 #6: 查灶台 查线路 查药箱 查门锁',
    ],
    ['a longer head', '四清: 账目清 物资清 人员清 去向清', '四清楚: 账目清楚 物资清楚 人员清楚 去向清楚'],
    [
      'a name that another report has too',
      '六举 =六步: 摸底 立项 公示 施工 验收 回访',
      '六步: 摸底 立项 公示 施工 验收 回访',
    ],
    [
      'labels that say no more, of one office',
      '望闻问切 服务法 @东湾医院: 望 闻 问 切',
      '望闻问切 @临江区东湾医院: 望 闻 问 切',
    ],
    ['a phrase word for word', '三个到位: 认识到位 责任到位 督查到位', '三个到位: 认识到位 责任到位 督查到位'],
  ])('%s', (_why, a, b) => {
    expect(cluster(a, b)).toEqual([0, 0]);
    expect(cluster(b, a)).toEqual([0, 0]);
  });
});

describe('two practices', () => {
  test.each([
    ['one name, other members', '三亮 工作法: 亮身份 亮承诺 亮结果', '三亮 工作法: 亮教案 亮作业 亮成绩单'],
    ['a generic name', '三个一 活动: 一次家访 一堂公开课 一封家书', '三个一 活动: 一张桌牌 一本台账 一部热线'],
    [
      'a phrase that shares members',
      '四个到位: 认识到位 责任到位 经费到位 督查到位',
      '四个到位: 认识到位 责任到位 种苗到位 农机到位',
    ],
    [
      'a phrase with one member more in common',
      '三个到位: 认识到位 责任到位 督查到位',
      '三个到位: 认识到位 责任到位 肥料到位',
    ],
    ['rules of two houses', '三项制度: 首问负责 限时办结 一次告知', '三项制度: 轮班值守 交接签字 巡查登记'],
    [
      'points of two reports',
      '三点体会: 关键在人 重在基层 贵在坚持',
      '三点体会: 先要摸清家底 再要选准路子 还要拉得下脸',
    ],
    ['another number', '三亮 工作法: 亮身份 亮承诺 亮结果', '四亮 工作法: 亮身份 亮承诺 亮结果 亮评价'],
    ['other words of the name', '四清 工作法: 底数清 问题清 责任清 结果清', '四定 工作法: 定底数 定问题 定责任 定结果'],
    ['a name alike, some members', '三联: 联户 联企 联校', '三联动: 联户 联企 联警'],
    ['half of the members', '四看: 看资源 看市场 看技术 看带动', '四看: 看资源 看市场 看脸色 看天气'],
    [
      'the same digits',
      '12345: 紧扣一个目标 建两支队伍 健全三项制度 办四件实事 实现五个转变',
      '12345: 装好一块屏 跑两趟路 查三本账 开四次会 写五份报告',
    ],
    ['labels that say more', '望闻问切: 望神情 闻心声 问需求 切症结', '望闻问切: 望路况 闻异响 问司机 切电源'],
    ['labels that say no more, of two offices', '望闻问切 @东湾医院: 望 闻 问 切', '望闻问切 @西岭派出所: 望 闻 问 切'],
    ['groups that say no more', '四看一报: 四看 一报', '四看一报: 四看 一报'],
    [
      'pairs with other second halves',
      '三查三改: 查线路/改老化 查通道/改占用 查厨房/改明火',
      '三查三改: 查线路/改规划 查通道/改标识 查厨房/改菜单',
    ],
    ['first words of compound nouns', '三农 工作: 农业 农村 农民', '三农 工作: 农业气象站 农村公路桥 职业夜校'],
    ['two members, one agrees', '两化: 绿化 亮化', '两化: 绿化 净化'],
  ])('%s', (_why, a, b) => {
    expect(cluster(a, b)).toEqual([0, 1]);
    expect(cluster(b, a)).toEqual([0, 1]);
  });
});

test('slight likenesses make no chain of strangers', () => {
  const words = ['水稻', '油菜', '花生', '茶叶', '蚕桑', '柑橘', '莲藕', '生猪', '河蟹', '毛竹', '药材', '花卉'];
  // Each shares four of five members with the next one, the first and the last none.
  const chain = Array.from({ length: 8 }, (_, i) => `五兴: ${words.slice(i, i + 5).join(' ')}`);
  const clusters = cluster(...chain);
  expect(clusters[0]).not.toBe(clusters[7]);
});

test('clusters are numbered in the order in which they first stand', () => {
  expect(cluster('四看: 看甲 看乙 看丙 看丁', '三亮: 亮甲 亮乙 亮丙', '四看: 看甲 看乙 看丙 看丁')).toEqual([0, 1, 0]);
});
