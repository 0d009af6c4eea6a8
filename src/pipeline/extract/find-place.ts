import { CLAUSE_END, flagsAt, NEWLINE, SENTENCE_END } from '../../language/characters.js';
import type { Span } from '../../model/span.js';
import type { ArticleContext } from './article-context.js';
import { type PlaceChain, readPlaceChain } from './place-chain.js';

/** A longer chain is none. */
const MAX_CHAIN = 60;
/** The title block and the paragraph below it. */
const LEAD_PARAGRAPHS = 4;
const LEAD_LENGTH = 400;
/** Words before a place that are none of it. */
const BEFORE =
  /^(?:(?:中国共产党|中国|中共|国家|国网|近日|日前|近年来|自|在|位于|地处|来自|——|—|--|-|[“"「《(（【\s]){1,4})/u;
/** xx县, ××区, 某市 */
const HIDDEN = /[×○＊*某]|[xX]{2}/u;

/**
 * Where the practices of an article are carried out, in the fullest form that the report gives: the place that the holder's name begins with, else
 * the one that the title begins with, else one that clauses of the lead begin with. Null where it names none, hides it (某县, ××区), or several
 * that do not belong together.
 */
export function findPlace(context: ArticleContext, holder: string | null): string | null {
  const { text, title } = context;
  const heading = title === null ? '' : text.slice(title.start, title.end);
  const lead = leadChains(context);
  const told = (holder === null ? null : readChain(holder)) ?? readChain(heading);
  if (told !== null) return nameOf(fullest(told, lead));
  if (HIDDEN.test(heading) || HIDDEN.test(holder ?? '')) return null;
  const longest = [...lead].sort((a, b) => b.length - a.length)[0];
  if (longest === undefined || !lead.every((chain) => belongs(chain, longest))) return null;
  return longest.length > 1 || isRepeated(context, nameOf(longest)) ? nameOf(longest) : null;
}

/** Whether a holder's name tells where it practises: 石桥镇党委. */
export function beginsWithPlace(holder: string | null): boolean {
  return holder !== null && readChain(holder) !== null;
}

function nameOf(chain: PlaceChain): string {
  return chain.map(({ name }) => name).join('');
}

/** 柳河县 and 石桥镇 are told by 柳河县石桥镇. */
function belongs(part: PlaceChain, full: PlaceChain): boolean {
  return part.every(({ name }) => full.some((other) => other.name === name));
}

/** The longest of the chains that end with the same parts. */
function fullest(chain: PlaceChain, others: readonly PlaceChain[]): PlaceChain {
  const sameEnd = (other: PlaceChain) => chain.every(({ name }, i) => other.at(i - chain.length)?.name === name);
  return others.reduce((best, other) => (other.length > best.length && sameEnd(other) ? other : best), chain);
}

/** A single place of the lead may be passed through; one that comes up again is what the report is about. */
function isRepeated({ text, span }: ArticleContext, name: string): boolean {
  const first = text.indexOf(name, span.start);
  const second = text.slice(first + name.length, span.end).indexOf(name);
  return first >= 0 && second >= 0;
}

/** The places that clauses of the lead begin with, in order. */
function leadChains({ text, paragraphs }: ArticleContext): PlaceChain[] {
  const chains: PlaceChain[] = [];
  for (const { span } of paragraphs.slice(0, LEAD_PARAGRAPHS)) {
    const limit = Math.min(span.end, span.start + LEAD_LENGTH);
    for (let i = span.start; i < limit; i++) {
      const opens = i === span.start || (flagsAt(text, i - 1) & (CLAUSE_END | SENTENCE_END | NEWLINE)) !== 0;
      const chain = opens ? chainAt(text, { start: i, end: limit }) : null;
      if (chain !== null) chains.push(chain);
    }
  }
  return chains;
}

function chainAt(text: string, { start, end }: Span): PlaceChain | null {
  return readChain(text.slice(start, Math.min(end, start + MAX_CHAIN)));
}

/** The chain of places that a wording begins with, once the words before it are left out, or null. */
function readChain(raw: string): PlaceChain | null {
  const wording = raw.replace(BEFORE, '');
  return readPlaceChain(wording, { start: 0, end: wording.length });
}
