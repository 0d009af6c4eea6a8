import { SENTENCE_END } from '../../language/characters.js';
import { findOutside } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { firstClause, fitElements, type Side } from './fit-elements.js';
import type { Formula } from './formula.js';
import { headAgreement, isCharacterCount, labelAgreement, meanHeadAgreement } from './head-agreement.js';
import { bare, createProposal, type LinkKind, type Proposal } from './member-draft.js';
import { findRuns, type Run } from './split-list.js';
import { withCommaLists } from './with-comma-lists.js';

/** Whether a clause of its own, with nothing that points back, stands between a list and the name behind it: …精神，增强“四个意识”. */
function breaksOff(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const comma = between.search(/[,，;；]/u);
  if (comma < 0 || comma === between.length - 1) return false;
  return !POINTS_BACK.test(between.slice(comma + 1));
}

/**
 * 创新、协调、绿色的新发展理念 behind “五位一体”: a list that a noun of its own closes belongs to that noun, unless it is what the name counts. The
 * noun stands behind the last element or was taken in with it (有文化的教育).
 */
function belongsElsewhere(text: string, formula: Formula, { elements }: Run): boolean {
  const last = elements.at(-1)!;
  const longest = Math.max(...elements.slice(0, -1).map(({ start, end }) => end - start));
  // The words of the sentence before it lengthen the first.
  const usual = Math.max(...elements.slice(elements.length > 2 ? 1 : 0, -1).map(({ start, end }) => end - start));
  const inside = text.slice(last.start, last.end).lastIndexOf('的');
  if (inside >= 2 && inside <= longest + 1 && !text.slice(elements[0]!.start, elements[0]!.end).includes('的')) {
    const noun = text.slice(last.start + inside + 1, last.end);
    return !ORDER.test(noun) && !isCounted(formula, noun);
  }
  // 供水、供电、供气等方面费心 behind “三大任务”
  const others = /等([\u4e00-\u9fff]{2})/u.exec(text.slice(last.start + 1, last.end));
  if (others !== null && last.end - last.start > usual + 2)
    return !ORDER.test(others[1]!) && !isCounted(formula, others[1]!);
  if (last.end - last.start > longest + 2) return false; // the sentence goes on behind the list: 临时用电是事故|的高发区
  const closing = /^(?:等|的|等的)([\u4e00-\u9fff]{2,6})/u.exec(text.slice(last.end, last.end + 8));
  return closing !== null && !ORDER.test(closing[1]!) && !isCounted(formula, closing[1]!);
}

/** Whether a noun is the head or the method noun of the name. */
function isCounted({ groups, category }: Formula, noun: string): boolean {
  const head = groups.at(-1)?.head ?? '';
  return (head !== '' && noun.includes(head)) || (category !== null && noun.includes(category));
}

/** 按照建单→派单→销单的顺序: the order of the members is no other set. */
const ORDER = /^(?:顺序|次序|步骤|环节|思路|路径|流程)/u;

const POINTS_BACK =
  /[这此即]|就是|统称|简称|称为|叫做|构成|组成|形成|概括|归纳|总结|建立|健全|推行|实施|实行|构建|打造|做到|实现|落实/u;

function totalLength(elements: readonly Span[]): number {
  return elements.reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * Clauses are worth a closer look only where half of them show a character of the head, or where three or more in a row have one length.
 */
function mayBeMembers(text: string, formula: Formula, { elements }: Run): boolean {
  if (formula.pattern === 'compound') return false;
  const heads = formula.shape === 'labels' ? formula.labels : formula.groups.map((group) => group.head ?? '');
  let showing = 0;
  let alike = 1;
  let longest = 1;
  for (const [i, { start, end }] of elements.entries()) {
    if (heads.some((head) => holdsEdgeOf(text, start, end, head))) showing++;
    const before = elements[i - 1];
    alike = before !== undefined && before.end - before.start === end - start ? alike + 1 : 1;
    longest = Math.max(longest, alike);
  }
  return showing * 2 >= Math.min(formula.declared, elements.length) || longest >= 3;
}

/** Whether the first or last character of the head stands in a stretch. */
function holdsEdgeOf(text: string, start: number, end: number, head: string): boolean {
  const first = head.charCodeAt(0);
  const last = head.charCodeAt(head.length - 1);
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === first || code === last) return true;
  }
  return false;
}

/** Every way the runs of a region give the members the formula asks for. */
export function proposeRegion(
  text: string,
  formula: Formula,
  start: number,
  end: number,
  side: Side,
  kind: LinkKind,
  distance: number,
  anchored: boolean,
): Proposal[] {
  const proposals: Proposal[] = [];
  if (end - start < 2) return proposals;
  const promised = countsPromised(formula);
  const fewest = Math.min(...promised);
  const led = kind === 'cue' || kind === 'weak-cue' || kind === 'bracket';
  const found = findRuns(text, start, end, Math.max(2, led || fewest >= 4 ? fewest - 2 : fewest - 1));
  const listed = withCommaLists({ text, formula, side, kind, end }, found);
  const runs = fewest === 2 ? withSingle(text, listed, start, end) : listed;
  for (const run of runs) {
    const gap = side === 'after' ? run.elements[0]!.start - start : end - run.elements.at(-1)!.end;
    if (run.separator === 'sentence' && kind !== 'cue' && kind !== 'near') continue;
    if (anchored && gap > 24) continue;
    const separator = run.separator;
    const closed = side === 'after' && separator === 'enumeration' ? closedByConjunction(text, run) : null;
    if (closed !== null) {
      for (const count of promised) {
        const elements = count === closed.elements.length + 1 ? fitElements(text, closed, count, side) : null;
        const parting = { separator, whole: true, enclosed: false };
        if (elements !== null) proposals.push(createProposal(kind, elements.map(bare), distance + gap, parting));
      }
    }
    const bearing = side === 'after' && separator === 'comma' ? bearingStart(text, formula, run) : null;
    if (bearing !== null) {
      const elements = fitElements(text, bearing, formula.declared, side);
      const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
      if (elements !== null) proposals.push(createProposal(kind, elements.map(bare), distance + gap, parting));
    }
    if (!led && (separator === 'comma' || separator === 'sentence') && !mayBeMembers(text, formula, run)) continue;
    const counts = countsToTry(text, formula, run, kind);
    for (const count of counts) {
      const fitted = fitElements(text, run, count, side, formula.pattern === 'paired');
      if (fitted === null) continue;
      const elements =
        formula.pattern === 'paired' ? fitted.map((element) => pairedClause(text, formula, element)) : fitted;
      if (isCharacterCount(formula) && totalLength(elements) !== formula.declared) continue;
      const far = kind === 'before' && (gap > 6 || breaksOff(text, elements.at(-1)!.end, end));
      if (kind === 'following' && belongsElsewhere(text, formula, run)) continue;
      if (!led && isChance(text, formula, run, elements, { kind, far, gap, end })) continue;
      const whole = run.elements.length <= count;
      const enclosed = run.enclosed && whole && kind !== 'bracket';
      const parting = { separator, whole, enclosed };
      proposals.push(createProposal(far ? 'near' : kind, elements.map(bare), distance + Math.max(0, gap), parting));
    }
    // Where the whole run is taken although the report miscounts it, no part of it is better.
    const miscounted = counts.length === 1 && counts[0] !== formula.declared && !isCharacterCount(formula);
    const window = miscounted ? null : agreeingWindow(text, formula, run);
    if (window !== null) {
      const parting = { separator, whole: false, enclosed: false };
      proposals.push(createProposal(kind === 'before' ? 'near' : kind, window.map(bare), distance + gap, parting));
    }
  }
  return proposals;
}

/** How a list stands to the name. */
interface Standing {
  readonly kind: LinkKind;
  readonly far: boolean;
  readonly gap: number;
  readonly end: number;
}

/** Elements around a name that no word announces and that do not show its head: what makes them a mere part of the sentence. */
function isChance(
  text: string,
  formula: Formula,
  run: Run,
  elements: readonly Span[],
  { kind, far, gap, end }: Standing,
): boolean {
  const last = elements.at(-1)!;
  const wording = text.slice(last.start, last.end);
  // 修桥铺路、进行“三清”; 河道垃圾清运和工地“三废”清运: the name belongs to the last element.
  const leads = kind === 'before' && !far && loadFrameworkRules().leads.longestAt(text, last.end) === wording;
  if (leads) return true;
  if (meanHeadAgreement(text, formula, elements) >= LEAST_SHOWN) return false;
  if (kind === 'before' && !far) {
    const shortest = Math.min(...elements.slice(0, -1).map((element) => element.end - element.start));
    return wording.length * 2 < shortest;
  }
  // 谷物和蔬菜都要晒干。说到“两怕” …: one clause with 和 in it is a list only where the name points back at it.
  if (run.elements.length === 1) return gap > BESIDE && !POINTS_BACK.test(text.slice(last.end, end));
  // 坚持四项原则，…，建设a、b、c、d、e: a part of a list farther on.
  return kind === 'following' && run.elements.length > elements.length && gap > BESIDE;
}

const LEAST_SHOWN = 0.3;
const BESIDE = 8;

/** 既是宣传员，又是调解员，还是守护员和监督员，每月碰一次头: the first clauses end with the head, the last of them holds two. */
function bearingStart(text: string, formula: Formula, { separator, elements }: Run): Run | null {
  const head = formula.groups[0]?.head ?? '';
  if (formula.pattern !== 'counted' || head === '' || formula.declared < 3) return null;
  const stop = elements.findIndex(({ end }) => !text.startsWith(head, end - head.length));
  const bearing = stop < 0 ? elements : elements.slice(0, stop);
  return bearing.length === formula.declared - 1 && bearing.length < elements.length
    ? { separator, elements: bearing, enclosed: false }
    : null;
}

/** a、b和c共同看一个病、管一本账: 和 joins the last two of a list; what stands behind it belongs to the sentence. */
function closedByConjunction(text: string, { separator, elements }: Run): Run | null {
  const at = elements.findIndex(({ start, end }, i) => i > 0 && /[和与及]/u.test(text.slice(start + 1, end - 1)));
  return at < 1 || at === elements.length - 1
    ? null
    : { separator, elements: elements.slice(0, at + 1), enclosed: false };
}

/** 定时限保进度，从一月起倒排工期: the first clause of an element, where that shows both heads. */
function pairedClause(text: string, formula: Formula, element: Span): Span {
  const clause = firstClause(text, element);
  return meanHeadAgreement(text, formula, [clause]) > 0 ? clause : element;
}

/** A region without any separator may still be two members joined by 和. */
function withSingle(text: string, runs: readonly Run[], start: number, end: number): Run[] {
  const stop = findOutside(text, start, end, SENTENCE_END);
  const clause = text.slice(start, stop);
  if (clause.length > 80) return [...runs];
  const pieces = clause.split(/[,，;；:：]/u);
  const result = [...runs];
  let offset = start;
  for (const piece of pieces) {
    if (/[和与及并同]/u.test(piece) && !piece.includes('、') && piece.length >= 3) {
      result.push({ separator: 'enumeration', elements: [createSpan(offset, offset + piece.length)], enclosed: false });
    }
    offset += piece.length + 1;
  }
  return result;
}

/** The declared number; where a list is bracketed or cued, its own number too (the report miscounts or gives fewer). */
function countsToTry(text: string, formula: Formula, run: Run, kind: LinkKind): number[] {
  const counts = [...countsPromised(formula)];
  const own = run.elements.length;
  if (own < 2 || counts.includes(own)) return counts.filter((count) => count >= 2);
  // What stands in the brackets is the list, however many were promised.
  if (kind === 'bracket' && !isCharacterCount(formula)) return own === formula.declared - 1 ? [own + 1, own] : [own];
  const led = kind === 'cue' || kind === 'weak-cue';
  const near = Math.abs(own - formula.declared) <= 2;
  // 五必谈：…必谈、… with six of them: the report miscounts, and none is to be left out.
  const listed = led && near && !isCharacterCount(formula);
  if (listed && own > formula.declared && showsHeadThroughout(text, formula, run.elements)) return [own];
  if (listed && kind === 'cue' && own === formula.declared + 1 && run.separator === 'enumeration') return [own];
  if (led && near) counts.push(own);
  else if (near && formula.declared >= 4 && meanHeadAgreement(text, formula, run.elements) >= 0.9) counts.push(own);
  return counts.filter((count) => count >= 2);
}

function showsHeadThroughout(text: string, formula: Formula, elements: readonly Span[]): boolean {
  return (
    formula.pattern !== 'compound' && elements.every((element) => meanHeadAgreement(text, formula, [element]) === 1)
  );
}

/** What a name promises: its number; 八字诀 eight characters, which may be four words of two. */
function countsPromised(formula: Formula): readonly number[] {
  const { declared } = formula;
  if (!isCharacterCount(formula)) return [declared];
  return [declared, declared / 2, declared / 3, declared / 4].filter((count) => Number.isInteger(count) && count >= 2);
}

/** As many elements in a row as the formula asks for, each of which shows its head, where others stand around them. */
function agreeingWindow(text: string, formula: Formula, run: Run): Span[] | null {
  const n = formula.declared;
  if (n < 2 || run.elements.length <= n) return null;
  const wording = (span: Span) => text.slice(span.start, span.end);
  const agrees = (span: Span, i: number): boolean => {
    if (formula.shape === 'labels') return labelAgreement(wording(span), formula.labels[i]) === 1;
    if (formula.pattern === 'counted') return headAgreement(wording(span), formula.groups[0]!.head) >= 0.8;
    if (formula.pattern === 'paired') {
      return formula.groups.every((group) => headAgreement(wording(span), group.head) >= 0.8);
    }
    return false;
  };
  for (let i = 0; i + n <= run.elements.length; i++) {
    const window = run.elements.slice(i, i + n);
    if (window.every(agrees) && meanHeadAgreement(text, formula, window) >= 0.8) return window;
  }
  return null;
}
