import type { FrameworkSketch, MemberSketch } from './framework-sketch.js';

/** A framework together with the report it stands in: reprints of one report are one edition. */
export interface EditedSketch {
  readonly sketch: FrameworkSketch;
  readonly edition: number;
}

/** Share of members that have to agree under one name … */
const LEAST_SHARE = 0.6;
/** … and under names that differ or that many use, or where a report lists only some of the members. */
const STRICT_SHARE = 0.8;
/** One member alone is no evidence; two words of two characters are just enough. */
const LEAST_AGREEMENT = 1.5;
/** Two wordings are variants of one from this Dice coefficient of their bigrams on. */
const LEAST_DICE = 0.6;
/** Names differ only slightly from this Dice coefficient of their characters on. */
const LEAST_NAME_DICE = 0.5;

/**
 * How well two frameworks agree as one practice, or 0 where they are two: by name first, then by the share of members that agree.
 */
export function comparePractices(a: EditedSketch, b: EditedSketch): number {
  const names = compareNames(a.sketch, b.sketch);
  if (names === null || !hasEvidence(a, b)) return 0;
  const [shorter, longer] = [a.sketch, b.sketch].sort((x, y) => x.members.length - y.members.length);
  const agreement = sumAgreement(shorter!.members, longer!.members);
  const cut = shorter!.cut && shorter!.members.length < longer!.members.length;
  const share = agreement / (cut ? shorter! : longer!).members.length;
  const strict = names === 'near' || cut || a.sketch.generic || b.sketch.generic;
  if (agreement < LEAST_AGREEMENT || share < (strict ? STRICT_SHARE : LEAST_SHARE)) return 0;
  return (names === 'same' ? 1 : 0) + share;
}

function compareNames(a: FrameworkSketch, b: FrameworkSketch): 'same' | 'near' | null {
  if (a.numbers !== b.numbers) return null;
  if (a.keys.some((key) => b.keys.includes(key))) return 'same';
  return a.heads.some((head) => b.heads.some((other) => areNear(head, other))) ? 'near' : null;
}

/** 步 and 步走, 亮 and 亮身份; not 清 and 查. */
function areNear(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a.includes(b) || b.includes(a) || measureDice([...a], [...b]) >= LEAST_NAME_DICE;
}

/** Labels like 望, 闻, 问, 切 agree wherever the name is used; whether it is one practice then tells who practises it. */
function hasEvidence(a: EditedSketch, b: EditedSketch): boolean {
  if ((a.sketch.informative && b.sketch.informative) || a.edition === b.edition) return true;
  const [mine, theirs] = [a.sketch.holder, b.sketch.holder];
  return mine !== null && theirs !== null && (mine.endsWith(theirs) || theirs.endsWith(mine));
}

/**
 * How many members of the shorter list have their own partner in the longer one: in the same place if they can, else anywhere. A partner
 * counts as much as it agrees.
 */
function sumAgreement(shorter: readonly MemberSketch[], longer: readonly MemberSketch[]): number {
  const inPlace = shorter.map((member, i) => measureAgreement(member, longer[i]!));
  const taken = longer.map((_, i) => (inPlace[i] ?? 0) > 0);
  let sum = 0;
  for (const [i, member] of shorter.entries()) {
    if (inPlace[i]! > 0) {
      sum += inPlace[i]!;
      continue;
    }
    const partner = longer.findIndex((other, k) => !taken[k] && measureAgreement(member, other) > 0);
    if (partner < 0) continue;
    taken[partner] = true;
    sum += measureAgreement(member, longer[partner]!);
  }
  return sum;
}

/** What a word of two characters tells that stands in the other wording: 热心 in 立案窗口热心接, but also 农业 in 农业用水. */
const SHORT_WORD = 0.75;

/** 1 for wordings that are equal, one within the other, or alike; 0 for others. */
function measureAgreement(a: MemberSketch, b: MemberSketch): number {
  if (a.wording === b.wording) return a.wording === '' ? 0 : 1;
  if (a.core === '' || b.core === '') return 0;
  if (a.core === b.core) return 1;
  const held = Math.max(heldLength(a.wording, b.wording), heldLength(a.core, b.core));
  if (held > 2) return 1;
  const alike = measureDice(listBigrams(a.core), listBigrams(b.core)) >= LEAST_DICE;
  return alike ? 1 : held === 2 ? SHORT_WORD : 0;
}

/** How long the shorter one is if it stands in the longer, else 0. */
function heldLength(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short) ? short.length : 0;
}

export function listBigrams(wording: string): string[] {
  return Array.from({ length: Math.max(0, wording.length - 1) }, (_, i) => wording.slice(i, i + 2));
}

/** Twice what two lists have in common over what they have together (Dice 1945), each piece counted as often as it stands there. */
function measureDice(a: readonly string[], b: readonly string[]): number {
  const least = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
  // Even if all of the shorter one stood in the longer.
  if (!(least >= Math.min(LEAST_DICE, LEAST_NAME_DICE))) return 0;
  const rest = [...b];
  let common = 0;
  for (const piece of a) {
    const at = rest.indexOf(piece);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / (a.length + b.length);
}
