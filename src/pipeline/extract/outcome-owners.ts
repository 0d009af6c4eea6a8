import { lowerBound, type Span, spanContains } from '../../model/span.js';
import { type ArticleContext, isInLead } from './article-context.js';
import { type FrameworkDraft, isNamedPractice } from './framework-draft.js';
import { Nesting } from './nesting.js';
import type { ToldOutcome } from './read-outcomes.js';

/** A stretch that belongs to a framework: its name, the wording of a member, or where a member is carried out. */
interface Holding {
  readonly span: Span;
  readonly draft: FrameworkDraft;
}

/** The lead reaches no further, also where a report has no sections. */
const LEAD_PARAGRAPHS = 5;
/** An article this short is about the only framework it has. */
const SHORT_ARTICLE = 1200;

/** Whose outcome a figure tells. Where nothing decides, nobody's. */
export class OutcomeOwners {
  readonly #context: ArticleContext;
  readonly #drafts: readonly FrameworkDraft[];
  /** Made when first asked for: many articles tell no figures. */
  #madeBodies: Nesting<Holding> | null = null;
  #madeWordings: Nesting<Holding> | null = null;
  #asked: { sentence: Span | null; named: FrameworkDraft | null } = { sentence: null, named: null };
  /** In order of place. */
  readonly #names: readonly Holding[];
  /** The framework that the whole article is about, or null. */
  readonly #main: FrameworkDraft | null;

  constructor(context: ArticleContext, drafts: readonly FrameworkDraft[]) {
    this.#context = context;
    this.#drafts = drafts;
    this.#names = drafts
      .flatMap((draft) => placesOf(draft).map((span) => ({ span, draft })))
      .sort((a, b) => a.span.start - b.span.start);
    this.#main = this.#findMain(drafts);
  }

  get #bodies(): Nesting<Holding> {
    this.#madeBodies ??= new Nesting(
      this.#drafts.flatMap((draft) =>
        draft.members.flatMap(({ body }) => (body === null ? [] : [{ span: body, draft }])),
      ),
    );
    return this.#madeBodies;
  }

  get #wordings(): Nesting<Holding> {
    this.#madeWordings ??= new Nesting(
      this.#drafts.flatMap((draft) => {
        return [...draft.members.map(({ span }) => span), ...placesOf(draft)].map((span) => ({ span, draft }));
      }),
    );
    return this.#madeWordings;
  }

  /** Whether any figure of a paragraph could belong to a framework. */
  mayOwn(paragraph: Span): boolean {
    return (
      this.#main !== null ||
      lowerBound(this.#names, paragraph.end) > lowerBound(this.#names, paragraph.start) ||
      this.hasBodyIn(paragraph)
    );
  }

  /** Whether a member is carried out in some part of a paragraph. */
  hasBodyIn(paragraph: Span): boolean {
    return this.#bodies.meets(paragraph);
  }

  ownerOf({ figure, sentence }: ToldOutcome, inResults: boolean): FrameworkDraft | null {
    const body = this.#bodies.innermost(figure)?.draft ?? null;
    const owner = inResults
      ? (this.#namedIn(sentence) ?? body ?? this.#main)
      : body !== null && isNamedPractice(this.#context.text, body)
        ? body
        : null;
    // What a framework is called, and what it demands (满意率达到95%), are no results.
    return owner !== null && this.#wordings.innermost(figure) === null ? owner : null;
  }

  /** The framework that a sentence names; asked for every figure of a sentence in turn. */
  #namedIn(sentence: Span): FrameworkDraft | null {
    if (sentence !== this.#asked.sentence) this.#asked = { sentence, named: this.#findNamed(sentence) };
    return this.#asked.named;
  }

  /** The framework that stands in a sentence alone or with its parts. */
  #findNamed(sentence: Span): FrameworkDraft | null {
    const named = new Set<FrameworkDraft>();
    for (let i = lowerBound(this.#names, sentence.start); i < this.#names.length; i++) {
      const { span, draft } = this.#names[i]!;
      if (span.start >= sentence.end) break;
      named.add(draft);
    }
    const roots = [...named].filter((draft) => draft.parent === null || !named.has(draft.parent));
    const root = onlyOne(roots);
    // “三农” may be no more than what a sentence is about.
    const practice = root !== null && (root === this.#main || root.category !== null || root.groups.length > 1);
    return practice && !root.list ? root : null;
  }

  /** The one in the title, else the one in the lead, else the only one of an article that is taken up by it. */
  #findMain(drafts: readonly FrameworkDraft[]): FrameworkDraft | null {
    const { text, title } = this.#context;
    const tops = drafts.filter((draft) => draft.parent === null && isNamedPractice(text, draft));
    const titled =
      title === null ? [] : tops.filter((draft) => placesOf(draft).some((span) => spanContains(title, span)));
    if (titled.length > 0) return onlyOne(titled);
    const lead = tops.filter((draft) => placesOf(draft).some((span) => this.#isInLead(span)));
    if (lead.length > 0) return onlyOne(lead.filter((draft) => this.#fills(draft)));
    return tops.length === 1 && this.#fills(tops[0]!) ? tops[0]! : null;
  }

  #isInLead(span: Span): boolean {
    const last = this.#context.paragraphs[LEAD_PARAGRAPHS - 1];
    return isInLead(this.#context, span) && (last === undefined || span.start < last.span.end);
  }

  /** Whether a framework takes up the article: a third of it, or all there is of a short one. */
  #fills(draft: FrameworkDraft): boolean {
    const { start, end } = this.#context.span;
    const from = Math.min(draft.span.start, draft.members[0]!.span.start);
    const to = Math.max(draft.span.end, ...draft.members.map(({ span, body }) => body?.end ?? span.end));
    return end - start <= SHORT_ARTICLE || (to - from) * 3 >= end - start;
  }
}

function placesOf({ span, occurrences }: FrameworkDraft): Span[] {
  return [span, ...occurrences];
}

function onlyOne<T>(items: readonly T[]): T | null {
  return items.length === 1 ? items[0]! : null;
}
