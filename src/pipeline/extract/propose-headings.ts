import { findOutside, HEADING_STOP } from '../../language/clauses.js';
import type { Section } from '../../model/outline.js';
import { createSpan, lowerBound, type Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import type { Formula } from './formula.js';
import { headAgreement, labelAgreement, meanHeadAgreement } from './head-agreement.js';
import { createMember, createProposal, type Proposal } from './member-draft.js';
import { quotedWords } from './quoted-words.js';

/** So many headings below the name are looked at. */
const HEADINGS = 200;
/** “法治尺”，量的是底线 of 三把尺子: headings may show the head by its first character. */
const LEAST_HEADING = 0.7;

/** Headings without numbers, as many as declared, or those of them that show the head or label. */
export function proposeHeadings(context: ArticleContext, formula: Formula): Proposal[] {
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
export function keyWordOf(text: string, heading: Span, formula: Formula): Span {
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
  const left = [...formula.labels];
  for (const [i, span] of spans.entries()) {
    const wording = text.slice(span.start, span.end);
    if (formula.shape === 'labels') {
      const at = left.findIndex((label) => bearsLabel(text, span, label));
      if (at < 0) continue;
      left.splice(at, 1);
      chosen.push(i);
    } else if (formula.pattern !== 'compound' && headAgreement(wording, formula.groups[0]!.head) >= LEAST_HEADING) {
      chosen.push(i);
    }
  }
  return chosen.length === formula.declared ? chosen : null;
}

/** A heading bears a label that it begins with, or that opens a quoted word in it. */
export function bearsLabel(text: string, span: Span, label: string): boolean {
  if (labelAgreement(text.slice(span.start, span.end), label) === 1) return true;
  return quotedWords(text, span).some((word) => text.startsWith(label, word.start));
}
