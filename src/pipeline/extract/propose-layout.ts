import { COLON, flagsAt, NEWLINE, OPEN_QUOTE, SENTENCE_END } from '../../language/characters.js';
import { CLAUSE_STOP, closeOf, findOutside, HEADING_STOP } from '../../language/clauses.js';
import type { Paragraph, Section } from '../../model/outline.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import { type ArticleContext, isInHeading, isInLead, paragraphAt, paragraphIndexAt } from './article-context.js';
import type { Formula } from './formula.js';
import { headAgreement, isCharacterCount, labelAgreement, meanHeadAgreement } from './head-agreement.js';
import { holdsMarks } from './marked-members.js';
import { createMember, createProposal, type Proposal } from './member-draft.js';
import { proposeSteps } from './propose-steps.js';
import { quotedWords } from './quoted-words.js';
import { quotedCharacter, toldCharacter } from './told-character.js';

/** How many paragraphs below a lead-in its parallel paragraphs may begin. */
const PARAGRAPH_REACH = 3;
const SENTENCE_STOP = SENTENCE_END | NEWLINE;
/** So many headings below the name are looked at. */
const HEADINGS = 200;
/** “法治尺”，量的是底线 of 三把尺子: headings may show the head by its first character. */
const LEAST_HEADING = 0.7;

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

/** Headings without numbers, as many as declared, or those of them that show the head or label. */
function proposeHeadings(context: ArticleContext, formula: Formula): Proposal[] {
  const { sections, text } = context;
  const first = lowerBound(sections, formula.span.start);
  const below = sections.slice(first, first + HEADINGS).filter((section) => section.heading.start > formula.span.end);
  const proposals: Proposal[] = [];
  for (const level of new Set(below.map((section) => section.level))) {
    const group = below.filter((section) => section.level === level);
    const bearing = selectBearing(
      text,
      formula,
      group.map((section) => section.heading),
    );
    if (bearing !== null)
      proposals.push(
        fromSections(
          text,
          formula,
          bearing.map((i) => group[i]!),
        ),
      );
    const plain = group.filter((section) => section.mark === null);
    if (plain.length === formula.declared) proposals.push(fromSections(text, formula, plain));
  }
  return proposals;
}

function fromSections(text: string, formula: Formula, sections: readonly Section[]): Proposal {
  const members = sections.map(({ heading, span }) =>
    createMember(keyWordOf(text, heading, formula), createSpan(heading.start, span.end), null),
  );
  return createProposal('headings', members, members[0]!.label.start - formula.span.end);
}

/** The quoted word of a heading that shows the head (做好“加法), else the heading up to its colon (加法：加设计). */
function keyWordOf(text: string, heading: Span, formula: Formula): Span {
  for (const word of quotedWords(text, heading)) {
    const wording = text.slice(word.start, word.end);
    if (headAgreement(wording, formula.groups[0]?.head ?? null) >= LEAST_HEADING) return word;
    if (formula.shape === 'labels' && formula.labels.some((label) => wording.startsWith(label))) return word;
  }
  const stop = findOutside(text, heading.start, heading.end, HEADING_STOP);
  // 入院时：问病史，答流程: the pair is told behind the colon.
  const behind = createSpan(Math.min(stop + 1, heading.end), heading.end);
  if (formula.pattern === 'paired' && meanHeadAgreement(text, formula, [behind]) > 0) return behind;
  return stop - heading.start >= 2 ? createSpan(heading.start, stop) : heading;
}

/** Indexes of exactly as many spans as declared, each of which shows the head (or its label, in order); null where there are more or fewer. */
function selectBearing(text: string, formula: Formula, spans: readonly Span[]): number[] | null {
  const chosen: number[] = [];
  for (const [i, span] of spans.entries()) {
    const wording = text.slice(span.start, span.end);
    if (formula.shape === 'labels') {
      const label = formula.labels[chosen.length];
      if (label !== undefined && bearsLabel(text, span, label)) chosen.push(i);
    } else if (formula.pattern !== 'compound' && headAgreement(wording, formula.groups[0]!.head) >= LEAST_HEADING) {
      chosen.push(i);
    }
  }
  return chosen.length === formula.declared ? chosen : null;
}

/** A heading bears a label that it begins with, or that opens a quoted word in it. */
function bearsLabel(text: string, span: Span, label: string): boolean {
  if (labelAgreement(text.slice(span.start, span.end), label) === 1) return true;
  return quotedWords(text, span).some((word) => text.startsWith(label, word.start));
}

/** Openings of the paragraphs below: as many in a row as declared, that show the head, the labels, or are all the section holds. */
export function proposeParagraphs(context: ArticleContext, formula: Formula): Proposal[] {
  const { text, paragraphs } = context;
  const n = formula.declared;
  const at = paragraphIndexAt(paragraphs, formula.span.start);
  const inLead = isInLead(context, formula.span);
  const holder = context.holders.innermost(formula.span.start);
  const proposals: Proposal[] = [];
  const reach = inLead ? 12 : PARAGRAPH_REACH;
  for (let first = at + 1; first <= at + reach && first + n <= paragraphs.length; first++) {
    const group = paragraphs.slice(first, first + n);
    // What the title or the lead names is told below any heading.
    if (!inLead && holder !== null && group[0]!.span.start >= holder.span.end) break;
    const labels = withoutSharedVerb(
      text,
      formula,
      group.map((paragraph) => openingOf(text, paragraph, formula.pattern === 'paired' ? SENTENCE_STOP : CLAUSE_STOP)),
    );
    // Paragraphs that marks number are members of their list.
    if (labels.some(({ start, end }) => holdsMarks(context.markStarts, [createSpan(start, Math.min(end, start + 1))])))
      break;
    const told = isCharacterCount(formula)
      ? labels.flatMap((label) => toldCharacter(text, label.start) ?? quotedCharacter(text, label) ?? [])
      : [];
    if (told.length === n) {
      const members = told.map((label, i) => createMember(label, group[i]!.span, null));
      return [createProposal('paragraphs', members, group[0]!.span.start - formula.span.end)];
    }
    const bearing = labels.every((label, i) => bearsMember(text, formula, label, i));
    const next = paragraphs[first + n];
    const fills =
      first === at + 1 &&
      holder !== null &&
      formula.span.start <= holder.wordingEnd &&
      (next === undefined || next.span.start >= holder.span.end);
    const defines =
      first === at + 1 &&
      areTerms(text, labels) &&
      (next === undefined || !areTerms(text, [openingOf(text, next, CLAUSE_STOP)]));
    if (!bearing && !fills && !defines) continue;
    const members = group.map(({ span }, i) => createMember(keyWordOf(text, labels[i]!, formula), span, null));
    proposals.push(createProposal('paragraphs', members, group[0]!.span.start - formula.span.end));
    if (bearing) break;
  }
  return proposals;
}

/** 做加法 … 做减法 …: the verb that every opening begins with stands before the label. */
function withoutSharedVerb(text: string, formula: Formula, openings: Span[]): Span[] {
  if (formula.shape !== 'labels') return openings;
  for (let length = 1; length <= 2; length++) {
    const verb = text.slice(openings[0]!.start, openings[0]!.start + length);
    const shared = openings.every(({ start, end }) => end - start > length && text.startsWith(verb, start));
    if (shared && openings.every(({ start }, i) => text.startsWith(formula.labels[i] ?? '', start + length))) {
      return openings.map(({ start, end }) => createSpan(start + length, end));
    }
  }
  return openings;
}

/** 看：…⏎听：…⏎闻：…: short openings that a colon parts from what they are. */
function areTerms(text: string, labels: readonly Span[]): boolean {
  return labels.every(({ start, end }) => end - start <= MAX_TERM && (flagsAt(text, end) & COLON) !== 0);
}

const MAX_TERM = 6;

function bearsMember(text: string, formula: Formula, label: Span, i: number): boolean {
  const wording = text.slice(label.start, label.end);
  if (formula.shape === 'labels') return bearsLabel(text, label, formula.labels[i] ?? '');
  if (formula.pattern === 'compound') return false;
  if (formula.pattern === 'paired') return meanHeadAgreement(text, formula, [label]) >= 0.7;
  return headAgreement(wording, formula.groups[0]!.head) >= 0.8;
}

/** Longer quotes are what somebody says. */
const MAX_QUOTED_WORD = 10;

/** The first clause of a paragraph, or its first sentence (诉前请人调，防的是小事拖大 carries both heads of a pair). */
function openingOf(text: string, { span }: Paragraph, stopFlags: number): Span {
  let start = span.start;
  // Markdown signs and bullets before the wording.
  while (start < span.end && '#*->•·●■◆★☆▲◎※| \t'.includes(text.charAt(start))) start++;
  // “腿勤嘛，就是走。…”: what is said opens with its own first clause.
  const close = flagsAt(text, start) & OPEN_QUOTE ? closeOf(text, start, span.end) : -1;
  if (close - start > MAX_QUOTED_WORD) start++;
  const stop = findOutside(text, start, span.end, stopFlags);
  return createSpan(start, stop > start ? stop : span.end);
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
