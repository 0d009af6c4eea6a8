import { consistsOf, flagsAt, HAN, NEWLINE, OPEN_QUOTE, SENTENCE_END } from '../../language/characters.js';
import { CLAUSE_STOP, closeOf, findOutside } from '../../language/clauses.js';
import type { Paragraph } from '../../model/outline.js';
import { createSpan, type Span } from '../../model/span.js';
import { type ArticleContext, isInHeading, isInLead, paragraphAt, paragraphIndexAt } from './article-context.js';
import type { Formula } from './formula.js';
import { headAgreement, isCharacterCount, meanHeadAgreement } from './head-agreement.js';
import { holdsMarks } from './marked-members.js';
import { createMember, createProposal, type LinkKind, type Proposal } from './member-draft.js';
import { bearsLabel, keyWordOf, proposeHeadings } from './propose-headings.js';
import { proposeSteps } from './propose-steps.js';
import { quotedWords } from './quoted-words.js';
import { readTerms } from './read-terms.js';
import { quotedCharacter, toldCharacter } from './told-character.js';

/** Members in the layout: headings, openings of paragraphs, key words, steps. */
export function proposeLayout(context: ArticleContext, formula: Formula): Proposal[] {
  const { span } = formula;
  if (
    isPlainAmount(formula) &&
    !isInLead(context, span) &&
    !isInHeading(context, span) &&
    !endsParagraph(context, span)
  )
    return [];
  return [
    ...proposeHeadings(context, formula),
    ...proposeParagraphs(context, formula),
    ...proposeKeyWords(context, formula),
    ...proposeSteps(context, formula),
  ];
}

/** 落实两个强化，效果好。 at the end of a paragraph leads over to those below. */
function endsParagraph(context: ArticleContext, { end }: Span): boolean {
  return paragraphAt(context, end).span.end - end <= CLOSE_TO_END;
}

const CLOSE_TO_END = 12;

function isPlainAmount(formula: Formula): boolean {
  return !formula.quoted && formula.category === null && formula.pattern === 'counted';
}

/** 六子: the key words 架子, 院子 … in quotes in the labels of a list or in headings, several in one. */
function proposeKeyWords(context: ArticleContext, formula: Formula): Proposal[] {
  const { text, enumerations, sections } = context;
  const head = formula.groups[0]?.head ?? null;
  if (formula.pattern !== 'counted' || head === null || head.length > 2 || !isInLead(context, formula.span)) return [];
  const lists: { label: Span; body: Span }[][] = enumerations.map((enumeration) => [...enumeration.members]);
  lists.push(sections.map((section) => ({ label: section.heading, body: section.span })));
  const proposals: Proposal[] = [];
  for (const list of lists) {
    const members = list.flatMap(({ label, body }) =>
      quotedWords(text, label)
        .filter((word) => text.slice(word.start, word.end).endsWith(head))
        .map((word) => createMember(word, body, null)),
    );
    if (members.length !== formula.declared || members[0]!.label.start < formula.span.end) continue;
    proposals.push(createProposal('key-words', members, members[0]!.label.start - formula.span.end));
  }
  return proposals;
}

/** How many paragraphs below a lead-in its parallel paragraphs may begin. */
const PARAGRAPH_REACH = 3;
/** The same for the lead of an article. */
const REACH_OF_LEAD = 12;
const SENTENCE_STOP = SENTENCE_END | NEWLINE;

/** Openings of the paragraphs below: as many in a row as declared, that show the head, the labels, or are all the section holds. */
export function proposeParagraphs(context: ArticleContext, formula: Formula): Proposal[] {
  const { text, paragraphs } = context;
  const n = formula.declared;
  const at = paragraphIndexAt(paragraphs, formula.span.start);
  const inLead = isInLead(context, formula.span);
  const holder = context.holders.innermost(formula.span.start);
  const proposals: Proposal[] = [];
  const reach = inLead ? REACH_OF_LEAD : PARAGRAPH_REACH;
  for (let first = at + 1; first <= at + reach && first + n <= paragraphs.length; first++) {
    const group = paragraphs.slice(first, first + n);
    const distance = group[0]!.span.start - formula.span.end;
    const propose = (labels: readonly Span[], kind: LinkKind = 'paragraphs') =>
      createProposal(
        kind,
        labels.map((label, i) => createMember(label, group[i]!.span, null)),
        distance,
      );
    // What the title or the lead names is told below any heading.
    if (!inLead && holder !== null && group[0]!.span.start >= holder.span.end) break;
    const labels = openingsOf(text, formula, group);
    // Paragraphs that marks number are members of their list.
    if (labels.some(({ start, end }) => holdsMarks(context.markStarts, [createSpan(start, Math.min(end, start + 1))])))
      break;
    const told = toldCharacters(text, formula, labels);
    if (told.length === n) return [propose(told)];
    const bearing = labels.every((label, i) => bearsMember(text, formula, label, i));
    const next = paragraphs[first + n];
    const terms = formula.pattern === 'paired' ? null : readTerms(text, group, next);
    const below = first === at + 1;
    if (terms !== null && (bearing || below || terms.sure)) {
      proposals.push(propose(terms.labels, bearing ? 'paragraphs' : 'terms'));
    } else if (bearing || (below && fillsSection(context, formula, next))) {
      proposals.push(propose(labels.map((label) => keyWordOf(text, label, formula))));
    }
    if (bearing) break;
  }
  return proposals;
}

function openingsOf(text: string, formula: Formula, group: readonly Paragraph[]): Span[] {
  const stop = formula.pattern === 'paired' ? SENTENCE_STOP : CLAUSE_STOP;
  return withoutSharedVerb(
    text,
    formula,
    group.map((paragraph) => openingOf(text, paragraph, stop)),
  );
}

/** The characters that openings tell one by one, where the name counts characters. */
function toldCharacters(text: string, formula: Formula, labels: readonly Span[]): Span[] {
  if (!isCharacterCount(formula)) return [];
  return labels.flatMap((label) => toldCharacter(text, label.start) ?? quotedCharacter(text, label) ?? []);
}

/** Whether the paragraphs right below a heading that holds the name are all that its section holds. */
function fillsSection({ holders }: ArticleContext, { span }: Formula, next: Paragraph | undefined): boolean {
  const holder = holders.innermost(span.start);
  return (
    holder !== null && span.start <= holder.wordingEnd && (next === undefined || next.span.start >= holder.span.end)
  );
}

/** 做加法 … 做减法 …: the verb that every opening begins with stands before the label. */
function withoutSharedVerb(text: string, formula: Formula, openings: Span[]): Span[] {
  if (formula.shape !== 'labels') return openings;
  for (let length = 1; length <= 2; length++) {
    const verb = text.slice(openings[0]!.start, openings[0]!.start + length);
    const shared =
      consistsOf(verb, HAN) && openings.every(({ start, end }) => end - start > length && text.startsWith(verb, start));
    if (shared && openings.every(({ start }, i) => text.startsWith(formula.labels[i] ?? '', start + length))) {
      return openings.map(({ start, end }) => createSpan(start + length, end));
    }
  }
  return openings;
}

function bearsMember(text: string, formula: Formula, label: Span, i: number): boolean {
  const wording = text.slice(label.start, label.end);
  if (formula.shape === 'labels') return bearsLabel(text, label, formula.labels[i] ?? '');
  if (formula.pattern === 'compound') return false;
  if (formula.pattern === 'paired') return meanHeadAgreement(text, formula, [label]) >= 0.7;
  return headAgreement(wording, formula.groups[0]!.head) >= 0.8;
}

/** The first clause of a paragraph, or its first sentence (诉前请人调，防的是小事拖大 carries both heads of a pair). */
function openingOf(text: string, { span }: Paragraph, stopFlags: number): Span {
  let start = span.start;
  // Markdown signs and bullets before the wording.
  while (start < span.end && '#*->•·●■◆★☆▲◎※| \t'.includes(text.charAt(start))) start++;
  // “腿勤嘛，就是走。…”: what is said opens with its own first clause.
  const close = flagsAt(text, start) & OPEN_QUOTE ? closeOf(text, start, span.end) : -1;
  if (close - start > MAX_QUOTED_WORD) start++;
  const stop = findOutside(text, start, span.end, stopFlags);
  const dash = text.slice(start, Math.min(stop, start + LONGEST_TERM + 2)).indexOf('——');
  if (dash > 0) return createSpan(start, start + dash);
  return createSpan(start, stop > start ? stop : span.end);
}

/** A term before a dash is no longer. */
const LONGEST_TERM = 8;
/** Longer quotes are what somebody says. */
const MAX_QUOTED_WORD = 10;
