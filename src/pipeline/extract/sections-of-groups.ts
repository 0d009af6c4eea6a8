import { CLAUSE_STOP, findOutside } from '../../language/clauses.js';
import type { Section } from '../../model/outline.js';
import { createSpan, lowerBound, type Span, spanContains } from '../../model/span.js';
import { type ArticleContext, isInLead } from './article-context.js';
import { type Formula, formulaAt } from './formula.js';

/** So many headings, and paragraphs that might be some, are looked at below the name. */
const HEADINGS = 150;
const PARAGRAPHS_BELOW = 300;
/** The members of a group stand in the first paragraphs of its section. */
const PARAGRAPHS = 6;

/**
 * Where each group of a compound that the title or the lead names is carried out: the only row of sections of one level whose headings show the
 * heads of the groups, one each (抓早 … 抓全 … 抓延伸 of 三早两全一延伸). Null where there is none.
 */
export function sectionsOfGroups(context: ArticleContext, formula: Formula): Span[] | null {
  const { text, sections } = context;
  const { groups, shape, span } = formula;
  if (shape !== 'groups' || groups.length < 2 || !isInLead(context, span)) return null;
  const first = lowerBound(sections, span.end);
  const below = sections.slice(first, first + HEADINGS).filter(({ heading }) => heading.start > span.end);
  const levels: Headed[][] = [...new Set(below.map(({ level }) => level))].map((level) =>
    below.filter((section) => section.level === level),
  );
  const rows: Span[][] = [];
  for (const row of [...levels, signedParagraphs(context, span.end)]) {
    for (let i = 0; i + groups.length <= row.length; i++) {
      const window = row.slice(i, i + groups.length);
      if (window.every(({ heading }, k) => openingOf(text, heading).includes(groups[k]!.head ?? ' ')))
        rows.push(window.map((section) => section.span));
    }
  }
  return rows.length === 1 ? rows[0]! : null;
}

/** What is told under a heading. */
type Headed = Pick<Section, 'heading' | 'span'>;

/** ▲亮出来，让党员看得见: paragraphs that a sign opens head what stands between them. */
function signedParagraphs({ text, paragraphs, span }: ArticleContext, from: number): Headed[] {
  const first = lowerBound(paragraphs, from);
  const signed = paragraphs
    .slice(first, first + PARAGRAPHS_BELOW)
    .filter(({ span: { start } }) => SIGNS.includes(text.charAt(start)));
  return signed.map((paragraph, i) => ({
    heading: createSpan(paragraph.span.start + 1, paragraph.span.end),
    span: createSpan(paragraph.span.start, signed[i + 1]?.span.start ?? span.end),
  }));
}

const SIGNS = '▲△●○■□◆◇★☆◎';

/** The first clause of a heading. */
function openingOf(text: string, { start, end }: Span): string {
  return text.slice(start, findOutside(text, start, end, CLAUSE_STOP));
}

/** A group as if it were named at the head of each of the first paragraphs of its section. */
export function placesInSection({ paragraphs }: ArticleContext, group: Formula, section: Span): Formula[] {
  const first = lowerBound(paragraphs, section.start);
  return paragraphs
    .slice(first, first + PARAGRAPHS)
    .filter(({ span }) => spanContains(section, span))
    .map(({ span }) => {
      const place = createSpan(span.start, span.start);
      return formulaAt(group, { ...group, span: place, nameSpan: place });
    });
}
