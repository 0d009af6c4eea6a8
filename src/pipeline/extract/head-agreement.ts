import type { Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { Formula } from './formula.js';

const SIGNS = /[“”"「」『』‘’()（）\s]/;
const ALL_SIGNS = /[“”"「」『』‘’()（）\s]/g;

/** A wording without quotes, brackets and blanks. */
export function withoutSigns(wording: string): string {
  return SIGNS.test(wording) ? wording.replace(ALL_SIGNS, '') : wording;
}

/** 一 of 五个一: whatever member begins with a measured 一. */
const ONE = /[一1]/;

/** 八字诀, 十六字口诀: the number counts characters. */
export function isCharacterCount(formula: Formula): boolean {
  return formula.pattern === 'counted' && formula.groups[0]!.head?.startsWith('字') === true && formula.declared >= 4;
}

/**
 * How far a stretch shows the head: 1 for the whole head (从理念上融入), for a head of one character at its edge or standing as its key word; a part for
 * the head's first or last character; 0 for none.
 */
export function headAgreement(wording: string, head: string | null): number {
  return head === null || head === '' ? 0 : agreementIn(wording, 0, wording.length, head);
}

/** The same for the stretch `[start, end)` of a text: by far the most hold no character of the head, which needs no copy of them. */
function agreementIn(source: string, start: number, end: number, head: string): number {
  const countsOne = head.charCodeAt(0) === ONE_CODE;
  if (!countsOne && !holdsAnyOf(source, start, end, head)) return 0;
  const text = withoutSigns(source.slice(start, end));
  if (countsOne) return ONE.test(text) && (head.length === 1 || text.includes(head.slice(1))) ? 1 : 0;
  if (text.includes(head)) return head.length > 1 || text.startsWith(head) || text.endsWith(head) ? 1 : 0.8;
  if (head.length === 1) return 0;
  // 三色分类: members are called by what the measure counts (蓝色…, 黄色…).
  const kept = loadFrameworkRules().classifiers.get(head.charAt(0)) === true;
  if (kept && text.includes(head.charAt(0))) return 0.8;
  // 三检制: 自检, 互检
  if (head.length === 2 && head.endsWith('制')) return agreementIn(source, start, end, head.charAt(0));
  const core = '必个大'.includes(head.charAt(0)) || kept ? head.slice(1) : head;
  if (core !== head && text.includes(core)) return 0.8;
  // 三级帮扶: 工会帮急难
  if (kept && core.length === 2 && text.includes(core.charAt(0))) return 0.5;
  // 三不布置: 批不完的作业不许布置
  if (head.length >= 3 && holdsParted(text, head)) return 0.8;
  if (text.endsWith(head.charAt(0))) return 0.7;
  if (text.startsWith(head.charAt(0)) || text.endsWith(head.charAt(head.length - 1))) return 0.5;
  if (head.length === 2 && text.includes(head.charAt(0)) && text.includes(head.charAt(1))) return 0.8;
  return text.includes(head.charAt(0)) ? 0.4 : 0;
}

/** Whether the first character of a head stands before the rest of it. */
function holdsParted(text: string, head: string): boolean {
  const at = text.lastIndexOf(head.slice(1));
  return at > 0 && text.lastIndexOf(head.charAt(0), at - 1) >= 0;
}

const ONE_CODE = '一'.charCodeAt(0);

function holdsAnyOf(text: string, start: number, end: number, characters: string): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    for (let k = 0; k < characters.length; k++) if (characters.charCodeAt(k) === code) return true;
  }
  return false;
}

/** The mean agreement of the members with what the formula counts. */
export function meanHeadAgreement(text: string, formula: Formula, labels: readonly Span[]): number {
  if (labels.length === 0) return 0;
  const { groups, shape, pattern } = formula;
  const first = groups[0]?.head ?? '';
  const second = groups[1]?.head ?? '';
  if (pattern === 'counted' && first === '') return 0;
  if (shape === 'labels') return labelsAgreement(text, formula.labels, labels);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    const { start, end } = labels[i]!;
    if (pattern === 'counted') sum += agreementIn(text, start, end, first);
    else if (pattern === 'paired') sum += pairAgreement(text.slice(start, end), first, second);
  }
  return sum / labels.length;
}

/** 先做减法，再做加法 of 加减乘除: as the name has them, or in another order, each once. */
function labelsAgreement(text: string, names: readonly string[], labels: readonly Span[]): number {
  const wordings = labels.map(({ start, end }) => text.slice(start, end));
  const inOrder = wordings.reduce((sum, wording, i) => sum + labelAgreement(wording, names[i]), 0) / labels.length;
  if (inOrder === 1 || labels.length !== names.length) return inOrder;
  const left = [...names];
  for (const wording of wordings) {
    const at = left.findIndex((name) => labelAgreement(wording, name) === 1);
    if (at < 0) return inOrder;
    left.splice(at, 1);
  }
  return 1;
}

/** How well a wording shows a label of a set: 1 where it begins with it, less where it only holds it. */
export function labelAgreement(wording: string, label: string | undefined): number {
  if (label === undefined || label === '') return 0;
  const text = withoutSigns(wording);
  // 一看压力表 tells 看, 服务做加法 tells 加 of 加减乘除.
  if (/^[一二三四五六七八九十]/u.test(text) && text.startsWith(label, 1)) return 1;
  if (text.startsWith(label) || text.endsWith(`${label}法`)) return 1;
  return text.includes(label) ? 0.7 : 0;
}

/** How well a member shows both heads of a pair, one behind the other (查通道改占用). */
function pairAgreement(wording: string, first: string, second: string): number {
  const at = wording.indexOf(first);
  if (at < 0 || wording.indexOf(second, at + first.length) < 0) return 0;
  return Math.min(headAgreement(wording, first), headAgreement(wording, second));
}
