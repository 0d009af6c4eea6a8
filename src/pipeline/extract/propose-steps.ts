import { CLAUSE_END, COLON, flagsAt, HAN, SENTENCE_END } from '../../language/characters.js';
import { CLAUSE_STOP, findOutside, holdsSentenceEnd } from '../../language/clauses.js';
import { createSpan } from '../../model/span.js';
import { loadFrameworkRules } from '../../resources/framework-rules.js';
import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { indexOfOpening } from './group-definitions.js';
import { createMember, createProposal, type Proposal } from './member-draft.js';

/** The next of 一访 … 二访 … 三访 … follows within so many code units. */
const STEP_REACH = 800;
const NUMBERS = '一二三四五六七八九十';

/** Where a step is opened and where its wording begins. */
interface Opening {
  readonly at: number;
  readonly label: number;
}

/** Members that number the head below the name: 一访高血压病人;二访孕产妇 …; 第一帖是动,…;第二帖是吃 …; 一访家长;一访老师. */
export function proposeSteps(context: ArticleContext, formula: Formula): Proposal[] {
  const { groups, pattern, declared } = formula;
  const head = groups[0]?.head ?? '';
  if (pattern !== 'counted' || head === '' || declared > NUMBERS.length) return [];
  const found = [nthOpenings(context, formula, head)];
  if (head.length <= 2) {
    found.push(openings(context, formula, (i) => NUMBERS.charAt(i) + head, 1));
    found.push(openings(context, formula, () => `一${head}`, 1));
    // 头道茶, 二道茶 …
    const thing = (formula.classifier ?? '') + (head.startsWith(formula.classifier ?? ' ') ? head.slice(1) : head);
    if (thing.length > 1)
      found.push(openings(context, formula, (i) => (i === 0 ? '头' : NUMBERS.charAt(i)) + thing, thing.length + 1));
  }
  return found.flatMap((places) => {
    if (places.length < 2 || places.length < declared - 3) return [];
    const { text, span } = context;
    const members = places.map(({ at, label }, i) => {
      const limit = places[i + 1]?.at ?? Math.min(span.end, at + STEP_REACH);
      const end = findOutside(text, label, limit, CLAUSE_STOP);
      return createMember(createSpan(label, end), createSpan(at, i + 1 < places.length ? limit : end), null);
    });
    return [createProposal('steps', members, places[0]!.at - formula.span.end)];
  });
}

/** 第一帖, 第二帖 …: the ordinals of the measure word or of the word the head begins with; those that marks.tsv knows are lists already. */
function nthOpenings(context: ArticleContext, formula: Formula, head: string): Opening[] {
  const word = formula.classifier ?? head.charAt(0);
  if (LISTED.includes(word)) return [];
  return openings(context, formula, (i) => `第${NUMBERS.charAt(i)}${word}`, 2 + word.length).map(({ at, label }) => {
    const { text } = context;
    let start = label;
    if (text.startsWith('就是', start)) start += 2;
    else if (text.charAt(start) === '是' || flagsAt(text, start) & (CLAUSE_END | COLON)) start++;
    return { at, label: start };
  });
}

const LISTED = '步招项关道张类种课条篇章';

/** The openings, one behind the other, with what `wordingOf` says for each; the first may stand behind a subject (检查员一查…，二查…). */
function openings(
  { text, span }: ArticleContext,
  formula: Formula,
  wordingOf: (index: number) => string,
  length: number,
): Opening[] {
  const places: Opening[] = [];
  let from = formula.span.end;
  for (let i = 0; i < formula.declared; i++) {
    const limit = Math.min(span.end, from + STEP_REACH);
    const wording = wordingOf(i);
    const at = i === 0 ? firstPlace(text, wording, from, limit) : indexOfOpening(text, wording, from, limit);
    if (at < 0) break;
    // 一部曲：晨读
    const after = at + wording.length;
    places.push({ at, label: flagsAt(text, after) & COLON ? after + 1 : at + length });
    from = at + wording.length;
  }
  const [first, second] = places;
  if (first === undefined || (flagsAt(text, first.at - 1) & HAN) === 0) return places;
  return second !== undefined && !holdsSentenceEnd(text, first.at, second.at) ? places : [];
}

/** At an opening if there is one, else the first place that is no part of a longer number or word. */
function firstPlace(text: string, wording: string, from: number, limit: number): number {
  const opening = indexOfOpening(text, wording, from, limit);
  const { wordsBefore } = loadFrameworkRules();
  const at = text.slice(from, Math.min(limit, from + FIRST_REACH)).indexOf(wording);
  if (at < 0 || (opening >= 0 && opening <= from + at)) return opening;
  const clause = text.slice(Math.max(from, from + at - MAX_SUBJECT), from + at);
  const inClause = lastSign(clause) >= 0 || from + at - MAX_SUBJECT < from;
  return inClause && !wordsBefore.has(text.charAt(from + at - 1)) ? from + at : opening;
}

const FIRST_REACH = 60;
const MAX_SUBJECT = 10;

function lastSign(wording: string): number {
  for (let i = wording.length - 1; i >= 0; i--) if (flagsAt(wording, i) & (CLAUSE_END | SENTENCE_END | COLON)) return i;
  return -1;
}
