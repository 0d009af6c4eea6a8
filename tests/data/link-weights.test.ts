import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, test, vi } from 'vitest';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from '../support/build-extraction.js';
import { rowsOf } from './tables.js';

/** The features that were weighed while the texts below were read. */
const { asked } = vi.hoisted(() => ({ asked: new Set<string>() }));

vi.mock('../../src/resources/link-weights.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/resources/link-weights.js')>();
  class Recorder extends Map<string, number> {
    override get(feature: string): number | undefined {
      asked.add(feature);
      return super.get(feature);
    }
  }
  const weights = new Recorder(original.loadLinkWeights());
  return { ...original, loadLinkWeights: () => weights };
});

const GOLD = new URL('../gold/extract/', import.meta.url);
const SAMPLES = new URL('../../data/samples/', import.meta.url);
const rows = rowsOf('frameworks/link-weights.tsv');
const features = rows.map((row) => row['feature']!);

/** What the gold cases and the samples have no text for. */
const MORE = [
  '推行“三针法”。\n穿线——人人有份，每条街都站到人。\n打结——天天清点，夜里归还到库房。\n收口——月月缝补，坏的当月换新。',
  '开展“三同”活动,让党员过好“我与党同心”,记住“我与党同行”,做到“我与党同力”。',
  '坚持“三课”。校园里办起“思政课”“手工课”“健康课”,人人爱听。',
  '“三化”:操作规范化。管理精细化。服务人性化。',
  '“三化”(操作规范化,管理精细化,服务人性化)。',
  '“三化”(操作规范化;管理精细化;服务人性化)。',
  '操作规范化;管理精细化;服务人性化“三化”。',
  '做到“来有迎声。问有答声。走有送声。”这就是“三声”。',
  '“三会”为晨会、周会、月会。',
  '构建“三治（自治、法治、德治）融合”的格局。',
  '健全“五项机制”，包括首接负责、限时办结、跟踪回访、考核奖惩等。',
  '三个会议为晨间会议、每周会议、每月会议。',
  '包括试点阶段和推广阶段两个阶段。',
  '水渠由县、乡、村三级管护。',
  '开出「四帖藥」。第一帖是動，每週帶長者做操；第二帖是吃，由營養師教備餐；第三帖是聊，志工陪長者泡茶；第四帖是學，學童教長者用平板。',
  '推行“四时巡护法”，早上清沟底，中午看水位，傍晚补堤脚，夜里查闸门。',
  '管住两个时段。\n清早人挤车多，站长到路口带班；夜里人困马乏，值班员每半点通一次话。',
  '“三查查什么？”大家问。\n“查灶台、查电线、查门锁。”',
  '推行“五步”工作法。\n一、查，网上网下一起查\n村村都要看一遍账本。\n二、劝，情理法理一起讲\n对拖着不还的人家先讲道理再讲规矩，把话说到心坎上去，再请',
  '三项措施:一是对全镇二十个村的水渠、道路和桥梁逐一登记并且拍照留存以备查验;二是对全镇二十个村的学校、医院和商店逐一走访并且记录在册以备查验;三是对全镇二十个村的老人、儿童和病人逐一看望并且建立档案以备查验。',
];

beforeAll(() => {
  const texts = [
    ...readdirSync(GOLD).map((name) => readFileSync(new URL(`${name}/input.txt`, GOLD), 'utf8')),
    ...readdirSync(SAMPLES).map((name) => readFileSync(new URL(name, SAMPLES), 'utf8')),
    ...MORE,
  ];
  for (const text of texts) extractDocument(buildSource(text));
});

test('every feature that is weighed has a weight', () => {
  expect([...asked].filter((feature) => !features.includes(feature)).sort()).toEqual([]);
});

test('every weight is that of a feature', () => {
  expect(features.filter((feature) => !asked.has(feature)).sort()).toEqual([]);
});

test('each weight is a number with a note', () => {
  for (const { feature, weight, note } of rows) {
    expect([feature, Number.isFinite(Number(weight)), note !== '']).toEqual([feature, true, true]);
  }
});
