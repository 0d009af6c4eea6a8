import type { Span } from '../../model/span.js';
import { type ArticleContext, isInHeading, isInLead, paragraphAt } from './article-context.js';
import type { Formula } from './formula.js';
import { createMember, createProposal, type Proposal } from './member-draft.js';
import { proposeHeadings } from './propose-headings.js';
import { proposeParagraphs } from './propose-paragraphs.js';
import { proposeSteps } from './propose-steps.js';
import { quotedWords } from './quoted-words.js';

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
