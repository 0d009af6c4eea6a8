import { DIGIT, flagsOf, NUMERAL } from '../../language/characters.js';
import type { Outcome } from '../../model/framework.js';
import type { Section } from '../../model/outline.js';
import type { Span } from '../../model/span.js';
import { loadOutcomeRules, type OutcomeRules } from '../../resources/outcome-rules.js';
import type { ArticleContext } from './article-context.js';
import { type FrameworkDraft, isNamedPractice } from './framework-draft.js';
import { Nesting } from './nesting.js';
import { OutcomeOwners } from './outcome-owners.js';
import { findWord, readOutcomes, type ToldOutcome } from './read-outcomes.js';

/** A paragraph says here what it is about. */
const OPENING = 8;

/** A section whose heading says what its figures are: results (三、工作成效) or intentions (四、下一步打算). */
interface TellingSection {
  readonly span: Span;
  readonly results: boolean;
}

/**
 * What the frameworks of an article brought, by framework, in order of place. A figure in the body of a member belongs to its framework;
 * one in a passage of results to the framework that its sentence names, else to the one that the article is about; else to none.
 */
export function findOutcomes(
  context: ArticleContext,
  drafts: readonly FrameworkDraft[],
): ReadonlyMap<FrameworkDraft, readonly Outcome[]> {
  const found = new Map<FrameworkDraft, Outcome[]>();
  if (!drafts.some((draft) => isNamedPractice(context.text, draft))) return found;
  const owners = new OutcomeOwners(context, drafts);
  const rules = loadOutcomeRules();
  let sections: Nesting<TellingSection> | null = null;
  for (const { span } of context.paragraphs) {
    if (!owners.mayOwn(span) || !mayTellFigures(context.text, span, rules)) continue;
    sections ??= new Nesting(context.sections.flatMap((section) => tellingSection(context.text, section, rules)));
    const passage = new Passage(context.text, span, sections, rules);
    if (!owners.hasBodyIn(span) && !passage.mayTellResults()) continue;
    for (const told of readOutcomes(context.text, span)) {
      if (passage.intends(told)) continue;
      const owner = owners.ownerOf(told, passage.tellsResults(told));
      if (owner === null) continue;
      const outcomes = found.get(owner);
      if (outcomes === undefined) found.set(owner, [told.outcome]);
      else outcomes.push(told.outcome);
    }
  }
  return found;
}

/** Whether a paragraph holds a number and a word that could tell of it. */
function mayTellFigures(text: string, { start, end }: Span, { telling }: OutcomeRules): boolean {
  let number = false;
  let word = false;
  for (let i = start; i < end && !(number && word); i++) {
    const code = text.charCodeAt(i);
    number ||= (flagsOf(code) & (DIGIT | NUMERAL)) !== 0;
    word ||= telling.mayBegin(code);
  }
  return number && word;
}

function tellingSection(text: string, { heading, span }: Section, rules: OutcomeRules): TellingSection[] {
  if (findWord(text, heading.start, heading.end, rules.ahead, rules.plain) !== null) return [{ span, results: false }];
  return findLongWord(text, heading, rules) === null ? [] : [{ span, results: true }];
}

/** The first word that opens a passage of results by itself (not 共 or 已). */
function findLongWord(text: string, { start, end }: Span, { passages }: OutcomeRules): number | null {
  for (let i = passages.firstIn(text, start, end); i < end; i = passages.firstIn(text, i + 1, end)) {
    if (passages.longestAt(text, i)!.length > 1) return i;
  }
  return null;
}

function findAnyWord(text: string, { start, end }: Span, { passages }: OutcomeRules): boolean {
  return passages.firstIn(text, start, end) < end;
}

/** A paragraph as a passage of results. */
class Passage {
  readonly #text: string;
  readonly #sections: Nesting<TellingSection>;
  readonly #rules: OutcomeRules;
  readonly #paragraph: Span;
  /** Whether it begins with what is to come (下一步,今后五年), and from where on results are told; found when first asked for. */
  #bounds: { readonly ahead: boolean; readonly opened: number | null } | null = null;

  constructor(text: string, paragraph: Span, sections: Nesting<TellingSection>, rules: OutcomeRules) {
    this.#text = text;
    this.#sections = sections;
    this.#rules = rules;
    this.#paragraph = paragraph;
  }

  #readBounds(): { readonly ahead: boolean; readonly opened: number | null } {
    const { start, end } = this.#paragraph;
    this.#bounds ??= {
      ahead: findWord(this.#text, start, Math.min(end, start + OPENING), this.#rules.ahead, this.#rules.plain) !== null,
      opened: findLongWord(this.#text, this.#paragraph, this.#rules),
    };
    return this.#bounds;
  }

  /** Whether `tellsResults` could be true of anything in it. */
  mayTellResults(): boolean {
    return this.#sections.meets(this.#paragraph) || findAnyWord(this.#text, this.#paragraph, this.#rules);
  }

  intends({ figure }: ToldOutcome): boolean {
    return this.#readBounds().ahead || this.#sections.innermost(figure)?.results === false;
  }

  tellsResults({ verb, figure }: ToldOutcome): boolean {
    const { opened } = this.#readBounds();
    if (opened !== null && opened < figure) return true;
    // 共化解, 已化解
    if (this.#rules.passages.longestAt(this.#text, verb - 1)?.length === 1) return true;
    return this.#sections.innermost(figure)?.results === true;
  }
}
