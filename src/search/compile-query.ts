import { UsageError } from '../errors.js';
import { certainOutcome } from '../pipeline/normalize/list-spellings.js';
import { listPhraseForms } from './phrase-forms.js';
import type { SearchQuery } from './query.js';

/** One pattern, or several alternatives, in the form of the text that is searched. */
export interface CompiledPattern {
  /** Phrases, of which the longest counts where several begin alike; null for expressions. */
  readonly phrases: readonly string[] | null;
  /** A regular expression that finds the same. */
  readonly expression: string;
  /** What it cannot do without: of each list one phrase. */
  readonly literals: readonly (readonly string[])[];
  readonly ignoreCase: boolean;
}

/** A query made ready to be sought. Plain data, so that it can be handed to another thread. */
export interface CompiledQuery {
  readonly query: SearchQuery;
  readonly hits: CompiledPattern;
  readonly and: readonly CompiledPattern[];
  readonly not: readonly CompiledPattern[];
  /**
   * Phrases in normalized form without which there is no hit: of each list one must stand in the normalized text. Empty where nothing is
   * known, as for some regular expressions.
   */
  readonly requiredPhrases: readonly (readonly string[])[];
  /** One of these stands wherever there is a hit, in the form of the text that is searched; null where nothing is known. */
  readonly soughtFirst: readonly string[] | null;
}

/** Longer ones are no patterns, and would cost the square of their length here and there. */
const MOST_CHARACTERS = 2000;

/** @throws UsageError for a pattern that cannot be sought */
export async function compileQuery(query: SearchQuery): Promise<CompiledQuery> {
  const hits = await compilePattern(query.patterns, query);
  const and = await Promise.all(query.and.map((pattern) => compilePattern([pattern], query)));
  const not = await Promise.all(query.not.map((pattern) => compilePattern([pattern], query)));
  const required = [hits, ...and].flatMap((pattern) => requiredBy(pattern));
  return {
    query,
    hits,
    and,
    not,
    requiredPhrases: query.exact ? required.flatMap(certainInNormalized) : required,
    soughtFirst: hits.phrases ?? required.toSorted((a, b) => a.length - b.length)[0] ?? null,
  };
}

async function compilePattern(patterns: readonly string[], query: SearchQuery): Promise<CompiledPattern> {
  const { regex, exact, ignoreCase } = query;
  for (const pattern of patterns) {
    if (exact ? pattern === '' : pattern.trim() === '')
      throw new UsageError('a pattern is empty; name what to look for');
    if (pattern.length > MOST_CHARACTERS)
      throw new UsageError(`a pattern is longer than ${MOST_CHARACTERS} characters`);
  }
  if (regex) {
    const { compileExpressions } = await import('./compile-expressions.js');
    return { phrases: null, ...compileExpressions(patterns, exact), ignoreCase };
  }
  const forms = exact ? patterns : (await Promise.all(patterns.map(listPhraseForms))).flat();
  const phrases = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return { phrases, expression: phrases.map(escapePhrase).join('|'), literals: [phrases], ignoreCase };
}

function escapePhrase(phrase: string): string {
  return phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What a pattern needs; with letters of either case nothing is known but the rest of the phrase. */
function requiredBy({ literals, ignoreCase }: CompiledPattern): readonly (readonly string[])[] {
  return ignoreCase ? literals.flatMap((list) => longestParts(list, (character) => hasOneCase(character))) : literals;
}

function hasOneCase(character: string): boolean {
  return character.toLowerCase() === character.toUpperCase();
}

/** What of phrases sought in the source is sure to stand in the normalized text: runs of characters that become the same ones everywhere. */
function certainInNormalized(list: readonly string[]): string[][] {
  return longestParts(list, (character) => outcomeOf(character) !== null).map((parts) =>
    parts.map((part) => [...part].map(outcomeOf).join('')),
  );
}

function outcomeOf(character: string): string | null {
  return /\p{Script=Han}/u.test(character) ? certainOutcome(character) : null;
}

/** Of each phrase its longest run of characters that fit; nothing where one has none. */
function longestParts(list: readonly string[], fits: (character: string) => boolean): string[][] {
  const parts = list.map((phrase) => longestRun(phrase, fits));
  return parts.includes('') ? [] : [parts];
}

function longestRun(phrase: string, fits: (character: string) => boolean): string {
  let longest = '';
  let run = '';
  for (const character of phrase) {
    run = fits(character) ? run + character : '';
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
