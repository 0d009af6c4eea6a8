import { createSpan, lowerBound, type Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import { type Candidate, createMember, type MemberDraft } from './member-draft.js';
import { compactName } from './read-name.js';

/** The wording that opens a section or paragraph, and what stands below it. */
interface Opening {
  readonly span: Span;
  readonly body: Span;
  readonly heading: boolean;
  /** Without signs and blanks; made when first asked for. */
  wording: string | null;
}

/** A member's own section is sought in so many openings after the one before. */
const REACH = 40;
const OPENING_LENGTH = 30;

/** The headings and first clauses of an article: where members given in running text are carried out. */
export class Openings {
  readonly #text: string;
  readonly #openings: readonly Opening[];

  constructor({ text, sections, paragraphs }: ArticleContext) {
    this.#text = text;
    const headed = new Set(sections.map(({ span }) => span.start));
    const openings = sections.map(({ heading, span }): Opening => {
      return { span: heading, body: createSpan(heading.start, span.end), heading: true, wording: null };
    });
    for (const { span } of paragraphs) {
      if (!headed.has(span.start)) openings.push({ span, body: span, heading: false, wording: null });
    }
    this.#openings = openings.sort((a, b) => a.span.start - b.span.start);
  }

  /**
   * Members given inline may stand again as headings or openings below; the body of a member is what stands there. At least half of them
   * must be found, in order; else they keep none.
   */
  placeBodies({ members, formula }: Candidate): readonly MemberDraft[] {
    if (members.some((member) => member.body !== null)) return members;
    const after = Math.max(formula.span.end, members.at(-1)!.label.end);
    let from = lowerBound(this.#openings, after);
    let missed = 0;
    const bodies: (Span | null)[] = [];
    for (const member of members) {
      const at = this.#find(member, from);
      bodies.push(at < 0 ? null : this.#openings[at]!.body);
      if (at >= 0) from = at + 1;
      else if (++missed * 2 > members.length) return members;
    }
    return members.map(({ label, pair }, i) => createMember(label, bodies[i] ?? null, pair));
  }

  #find({ label, pair }: MemberDraft, from: number): number {
    const key = this.#wordingOf(label);
    const pairKey = pair === null ? '' : this.#wordingOf(pair);
    if (key === '') return -1;
    const limit = Math.min(this.#openings.length, from + REACH);
    for (let i = from; i < limit; i++) if (bears(this.#wordingAt(i), key, pairKey)) return i;
    return -1;
  }

  #wordingOf({ start, end }: Span): string {
    const wording = this.#text.slice(start, end);
    return compactName(wording) || wording;
  }

  #wordingAt(index: number): string {
    const opening = this.#openings[index]!;
    if (opening.wording !== null) return opening.wording;
    const { start, end } = opening.span;
    const raw = this.#text.slice(start, opening.heading ? end : Math.min(end, start + OPENING_LENGTH));
    opening.wording = compactName(opening.heading ? raw : raw.split(/[。！？]/u)[0]!);
    return opening.wording;
  }
}

function bears(wording: string, key: string, pairKey: string): boolean {
  if (key.length === 1) return wording.startsWith(key);
  return wording.includes(key) || (pairKey !== '' && wording.includes(key.slice(0, 2)) && wording.includes(pairKey));
}
