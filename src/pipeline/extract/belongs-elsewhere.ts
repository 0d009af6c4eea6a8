import type { Span } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { Formula } from './formula.js';
import { meanHeadAgreement } from './head-agreement.js';
import type { LinkKind } from './member-draft.js';
import type { Run } from './split-list.js';

/**
 * 创新、协调、绿色的新发展理念 behind “五位一体”: a list that a noun of its own closes belongs to that noun, unless it is what the name counts. The
 * noun stands behind the last element or was taken in with it (有文化的教育).
 */
export function belongsElsewhere(text: string, formula: Formula, { elements }: Run): boolean {
  const last = elements.at(-1)!;
  const longest = Math.max(...elements.slice(0, -1).map(({ start, end }) => end - start));
  // The words of the sentence before it lengthen the first.
  const usual = Math.max(...elements.slice(elements.length > 2 ? 1 : 0, -1).map(({ start, end }) => end - start));
  const inside = text.slice(last.start, last.end).lastIndexOf('的');
  if (inside >= 2 && inside <= longest + 1 && !text.slice(elements[0]!.start, elements[0]!.end).includes('的')) {
    const noun = text.slice(last.start + inside + 1, last.end);
    return !isOrder(noun) && !isCounted(formula, noun);
  }
  // 供水、供电、供气等方面费心 behind “三大任务”
  const others = /等([\u4e00-\u9fff]{2})/u.exec(text.slice(last.start + 1, last.end));
  if (others !== null && last.end - last.start > usual + 2)
    return !isOrder(others[1]!) && !isCounted(formula, others[1]!);
  if (last.end - last.start > longest + 2) return false; // the sentence goes on behind the list: 临时用电是事故|的高发区
  const closing = /^(?:等|的|等的)([\u4e00-\u9fff]{2,6})/u.exec(text.slice(last.end, last.end + 8));
  return closing !== null && !isOrder(closing[1]!) && !isCounted(formula, closing[1]!);
}

/** Whether a noun is the head or the method noun of the name. */
function isCounted({ groups, category }: Formula, noun: string): boolean {
  const head = groups.at(-1)?.head ?? '';
  return (head !== '' && noun.includes(head)) || (category !== null && noun.includes(category));
}

/** 按照建单→派单→销单的顺序: the order of the members is no other set. */
function isOrder(noun: string): boolean {
  return loadContextWords().orders.longestAt(noun, 0) !== null;
}

/** How a list stands to the name. */
interface Standing {
  readonly kind: LinkKind;
  readonly far: boolean;
  readonly gap: number;
  readonly end: number;
}

/** Elements around a name that no word announces and that do not show its head: what makes them a mere part of the sentence. */
export function standsByChance(
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
  if (run.elements.length === 1) return gap > BESIDE && !pointsBack(text.slice(last.end, end));
  // 坚持四项原则，…，建设a、b、c、d、e: a part of a list farther on.
  return kind === 'following' && run.elements.length > elements.length && gap > BESIDE;
}

const LEAST_SHOWN = 0.3;
const BESIDE = 8;

/** Whether a clause of its own, with nothing that points back, stands between a list and the name behind it: …精神，增强“四个意识”. */
export function breaksOff(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const comma = between.search(/[,，;；]/u);
  if (comma < 0 || comma === between.length - 1) return false;
  return !pointsBack(between.slice(comma + 1));
}

/** Whether something between a list and a name points back at the list, or introduces the name for it. */
function pointsBack(between: string): boolean {
  return loadContextWords().pointingBack.firstIn(between, 0, between.length) < between.length;
}
