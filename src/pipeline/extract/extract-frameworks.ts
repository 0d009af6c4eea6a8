import type { NormalizedDocument } from '../../model/document.js';
import type { ExtractedArticle, Extraction } from '../../model/extraction.js';
import type { Framework, FrameworkMember } from '../../model/framework.js';
import type { Article, Outline } from '../../model/outline.js';
import { createContext, listStretches } from './article-context.js';
import { composeFrameworks } from './compose.js';
import { explainLinks, type LinkTrace } from './explain-links.js';
import { findCircumstances } from './find-circumstances.js';
import { dateReadingOf, findDocumentDate } from './find-document-date.js';
import { findFormulas } from './find-formulas.js';
import { findHolders } from './find-holder.js';
import { findMentions } from './find-mentions.js';
import type { Formula } from './formula.js';
import type { Circumstances, FrameworkDraft } from './framework-draft.js';
import { type Link, linkFrameworks } from './link-frameworks.js';
import type { Candidate } from './member-draft.js';

/**
 * Finds the numbered frameworks of a document, article by article: which formulas stand there, which enumerations, which belong together,
 * and how they compose. Spans refer to the normalized text.
 * @param explain adds why each name is what it is
 */
export function extractFrameworks(
  document: NormalizedDocument,
  outline: Outline,
  explain = false,
): Omit<Extraction, 'document'> {
  const { text } = document;
  const drafts: FrameworkDraft[] = [];
  const circumstances: Circumstances[] = [];
  const formulas: Formula[] = [];
  const keys = new Set<string>();
  const reading = dateReadingOf(document);
  const names = new Set<string>();
  const traces: LinkTrace[] = [];
  for (const stretch of listStretches(outline, text.length)) {
    const found = findFormulas(text, stretch.span.start, stretch.span.end);
    if (found.length === 0) continue;
    const context = createContext(text, outline, stretch, found);
    const losses = explain ? new Map<Candidate, Link>() : undefined;
    const { links, entries } = linkFrameworks(context, losses);
    if (losses !== undefined) traces.push({ context, links, entries, losses });
    for (const formula of found) formulas.push(formula);
    if (links.length > 0) {
      const holders = findHolders(context, links);
      const composed = composeFrameworks(context, links, holders);
      for (const draft of composed) drafts.push(draft);
      for (const told of findCircumstances(context, composed, holders.general, reading)) circumstances.push(told);
    }
    for (const { entry, candidate, aliases } of links) {
      keys.add(entry.key);
      keys.add(candidate.formula.key);
      for (const alias of aliases) names.add(alias);
    }
  }
  const frameworks = toFrameworks(drafts, circumstances);
  for (const { name } of frameworks) names.add(name);
  const mentions = findMentions(formulas, keys).filter(({ name }) => !names.has(name) && !isHonour(name, names));
  return {
    title: outline.title === null ? null : text.slice(outline.title.start, outline.title.end),
    date: findDocumentDate(document, outline),
    articles: outline.articles.map((article) => toArticle(text, article)),
    frameworks,
    mentions,
    diagnostics: [],
    ...(explain ? { explanation: explainLinks(traces, frameworks, mentions) } : {}),
  };
}

/** “五心之星”: who excels in “五心”. */
function isHonour(name: string, names: ReadonlySet<string>): boolean {
  const at = name.indexOf('之');
  return at > 1 && names.has(name.slice(0, at));
}

function toArticle(text: string, { index, heading, span }: Article): ExtractedArticle {
  return { index, heading: text.slice(heading.start, heading.end), span };
}

/** Gives ids in order of place and turns references into ids. */
function toFrameworks(drafts: readonly FrameworkDraft[], circumstances: readonly Circumstances[]): Framework[] {
  const ids = new Map(drafts.map((draft, i) => [draft, String(i + 1)]));
  return drafts.map(
    (draft, index): Framework => ({
      id: String(index + 1),
      name: draft.name,
      category: draft.category,
      pattern: draft.pattern,
      groups: draft.groups,
      declared: draft.declared,
      complete: draft.complete,
      confidence: draft.confidence,
      holder: draft.holder,
      place: circumstances[index]!.place,
      date: circumstances[index]!.date,
      article: draft.article,
      parent: draft.parent === null ? null : ids.get(draft.parent)!,
      aliases: draft.aliases,
      span: draft.span,
      occurrences: draft.occurrences,
      members: draft.members.map((member, i): FrameworkMember => {
        const opened = draft.opens[i] ?? null;
        return {
          index: member.index,
          label: member.label,
          pair: member.pair,
          span: member.span,
          body: member.body,
          framework: opened === null ? null : ids.get(opened)!,
        };
      }),
      outcomes: circumstances[index]!.outcomes,
    }),
  );
}
