import type { Span } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { sharedPart } from './alike-elements.js';
import type { Formula } from './formula.js';

/**
 * 加强教育，强化管理，推行“三项制度”: words right before a name are its members only where the last of them is no verb that takes it as its object
 * and no longer or much shorter than the others. Two, or long ones, must be built alike besides.
 */
export function endsInThing(text: string, formula: Formula, list: readonly Span[], joined: boolean): boolean {
  const last = list.at(-1)!;
  // 县，乡，村三级; 行业，规模，信用等级三个维度
  const words = list.length > 2 && areWords(text, list);
  if (formula.classifier === '级' && words) return true;
  const others = list.slice(0, -1).map(({ start, end }) => end - start);
  const length = last.end - last.start;
  if (!words && (length > Math.max(...others) + (joined ? 2 : 1) || length < Math.min(...others) - 1)) return false;
  if (sharedPart(text, list) !== null) return true;
  if (list.length === 2 || Math.max(length, ...others) > MAX_WORD) return false;
  if (list.some(({ start, end }) => /\d/u.test(text.slice(start, end)))) return false;
  // 女，47岁，先后驾驶过三种车型: three clauses before what is not called a mechanism, a method … are as good as a list only if even in length.
  const even = others.every((other) => other === length) || words;
  if (formula.category === null && !joined && list.length === 3 && !even) return false;
  const { leads } = loadFrameworkRules();
  return (leads.longestAt(text, last.start + 2)?.length ?? 0) < 2;
}

/** 行业，规模，信用等级: nouns of a few characters, none of them an amount. */
function areWords(text: string, list: readonly Span[]): boolean {
  return list.every(
    ({ start, end }) => end - start <= MAX_NOUN && /^[\u4e00-\u9fff]+(?<![就说是])$/u.test(text.slice(start, end)),
  );
}

/** Code units of a noun, and of a word that ends a list. */
const MAX_NOUN = 5;
const MAX_WORD = 8;
