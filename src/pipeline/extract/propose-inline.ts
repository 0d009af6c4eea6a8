import {
  BLANK,
  CLAUSE_END,
  CLOSE_QUOTE,
  COLON,
  ENUMERATION_COMMA,
  flagsAt,
  OPEN_BRACKET,
  SENTENCE_END,
  skipBlanks,
  trimBlanksBefore,
} from '../../language/characters.js';
import { closeOf, sentenceEnd, sentenceStart } from '../../language/clauses.js';
import { createSpan, lowerBound, type Span, spanContains } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import { type ArticleContext, paragraphAt, paragraphIndexAt } from './article-context.js';
import { findCue } from './find-cue.js';
import type { Formula } from './formula.js';
import { joinedPair } from './joined-pair.js';
import { linesOfList } from './lines-of-list.js';
import { bare, createProposal, type Proposal } from './member-draft.js';
import { proposeRegion } from './propose-region.js';
import { runOnBefore, runOnMembers } from './run-on-members.js';

const BRACKET_REACH = 600;

/** What a sentence end between a name and a list counts as distance. */
const SENTENCE_APART = 12;
/** A list before a name stands in its sentence or the one before. */
const NEAR_REACH = 160;

/** Members in running text around the name, the surest places first: announced, right before the name, somewhere behind it. */
export const INLINE_WAYS = [proposeAnnounced, proposeBefore, proposeFollowing] as const;

/** Members in brackets after the name or after a cue. */
function proposeAnnounced(context: ArticleContext, formula: Formula): Proposal[] {
  return [...proposeBracket(context, formula), ...proposeAfter(context, formula)];
}

/** “六有”(有依法选举的工会主席、有独立健全的组织机构 …) */
function proposeBracket({ text, span }: ArticleContext, formula: Formula): Proposal[] {
  const proposals: Proposal[] = [];
  for (const from of new Set([quoteEnd(text, formula), formula.span.end])) {
    const open = skipBlanks(text, from, span.end);
    if ((flagsAt(text, open) & OPEN_BRACKET) === 0) continue;
    const close = closeOf(text, open, span.end, BRACKET_REACH);
    if (close > 0) proposals.push(...proposeRegion(text, formula, open + 1, close - 1, 'after', 'bracket', 0, true));
  }
  return proposals;
}

/** Just after the quote that closes the name. */
function quoteEnd(text: string, formula: Formula): number {
  const end = formula.nameSpan.end;
  return formula.quoted && '”」』’"'.includes(text.charAt(end)) ? end + 1 : end;
}

/** “三化”,就是a、b、c; 三个会。分别是a、b、c; “三交三查”,交任务 … */
function proposeAfter(context: ArticleContext, formula: Formula): Proposal[] {
  const { text } = context;
  const limit = paragraphAt(context, formula.span.start).span.end;
  const proposals: Proposal[] = [];
  const cue = findCue(text, formula.span.end, limit);
  const colon = trimBlanksBefore(text, limit, formula.span.end) - 1;
  if (
    cue === null &&
    flagsAt(text, colon) & COLON &&
    colon - formula.span.end <= COLON_REACH &&
    sentenceEnd(text, formula.span.end, limit) >= limit
  ) {
    // 四支队伍，各有各的活，常年在册126人：⏎平安队…⏎调解队…
    proposals.push(...proposeLineBelow(context, formula, { start: colon, strong: true }));
  }
  if (cue !== null && skipBlanks(text, cue.end, limit) >= limit) {
    proposals.push(...proposeLineBelow(context, formula, cue));
  } else if (cue !== null && !startsChain(context, cue.end)) {
    const runOn = runOnMembers(text, formula, skipBlanks(text, cue.end, limit), limit);
    if (runOn !== null) {
      const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
      proposals.push(createProposal('cue', runOn.map(bare), cue.start - formula.span.end, parting));
    }
    const end = sentenceEnd(text, cue.end, limit);
    const kind = cue.strong ? 'cue' : 'weak-cue';
    proposals.push(...proposeRegion(text, formula, cue.end, end, 'after', kind, cue.start - formula.span.end, true));
    // Members that are sentences of their own: only where the first sentence does not hold them all.
    const whole = proposals.some(({ members }) => members.length === formula.declared);
    if (cue.strong && end < limit && !whole) {
      proposals.push(
        ...proposeRegion(text, formula, cue.end, limit, 'after', 'cue', cue.start - formula.span.end + 2, true),
      );
    }
  }
  return proposals;
}

/** The colon that leads over to the lines below closes the sentence of the name, so far behind it at most. */
const COLON_REACH = 40;

/** 所谓六心，就是 at the end of a line: the members make up the next. */
function proposeLineBelow(
  context: ArticleContext,
  formula: Formula,
  cue: { start: number; strong: boolean },
): Proposal[] {
  const { text, paragraphs } = context;
  const below = paragraphs[paragraphIndexAt(paragraphs, formula.span.start) + 1]?.span;
  if (below === undefined || !cue.strong || startsChain(context, below.start)) return [];
  const distance = cue.start - formula.span.end;
  const lines = linesOfList(text, paragraphs, paragraphIndexAt(paragraphs, formula.span.start) + 1, formula.declared);
  if (lines !== null) {
    const parting = { separator: 'semicolon', whole: true, enclosed: false } as const;
    return [createProposal('cue', lines.map(bare), distance, parting)];
  }
  const runOn = runOnMembers(text, formula, below.start, below.end);
  if (runOn !== null) {
    const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
    return [createProposal('cue', runOn.map(bare), distance, parting)];
  }
  const end = sentenceEnd(text, below.start, below.end);
  return proposeRegion(text, formula, below.start, end, 'after', 'cue', distance, true);
}

/** Members that begin right below the heading and are all its first sentence holds. */
function belowHeading(text: string, from: number, proposal: Proposal): Proposal {
  const { kind, members, parting } = proposal;
  const between = text.slice(from, Math.max(from, members[0]!.label.start));
  const { start, end } = members[0]!.label;
  // “晨堵、夜寻、集日访”：… the list itself stands there.
  if (text.slice(start, end).includes('、')) return proposal;
  if (parting === null || !parting.whole || between.length > GAP_BELOW || /[”」：:]/u.test(between)) return proposal;
  return createProposal(kind, members, proposal.distance, { ...parting, heads: true });
}

/** A blank, a quote or a few words of the sentence stand before the first member. */
const GAP_BELOW = 12;

/** No sentence that heads its paragraph is longer. */
const RUN_IN_HEADING = 14;

/** “三交三查”,交任务、交风险 …; “三实名”制度。推行住院分娩、出生登记 …; a heading that names the set, its list in the line below. */
function proposeFollowing(context: ArticleContext, formula: Formula): Proposal[] {
  const { text, paragraphs } = context;
  const index = paragraphIndexAt(paragraphs, formula.span.start);
  const paragraph = paragraphs[index]!.span;
  const from = formula.span.end;
  const proposals: Proposal[] = [];
  let start = from;
  // 三个时段抓得准。 before what they are: a short sentence that opens the paragraph heads it.
  const heads =
    from - paragraph.start <= RUN_IN_HEADING &&
    sentenceEnd(text, from, paragraph.end) - paragraph.start <= RUN_IN_HEADING;
  for (let sentences = 0; sentences < 2 && start < paragraph.end && start - from < NEAR_REACH; sentences++) {
    const end = sentenceEnd(text, start, Math.min(paragraph.end, start + 500));
    // Only what is called a mechanism, a method … leads over to the next sentence without a word of its own.
    const apart = sentences > 0 && formula.category === null && !heads ? SENTENCE_APART : 0;
    const region = proposeRegion(text, formula, start, end, 'after', 'following', start - from + apart, false);
    proposals.push(
      ...(heads && sentences === 1 ? region.map((proposal) => belowHeading(text, start, proposal)) : region),
    );
    start = Math.max(end, start + 1);
  }
  const below = paragraphs[index + 1];
  if (below !== undefined && context.sections.some(({ heading }) => spanContains(heading, formula.span))) {
    const cue = findCue(text, below.span.start, below.span.end);
    const at = cue === null || cue.start > below.span.start + 4 ? below.span.start : cue.end;
    const end = sentenceEnd(text, at, Math.min(below.span.end, at + 500));
    const region = proposeRegion(text, formula, at, end, 'after', 'following', 0, false);
    proposals.push(...region.map((proposal) => belowHeading(text, at, proposal)));
  }
  const questions = questionsBehind(text, formula, paragraph.end);
  if (questions !== null) proposals.push(questions);
  return proposals;
}

/** “三问”，睡得好不好？吃得香不香？哪里还痛？ */
function questionsBehind(text: string, { span, declared }: Formula, limit: number): Proposal | null {
  const asked: Span[] = [];
  let start = skipBlanks(text, flagsAt(text, span.end) & (CLAUSE_END | COLON) ? span.end + 1 : span.end, limit);
  const first = start;
  while (asked.length <= declared && start < limit) {
    const end = sentenceEnd(text, start, limit);
    if (!'？?'.includes(text.charAt(end - 1))) break;
    asked.push(createSpan(start, end - 1));
    start = skipBlanks(text, end, limit);
  }
  if (asked.length !== declared || first - span.end > 2) return null;
  const parting = { separator: 'semicolon', whole: true, enclosed: false, heads: true } as const;
  return createProposal('following', asked.map(bare), first - span.end, parting);
}

/** A numbered list begins here: its marks part the members, whatever else stands between them. */
function startsChain({ enumerations }: ArticleContext, offset: number): boolean {
  const next = enumerations[lowerBound(enumerations, offset)];
  return next !== undefined && next.span.start - offset <= 2;
}

/** a、b、c“三化”; a、b、c … 这就是“三化” */
function proposeBefore(context: ArticleContext, formula: Formula): Proposal[] {
  const { text } = context;
  const paragraph = paragraphAt(context, formula.span.start).span;
  let to = formula.span.start;
  while (to > paragraph.start && flagsAt(text, to - 1) & BLANK) to--;
  // a、b、“三X” is a row in which the name is one of several; a、b为“三X”服务 has it as the object.
  const rowOrObject =
    ROW_OR_OBJECT.includes(text.charAt(to - 1) || ' ') && !loadContextWords().naming.longestAt(text, to);
  if (flagsAt(text, to - 1) & ENUMERATION_COMMA || rowOrObject) return [];
  // a、b、“三X”等: the name closes the row.
  if (formula.quoted && to === formula.span.start && text.charAt(formula.span.end) === '等') return [];
  const from = Math.max(paragraph.start, to - 600, sentenceStart(text, to, paragraph.start));
  const proposals = proposeRegion(text, formula, from, to, 'before', 'before', 0, false);
  const runOn = formula.quoted ? runOnBefore(text, formula, from, to) : null;
  if (runOn !== null) {
    const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
    proposals.push(createProposal('before', runOn.map(bare), 0, parting));
  }
  const halves = formula.declared === 2 && !formula.quoted ? joinedPair(text, from, to) : null;
  if (halves !== null) {
    const parting = { separator: 'enumeration', whole: true, enclosed: false } as const;
    proposals.push(createProposal('pair', halves.map(bare), 0, parting));
  }
  if (to - from > 40 && proposals.length > 0) return proposals;
  // The members make up the sentence before: 做到a、b、c。“三分”机制 …
  let previous = from;
  while (previous > paragraph.start && flagsAt(text, previous - 1) & (BLANK | SENTENCE_END | CLOSE_QUOTE)) previous--;
  const start = sentenceStart(text, previous, paragraph.start);
  if (start < previous && to - previous < NEAR_REACH) {
    proposals.push(...proposeRegion(text, formula, start, previous, 'before', 'near', to - previous, false));
  }
  return proposals;
}

const ROW_OR_OBJECT = '和与及为向对把将以';
