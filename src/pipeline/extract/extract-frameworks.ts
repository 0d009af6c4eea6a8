import type { NormalizedDocument } from '../../model/document.js';
import type { ExtractedArticle, Extraction } from '../../model/extraction.js';
import type { Framework } from '../../model/framework.js';
import type { Outline } from '../../model/outline.js';
import { type ArticleContext, listContexts } from './article-context.js';
import { composeFrameworks, type FrameworkDraft } from './compose.js';
import { findFormulas } from './find-formulas.js';
import { findHolder } from './find-holder.js';
import { findMentions } from './find-mentions.js';
import type { Formula } from './formula.js';
import { keyOf, linkFrameworks } from './link-frameworks.js';

/**
 * Finds the numbered frameworks of a document, article by article: which formulas stand there, which enumerations, which belong together,
 * and how they compose. Spans refer to the normalized text.
 */
export function extractFrameworks(document: NormalizedDocument, outline: Outline): Omit<Extraction, 'document'> {
  const { text } = document;
  const drafts: FrameworkDraft[] = [];
  const formulas: Formula[] = [];
  const keys = new Set<string>();
  for (const part of listContexts(text, outline)) {
    const found = findFormulas(text, part.span.start, part.span.end);
    if (found.length === 0) continue;
    const context: ArticleContext = { ...part, formulas: found };
    const { links } = linkFrameworks(context);
    formulas.push(...found);
    if (links.length > 0) drafts.push(...composeFrameworks(context, links, findHolder(context)));
    for (const { entry, candidate } of links) {
      keys.add(entry.key);
      keys.add(keyOf(candidate.formula));
    }
  }
  return {
    title: outline.title === null ? null : text.slice(outline.title.start, outline.title.end),
    articles: outline.articles.map((article): ExtractedArticle => {
      return {
        index: article.index,
        heading: text.slice(article.heading.start, article.heading.end),
        span: article.span,
      };
    }),
    frameworks: toFrameworks(drafts),
    mentions: findMentions(formulas, keys),
    diagnostics: [],
  };
}

/** Gives ids in order of place and turns references into ids. */
function toFrameworks(drafts: readonly FrameworkDraft[]): Framework[] {
  const ids = new Map(drafts.map((draft, i) => [draft, String(i + 1)]));
  return drafts.map(({ parent, opens, members, list: _list, ...draft }, index) => ({
    ...draft,
    id: String(index + 1),
    parent: parent === null ? null : ids.get(parent)!,
    members: members.map((member, i) => ({ ...member, framework: opens[i] == null ? null : ids.get(opens[i])! })),
  }));
}
