import type { Enumeration } from '../../model/outline.js';
import { createSpan, lowerBound } from '../../model/span.js';
import { type ArticleContext, isInLead } from './article-context.js';
import type { Formula } from './formula.js';
import { meanHeadAgreement } from './head-agreement.js';
import { createMember, createProposal, type LinkKind, type MemberDraft, type Proposal } from './member-draft.js';
import { quotedWords } from './quoted-words.js';
import { unquote } from './split-list.js';

/** A list right after a lead-in begins within so many code units. */
const CHAIN_REACH = 400;
/** So many lists before and after the name are looked at. */
const LISTS_BEFORE = 40;
const LISTS_AFTER = 60;
/** What counts as the distance of a list that stands before the name. */
const EARLIER_DISTANCE = 200;

/** 做到三个结合:一是…; 二、三个结合 (1)…; a title whose sections carry it out. */
export function proposeChains(context: ArticleContext, formula: Formula): Proposal[] {
  const { enumerations, text } = context;
  const proposals: Proposal[] = [];
  const holder = context.holders.innermost(formula.span.start);
  const inLead = isInLead(context, formula.span);
  let firstBelow = true;
  const first = lowerBound(enumerations, formula.span.end);
  for (let i = first; i < Math.min(enumerations.length, first + LISTS_AFTER); i++) {
    const enumeration = enumerations[i]!;
    const distance = enumeration.span.start - formula.span.end;
    const inHolder = holder !== null && enumeration.span.start < holder.span.end;
    if (!inHolder && !inLead && distance > CHAIN_REACH) break;
    const kind: LinkKind =
      distance <= 40
        ? 'chain'
        : inHolder && formula.span.start <= holder.wordingEnd
          ? 'section'
          : distance <= CHAIN_REACH
            ? 'chain'
            : 'article';
    const members = withKeyWords(text, formula, toMembers(text, enumeration));
    proposals.push(createProposal(firstBelow || kind !== 'chain' ? kind : 'section', members, distance));
    if (kind === 'chain' && inLead && distance > 40) proposals.push(createProposal('article', members, distance));
    firstBelow = false;
  }
  return [...proposals, ...proposeEarlier(context, formula)];
}

/** A table of contents or an earlier list that plainly words the head. */
function proposeEarlier({ enumerations, text }: ArticleContext, formula: Formula): Proposal[] {
  const at = lowerBound(enumerations, formula.span.start);
  return enumerations
    .slice(Math.max(0, at - LISTS_BEFORE), at)
    .filter(({ members }) => members.length === formula.declared)
    .filter(
      ({ members }) =>
        meanHeadAgreement(
          text,
          formula,
          members.map(({ label }) => label),
        ) >= 0.9,
    )
    .map((enumeration) => createProposal('section', toMembers(text, enumeration), EARLIER_DISTANCE));
}

/** 以上三项措施: a list of as many that ends right before the line of the name. */
export function proposeListBefore({ enumerations, text }: ArticleContext, formula: Formula): Proposal[] {
  const before = enumerations[lowerBound(enumerations, formula.span.start) - 1];
  if (before === undefined || before.members.length !== formula.declared) return [];
  const between = text.slice(before.span.end, formula.span.start);
  const adjoins = between.length <= MOST_BETWEEN && /^[\s。；;]*(?:以上|上述|上面)$/u.test(between);
  return adjoins ? [createProposal('chain', toMembers(text, before), 0)] : [];
}

const MOST_BETWEEN = 12;

/** 一、以“贴心”倾听诉求 of 五心: where each label has one quoted word that shows a short head, these words are the members. */
function withKeyWords(text: string, formula: Formula, members: MemberDraft[]): MemberDraft[] {
  const head = formula.groups[0]?.head ?? '';
  if (formula.pattern !== 'counted' || members.length < 2) return members;
  const quoted = members.map(({ label }) => quotedWords(text, label));
  const words = quoted.map((inside) => {
    const showing = inside.filter(({ start, end }) => text.slice(start, end).endsWith(head));
    return showing.length === 1 && showing[0]!.end - showing[0]!.start > head.length ? showing[0]! : null;
  });
  const byHead = head !== '' && head.length <= 2 && members.length === formula.declared;
  if (byHead && words.every((word) => word !== null))
    return members.map(({ body, pair }, i) => createMember(words[i]!, body, pair));
  // 第一步：线上线下“收” … 第二步：分门别类“筛”: the one character that each turns on.
  const characters = quoted.map((inside) =>
    inside.length === 1 && inside[0]!.end - inside[0]!.start === 1 ? inside[0]! : null,
  );
  if (characters.some((word) => word === null)) return withOpeningCharacters(text, members);
  return members.map(({ body, pair }, i) => createMember(characters[i]!, body, pair));
}

/** 一、查，网上网下一起查 … 二、劝，情理法理一起讲: one character before a comma is what the rest elaborates. */
function withOpeningCharacters(text: string, members: MemberDraft[]): MemberDraft[] {
  if (!members.every(({ label }) => '，,'.includes(text.charAt(label.start + 1) || ' '))) return members;
  return members.map(({ label, body, pair }) => createMember(createSpan(label.start, label.start + 1), body, pair));
}

/** A list is looked at for many names. */
const drafted = new WeakMap<Enumeration, MemberDraft[]>();

function toMembers(text: string, enumeration: Enumeration): MemberDraft[] {
  const known = drafted.get(enumeration);
  if (known !== undefined) return known;
  const members = enumeration.members.map(({ label, body }) =>
    createMember(unquote(text, label), body.end - label.end > 1 ? body : null, null),
  );
  drafted.set(enumeration, members);
  return members;
}
