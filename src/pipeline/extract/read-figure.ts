import { DIGIT, flagsAt, HAN, NUMERAL } from '../../language/characters.js';
import { type Quantity, readQuantity } from '../../language/quantities.js';
import { loadOutcomeRules, type UnitKind } from '../../resources/outcome-rules.js';

/** A quantity with its unit: 86起, 98.5%, 3.5万余元, 85%-90%. */
export interface Figure {
  readonly start: number;
  /** Behind the unit and its 左右 or 以上. */
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  readonly kind: UnitKind;
  readonly approximate: boolean;
}

interface Unit {
  readonly end: number;
  readonly text: string;
  readonly kind: UnitKind;
}

/** Signs between the two numbers of a range, the longer first. */
const RANGE_SIGNS = ['——', '--', '-', '—', '–', '―', '－', '~', '～', '至', '到'];
const ABOUT = ['左右', '上下', '以上', '以下', '之多', '多', '余'];
/** Units that are more often the beginning of another word: 5分公司, 3方协议. */
const AMBIGUOUS_UNITS = '分成度方日';

/** Reads the figure that begins at `start`, or null where no quantity with a unit stands. */
export function readFigure(text: string, start: number, limit: number): Figure | null {
  const quantity = readQuantity(text, start);
  // 化解一起纠纷: one is told as an article, not as a figure.
  if (quantity === null || (quantity.end === start + 1 && text.charAt(start) === '一')) return null;
  const unit = unitOf(text, quantity);
  const second = readSecond(text, unit?.end ?? quantity.end);
  if (second !== null) return second.unit.end > limit ? null : ofRange(text, quantity, second);
  if (unit === null) return null;
  // 办好四件实事: a small number in characters rather belongs to a name.
  if (unit.kind === 'count' && quantity.end === start + 1 && flagsAt(text, start) & NUMERAL) return null;
  const end = aboutEnd(text, unit.end);
  if (end > limit || isDeadlineOrCondition(text, unit, end)) return null;
  return {
    start,
    end,
    value: quantity.value,
    unit: unit.text,
    kind: unit.kind,
    approximate: quantity.approximate || end > unit.end,
  };
}

function unitOf(text: string, quantity: Quantity): Unit | null {
  if (quantity.percent) return { end: quantity.end, text: '%', kind: 'percent' };
  return readUnit(text, quantity.end);
}

/** 起, 万元's 元, 次/人. */
function readUnit(text: string, at: number): Unit | null {
  const { units, unitKinds } = loadOutcomeRules();
  const word = units.longestAt(text, at);
  if (word === null) return null;
  const end = at + word.length;
  if (AMBIGUOUS_UNITS.includes(word) && flagsAt(text, end) & HAN && aboutEnd(text, end) === end) return null;
  const kind = unitKinds.get(word)!;
  if (text.charAt(end) !== '/') return { end, text: word, kind };
  const per = units.longestAt(text, end + 1) ?? (/^[年月日天]/u.exec(text.slice(end + 1, end + 2))?.[0] || null);
  if (per === null) return { end, text: word, kind };
  return { end: end + 1 + per.length, text: `${word}/${per}`, kind };
}

/** The second number of a range that the first ends before, with its unit. */
function readSecond(text: string, at: number): { quantity: Quantity; unit: Unit } | null {
  const sign = RANGE_SIGNS.find((candidate) => text.startsWith(candidate, at));
  if (sign === undefined) return null;
  const quantity = readQuantity(text, at + sign.length, true);
  const unit = quantity === null ? null : unitOf(text, quantity);
  return quantity === null || unit === null ? null : { quantity, unit };
}

/** 85%-90% is at least 85%; 3-5万元 at least 30000. */
function ofRange(text: string, first: Quantity, { quantity, unit }: { quantity: Quantity; unit: Unit }): Figure {
  const scale =
    first.value < quantity.value && !/[万亿]$/u.test(text.slice(first.start, first.end)) ? scaleOf(text, quantity) : 1;
  return {
    start: first.start,
    end: unit.end,
    value: first.value * scale,
    unit: unit.text,
    kind: unit.kind,
    approximate: true,
  };
}

/** What the number of 5万元 is multiplied by; 1 for 5000元, which says of the other number nothing. */
function scaleOf(text: string, { start, end }: Quantity): number {
  const written = /^(\d+(?:\.\d+)?)(万|亿)/u.exec(text.slice(start, end));
  return written === null ? 1 : written[2] === '万' ? 10_000 : 100_000_000;
}

function aboutEnd(text: string, at: number): number {
  const word = ABOUT.find((candidate) => text.startsWith(candidate, at));
  return word === undefined ? at : at + word.length;
}

/** 3天内办结, 满意率达95%以上的: how soon it is to be done, or for whom something holds. */
function isDeadlineOrCondition(text: string, unit: Unit, end: number): boolean {
  const next = text.charAt(end);
  if (unit.kind === 'time' && /^(?:之?内|以内|后|前|一)/u.test(text.slice(end, end + 2))) return true;
  return end > unit.end && next === '的' && (flagsAt(text, end + 1) & (HAN | DIGIT)) === 0;
}
