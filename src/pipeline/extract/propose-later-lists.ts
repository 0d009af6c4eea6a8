import { createSpan, type Span } from '../../model/span.js';
import { type ArticleContext, paragraphIndexAt } from './article-context.js';
import { fitElements } from './fit-elements.js';
import type { Formula } from './formula.js';
import { headAgreement, isCharacterCount } from './head-agreement.js';
import { bare, createProposal, type Proposal } from './member-draft.js';
import { findRuns } from './split-list.js';

/** So many paragraphs below the name's are looked at, and no further than so many code units. */
const PARAGRAPHS = 3;
const REACH = 400;

/**
 * “三查查什么？” below “三查”: “查出租屋、查网吧、查仓库。” A list in one of the next paragraphs, of just as many elements as promised, each of which
 * begins, or each of which ends, with the head.
 */
export function proposeLaterLists(context: ArticleContext, formula: Formula): Proposal[] {
  const { text, paragraphs, span } = context;
  if (isCharacterCount(formula)) return proposeLaterCharacters(context, formula);
  const head = wordOf(formula);
  const n = formula.declared;
  if (formula.pattern !== 'counted' || head === '' || n < 2 || n > 20) return [];
  const at = paragraphIndexAt(paragraphs, formula.span.start);
  const limit = Math.min(span.end, formula.span.end + REACH);
  const proposals: Proposal[] = [];
  for (const paragraph of paragraphs.slice(at + 1, at + 1 + PARAGRAPHS)) {
    if (paragraph.span.start >= limit) break;
    const stretch = createSpan(paragraph.span.start, Math.min(paragraph.span.end, limit));
    if (!holdsOften(text, stretch, head, n)) continue;
    for (const run of findRuns(text, stretch.start, stretch.end, n)) {
      if (run.separator === 'sentence' || run.elements.length !== n) continue;
      const elements = fitElements(text, run, n, 'after');
      if (elements === null || !shareEdge(text, elements, head)) continue;
      const parting = { separator: run.separator, whole: true, enclosed: run.enclosed };
      proposals.push(createProposal('later', elements.map(bare), elements[0]!.start - formula.span.end, parting));
    }
  }
  return proposals;
}

/** 听、辨、算、劝。 below “四字诀”: single characters, as many as it counts. */
function proposeLaterCharacters({ text, paragraphs, span }: ArticleContext, formula: Formula): Proposal[] {
  const at = paragraphIndexAt(paragraphs, formula.span.start);
  const limit = Math.min(span.end, formula.span.end + REACH);
  for (const { span: below } of paragraphs.slice(at + 1, at + 1 + PARAGRAPHS)) {
    if (below.start >= limit) break;
    for (const { elements, separator, enclosed } of findRuns(
      text,
      below.start,
      Math.min(below.end, limit),
      formula.declared,
    )) {
      if (elements.length !== formula.declared || elements.some(({ start, end }) => end - start !== 1)) continue;
      const parting = { separator, whole: true, enclosed };
      return [createProposal('later', elements.map(bare), elements[0]!.start - formula.span.end, parting)];
    }
  }
  return [];
}

/** 红色，…；黄色，… of 四色楼栋: where the measure word counts itself, it is what the members show. */
function wordOf({ groups, classifier }: Formula): string {
  const head = groups[0]?.head ?? '';
  return classifier !== null && head.startsWith(classifier) ? classifier : head;
}

function holdsOften(text: string, { start, end }: Span, head: string, times: number): boolean {
  let found = 0;
  for (let at = text.indexOf(head, start); at >= 0 && at < end; at = text.indexOf(head, at + head.length)) found++;
  return found >= times;
}

function shareEdge(text: string, elements: readonly Span[], head: string): boolean {
  const wordings = elements.map(({ start, end }) => text.slice(start, end));
  const begins = wordings.every((wording) => wording.startsWith(head) && wording.length > head.length);
  const ends = wordings.every((wording) => wording.endsWith(head) && wording.length > head.length);
  return (begins || ends) && wordings.every((wording) => headAgreement(wording, head) === 1);
}
