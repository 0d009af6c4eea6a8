import { CLAUSE_STOP, findOutside } from '../../language/clauses.js';
import { createSpan, lowerBound, type Span, spanContains } from '../../model/span.js';
import { type ArticleContext, isInLead } from './article-context.js';
import { type Formula, formulaAt } from './formula.js';

/** So many headings below the name are looked at. */
const HEADINGS = 150;
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
  const rows: Span[][] = [];
  for (const level of new Set(below.map((section) => section.level))) {
    const row = below.filter((section) => section.level === level);
    for (let i = 0; i + groups.length <= row.length; i++) {
      const window = row.slice(i, i + groups.length);
      if (window.every(({ heading }, k) => openingOf(text, heading).includes(groups[k]!.head ?? ' ')))
        rows.push(window.map((section) => section.span));
    }
  }
  return rows.length === 1 ? rows[0]! : null;
}

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
