import type { FrameworkSketch, MemberSketch } from './framework-sketch.js';

/** A framework together with the report it stands in: reprints of one report are one edition. */
export interface EditedSketch {
  readonly sketch: FrameworkSketch;
  readonly edition: string;
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
  const cut = shorter!.cut && shorter!.members.length < longer!.members.length;
  const strict = names === 'near' || cut || a.sketch.generic || b.sketch.generic;
  const all = (cut ? shorter! : longer!).members.length;
  const least = Math.max(LEAST_AGREEMENT, all * (strict ? STRICT_SHARE : LEAST_SHARE));
  const agreement = sumAgreement(shorter!.members, longer!.members, least);
  if (agreement < least) return 0;
  return (names === 'same' ? 1 : 0) + agreement / all;
}

function compareNames(a: FrameworkSketch, b: FrameworkSketch): 'same' | 'near' | null {
  if (a.numbers !== b.numbers) return null;
  if (a.keys.some((key) => b.keys.includes(key))) return 'same';
  return a.heads.some((head) => b.heads.some((other) => areNear(head, other))) ? 'near' : null;
}

/** 步 and 步走, 亮 and 亮身份; not 清 and 查. */
function areNear(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a.includes(b) || b.includes(a) || measureDice(a, b, 1) >= LEAST_NAME_DICE;
}

/** Labels like 望, 闻, 问, 切 agree wherever the name is used; whether it is one practice then tells who practises it. */
function hasEvidence(a: EditedSketch, b: EditedSketch): boolean {
  if ((a.sketch.informative && b.sketch.informative) || a.edition === b.edition) return true;
  const [mine, theirs] = [a.sketch.holder, b.sketch.holder];
  return mine !== null && theirs !== null && (mine.endsWith(theirs) || theirs.endsWith(mine));
}

/** A member that has no partner in its own place may have it this far away. */
const FARTHEST = 8;

/**
 * How many members of the shorter list have their own partner in the longer one: in the same place if they can, else nearby. A partner
 * counts as much as it agrees. Gives up, with 0, where `least` cannot be reached any more.
 */
function sumAgreement(shorter: readonly MemberSketch[], longer: readonly MemberSketch[], least: number): number {
  const inPlace = shorter.map((member, i) => measureAgreement(member, longer[i]!));
  const taken = longer.map((_, i) => (inPlace[i] ?? 0) > 0);
  let sum = inPlace.reduce((total, agreement) => total + agreement, 0);
  let alone = inPlace.filter((agreement) => agreement === 0).length;
  for (let i = 0; i < shorter.length && sum + alone >= least; i += 1) {
    if (inPlace[i]! > 0) continue;
    alone -= 1;
    for (let k = Math.max(0, i - FARTHEST); k < Math.min(longer.length, i + FARTHEST + 1); k += 1) {
      const agreement = taken[k]! ? 0 : measureAgreement(shorter[i]!, longer[k]!);
      if (agreement === 0) continue;
      taken[k] = true;
      sum += agreement;
      break;
    }
  }
  return sum < least ? 0 : sum;
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
  const alike = measureDice(a.core, b.core, 2) >= LEAST_DICE;
  return alike ? 1 : held === 2 ? SHORT_WORD : 0;
}

/** How long the shorter one is if it stands in the longer, else 0. */
function heldLength(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.includes(short) ? short.length : 0;
}

/**
 * Twice what two wordings have in common over what they have together (Dice 1945), in pieces of `size` characters, each counted as often
 * as it stands there.
 */
function measureDice(a: string, b: string, size: number): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const pieces = long.length - size + 1;
  const all = short.length - size + 1 + pieces;
  // Even if all of the shorter one stood in the longer.
  if (2 * (all - pieces) < LEAST_NAME_DICE * all) return 0;
  const taken = new Uint8Array(pieces);
  let common = 0;
  for (let i = 0; i < all - pieces; i += 1) {
    for (let k = 0; k < pieces; k += 1) {
      if (taken[k] === 1 || !equalAt(short, i, long, k, size)) continue;
      taken[k] = 1;
      common += 1;
      break;
    }
  }
  return (2 * common) / all;
}

function equalAt(a: string, i: number, b: string, k: number, size: number): boolean {
  for (let n = 0; n < size; n += 1) if (a.charCodeAt(i + n) !== b.charCodeAt(k + n)) return false;
  return true;
}
