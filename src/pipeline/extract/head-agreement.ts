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
  if (head === null || head === '') return 0;
  const text = withoutSigns(wording);
  if (head.startsWith('一')) return ONE.test(text) && (head.length === 1 || text.includes(head.slice(1))) ? 1 : 0;
  if (text.includes(head)) return head.length > 1 || text.startsWith(head) || text.endsWith(head) ? 1 : 0.8;
  if (head.length === 1) return 0;
  // 三色分类: members are called by what the measure counts (蓝色…, 黄色…).
  if (loadFrameworkRules().classifiers.get(head.charAt(0)) === true && text.includes(head.charAt(0))) return 0.8;
  const core = head.replace(/^[必个大]/u, '');
  if (core.length > 0 && core !== head && text.includes(core)) return 0.8;
  if (text.endsWith(head.charAt(0))) return 0.7;
  if (text.startsWith(head.charAt(0)) || text.endsWith(head.charAt(head.length - 1))) return 0.5;
  if (head.length === 2 && [...head].every((c) => text.includes(c))) return 0.8;
  return text.includes(head.charAt(0)) ? 0.4 : 0;
}

/** The mean agreement of the members with what the formula counts. */
export function meanHeadAgreement(text: string, formula: Formula, labels: readonly Span[]): number {
  if (labels.length === 0) return 0;
  const heads = formula.groups.map((group) => group.head);
  let sum = 0;
  for (const [i, label] of labels.entries()) {
    const wording = text.slice(label.start, label.end);
    if (formula.shape === 'labels') sum += labelAgreement(wording, formula.labels[i]);
    else if (formula.pattern === 'counted') sum += headAgreement(wording, heads[0] ?? null);
    else if (formula.pattern === 'paired') sum += pairAgreement(wording, heads[0] ?? '', heads[1] ?? '');
  }
  return sum / labels.length;
}

export function labelAgreement(wording: string, label: string | undefined): number {
  if (label === undefined || label === '') return 0;
  const text = withoutSigns(wording);
  return text.startsWith(label) ? 1 : text.includes(label) ? 0.7 : 0;
}

/** How well a member shows both heads of a pair, one behind the other (查通道改占用). */
function pairAgreement(wording: string, first: string, second: string): number {
  const at = wording.indexOf(first);
  if (at < 0 || wording.indexOf(second, at + first.length) < 0) return 0;
  return Math.min(headAgreement(wording, first), headAgreement(wording, second));
}
