import { flagsAt, OPEN_QUOTE } from '../../language/characters.js';
import { closeOf } from '../../language/clauses.js';
import { createSpan, type Span } from '../../model/span.js';
import { loadContextWords } from '../../resources/context-words.js';
import { firstClause } from './fit-elements.js';
import type { Formula } from './formula.js';
import { isCharacterCount, labelAgreement, meanHeadAgreement } from './head-agreement.js';
import { createMember, type Parting, type Proposal } from './member-draft.js';
import { quotedWords } from './quoted-words.js';
import { quotedCharacter } from './told-character.js';

/** What a member is called may stand so far into its clause. */
const REACH = 4;
/** What follows there: 红色的是 …, 专职队伍由 …. */
const TOLD = /^[”」』"]?(?:的?就?是|的为|由|代表|表示|[:：])/u;
const DONE_BY = /^(?:由|负责|主要|重在|就?是|为)/u;

/**
 * 红色的是急件,黄色的是常件,绿色的是缓件 of 三色, 念好“勤”字经 … 念好“实”字经 of 四字经: where each member first says which of the counted things it is, it is
 * called by the thing.
 */
export function calledByHead(text: string, formula: Formula, proposal: Proposal): Proposal {
  if (isCharacterCount(formula)) return renamed(proposal, (label) => quotedCharacter(text, label));
  if (formula.shape === 'labels') return calledByLabel(text, formula, proposal);
  const told = renamed(proposal, (label) => openingQuote(text, label));
  if (told !== proposal) return told;
  const { pattern, groups } = formula;
  // 专职队伍由…组成、联合队伍由…组成 of 三支监督队伍
  const counted = groups[0]?.head ?? '';
  // 自检由操作工人完成 of 三检制
  const head = counted.length === 2 && counted.endsWith('制') ? counted.charAt(0) : counted.slice(-2);
  if (pattern !== 'counted' || head === '') return proposal;
  if (
    partedBySentences(proposal.parting) &&
    head.charAt(0) !== '一' &&
    formula.classifier !== null &&
    !groups[0]!.head!.startsWith(formula.classifier)
  ) {
    const things = calledByThing(text, proposal, groups[0]!.head!);
    if (things !== proposal) return things;
  }
  const means = head.length === 1 ? TOLD : DONE_BY;
  return renamed(proposal, ({ start, end: limit }) => {
    const at = start + 1 + text.slice(start + 1, start + REACH - 1 + head.length).indexOf(head);
    const end = at + head.length;
    const isTold = at > start && end < limit && means.test(text.slice(end, end + 4));
    return isTold && !opensOnly(text.slice(start, end)) ? createSpan(start, end) : null;
  });
}

/** “登记”重在及时、“分办”重在对口: the quoted word that each opens with. */
function openingQuote(text: string, { start, end }: Span): Span | null {
  const close = flagsAt(text, start) & OPEN_QUOTE ? closeOf(text, start, end) : -1;
  return close > start + 3 && close < end && DONE_BY.test(text.slice(close, close + 4))
    ? createSpan(start + 1, close - 1)
    : null;
}

/** 作业做减法，负担轻了 of 加减乘除: where the first clause of each member tells its label, that is what it is called by. */
function calledByLabel(text: string, { labels }: Formula, proposal: Proposal): Proposal {
  return renamed(proposal, (label) => {
    const told = quotedWords(text, label).find(({ start }) => labels.some((name) => text.startsWith(name, start)));
    if (told !== undefined) return told;
    const clause = firstClause(text, label);
    const wording = text.slice(clause.start, clause.end);
    return labels.some((name) => labelAgreement(wording, name) === 1) ? clause : null;
  });
}

/** 困难账记收入；心愿账记愿望 of 两本账: members in running text that begin with the thing counted are called by it. */
function calledByThing(text: string, proposal: Proposal, head: string): Proposal {
  return renamed(proposal, ({ start, end }) => {
    const at = text.indexOf(head, start + 1);
    return at > start && at - start <= NOUN_REACH - head.length && at + head.length < end
      ? createSpan(start, at + head.length)
      : null;
  });
}

const LEAST_WORDED = 0.5;
/** The noun that members are called by stands so far into them at most. */
const NOUN_REACH = 10;

/**
 * 导办队站在门口…；辅导队守在…；宣讲队走进…: clauses that open with one noun, each with an attribute of its own, are called by it. The noun is in
 * the head or one of people or things; null where they share none.
 */
export function calledByNoun(text: string, formula: Formula, proposal: Proposal): Proposal | null {
  const { groups, pattern, declared } = formula;
  const { members, parting } = proposal;
  if (!partedBySentences(parting) || pattern !== 'counted' || declared < 3 || members.length !== declared) return null;
  // What shows the head is called by it already.
  if (
    meanHeadAgreement(
      text,
      formula,
      members.map(({ label }) => label),
    ) >= LEAST_WORDED
  )
    return null;
  const openings = members.map(({ label }) => text.slice(label.start, Math.min(label.end, label.start + NOUN_REACH)));
  const noun = sharedNoun(openings, groups[0]?.head ?? '');
  if (noun === null) return null;
  return renamed(proposal, ({ start }) => {
    const end = text.indexOf(noun, start + 1) + noun.length;
    return createSpan(start, end);
  });
}

/** The longest word that all openings hold behind an attribute that is not the same in any two of them. */
function sharedNoun(openings: readonly string[], head: string): string | null {
  const first = openings[0]!;
  const { bodies } = loadContextWords();
  for (let length = 4; length >= 1; length--) {
    for (let at = 1; at + length <= first.length; at++) {
      const noun = first.slice(at, at + length);
      if (
        !/^[\u4e00-\u9fff]+$/u.test(noun) ||
        !(head.includes(noun) || (length >= 2 && bodies.longestAt(noun, length) !== null))
      )
        continue;
      const attributes = openings.map((opening) => opening.slice(0, Math.max(0, opening.indexOf(noun, 1))));
      const parted = attributes.every((attribute) => attribute !== '' && !/[，,：:第的“”"「」]/u.test(attribute));
      if (parted && new Set(attributes).size === attributes.length) return noun;
    }
  }
  return null;
}

/** 一方面, 另一手: words that open a member and call it nothing. */
export function opensOnly(wording: string): boolean {
  return /^另?一(?:方面|手|头|边|端|个|种|类|项|条)$/u.test(wording);
}

function partedBySentences(parting: Parting | null): boolean {
  return parting?.separator === 'semicolon' || parting?.separator === 'sentence';
}

/** The members by the names that all of them have; as they are where one has none. */
function renamed(proposal: Proposal, nameOf: (label: Span) => Span | null): Proposal {
  const members = [];
  for (const { label, body, pair } of proposal.members) {
    const name = nameOf(label);
    if (name === null) return proposal;
    members.push(createMember(name, body, pair));
  }
  return { ...proposal, members };
}
