import { readNumeral } from '../../language/numerals.js';
import { loadContextWords } from '../../resources/context-words.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import { readName } from './read-name.js';
import type { SplitName } from './split-name.js';

/**
 * 三会一课出勤率, 六税两费减免, 三查七对一项不落: what a sentence goes on with behind a compound of single characters is no part of it. Null groups
 * where the phrase is no such compound.
 */
export function withoutRest(split: SplitName | null): SplitName | null {
  const groups = split?.reading.groups ?? [];
  if (split === null || split.noun !== null || groups.length < 2) return split;
  const { name } = split.reading;
  const { jointVerbs } = loadFrameworkRules();
  let length = 0;
  let kept = 0;
  for (const { count, head } of groups) {
    const numeral = readNumeral(name, length);
    if (numeral === null || !isGroupHead(count, name.charAt(numeral.end))) break;
    // 四议两公开 goes on for one character, 三会一课出勤率 for more.
    const whole = head!.length <= 2 || jointVerbs.longestAt(head!, 0)?.length === 2;
    length = numeral.end + (whole ? Math.min(2, head!.length) : 1);
    kept++;
    if (head!.length > 1) break;
  }
  const cut = length < name.length;
  if (kept < 2 || !cut || groups[0]!.count! < 2 || name.startsWith('二') || !goesOn(name.slice(length))) return split;
  const reading = readName(name.slice(0, length));
  return reading === null || reading.groups.length !== kept ? split : { ...split, reading, endsInNoun: false };
}

/** A word for what bears the name or is done with it, or an amount (一项不落): other words may belong to the name. */
function goesOn(rest: string): boolean {
  return loadContextWords().afterCompounds.longestAt(rest, 0) !== null || /^[一不][项个件户次日天处]/u.test(rest);
}

/** A character that may name a group by itself: no measure word and no unit. */
function isGroupHead(count: number | null, head: string): boolean {
  const { units, classifiers, nameStops, noHeads } = loadFrameworkRules();
  if (count === null || count > 9 || !/^[\u4e00-\u9fff]$/u.test(head)) return false;
  return (
    !classifiers.has(head) &&
    !(units.all.has(head) && !units.verbs.has(head)) &&
    !noHeads.has(head) &&
    !nameStops.includes(head)
  );
}
