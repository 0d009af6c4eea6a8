import type { Diagnostic } from '../model/diagnostic.js';
import type { Script } from '../model/document.js';
import type { Extraction } from '../model/extraction.js';
import type { FormulaGroup, Framework, FrameworkMember, Mention, Outcome, Pattern } from '../model/framework.js';
import { type ExplanationRecord, roundConfidence, toExplanationRecord } from './explanation-record.js';
import { createGrounding, type Grounding } from './grounding.js';
import type { PositionRecord } from './text-positions.js';

/** One member as results show it. Positions are code points of the source text. */
export interface ItemRecord {
  readonly index: number;
  readonly label: string;
  readonly pair: string | null;
  readonly span: PositionRecord;
  readonly quote: string;
  readonly body: PositionRecord | null;
  /** The source text of `body`; only on request. */
  readonly text?: string | null;
  readonly framework: string | null;
}

/** A figure that tells what a practice brought. */
export interface OutcomeRecord {
  readonly text: string;
  readonly value: number;
  readonly unit: string;
  readonly approximate: boolean;
  readonly span: PositionRecord;
  readonly quote: string;
}

export interface FrameworkRecord {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly pattern: Pattern;
  readonly groups: readonly FormulaGroup[];
  readonly declared: number;
  readonly found: number;
  readonly complete: boolean;
  readonly confidence: number;
  readonly holder: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly article: number | null;
  readonly parent: string | null;
  /** Id of the practice across documents; only with links. */
  readonly cluster?: string;
  /** Only where there are any. */
  readonly aliases?: readonly string[];
  readonly span: PositionRecord;
  readonly quote: string;
  readonly occurrences: readonly PositionRecord[];
  readonly items: readonly ItemRecord[];
  readonly outcomes: readonly OutcomeRecord[];
}

export interface MentionRecord {
  readonly name: string;
  readonly groups: readonly FormulaGroup[];
  readonly occurrences: readonly PositionRecord[];
}

export interface ArticleRecord {
  readonly index: number;
  readonly heading: string;
  readonly span: PositionRecord;
  /** Id of the first document that holds it, or null; only with links. */
  readonly reprintOf?: string | null;
}

/** Everything found in one document, as JSON shows it: an element of `documents`, or a line of JSON lines. */
export interface ExtractionRecord {
  readonly id: string;
  readonly path: string | null;
  readonly format: string;
  readonly encoding: string;
  readonly script: Script;
  readonly sha256: string;
  readonly length: number;
  readonly title: string | null;
  readonly date: string | null;
  /** Id of the first document with the same report, or null; only with links. */
  readonly reprintOf?: string | null;
  readonly articles: readonly ArticleRecord[];
  readonly frameworks: readonly FrameworkRecord[];
  readonly mentions: readonly MentionRecord[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  /** Only on request. */
  readonly explanation?: ExplanationRecord;
}

export interface ExtractionRecordOptions {
  /** Adds the text of each member's body. */
  readonly withText?: boolean;
}

export function toExtractionRecord(extraction: Extraction, options: ExtractionRecordOptions = {}): ExtractionRecord {
  const { document, explanation } = extraction;
  const { source, script } = document;
  const ground = createGrounding(document);
  const { id, path, format, encoding, sha256 } = source;
  return {
    id,
    path,
    format,
    encoding,
    script,
    sha256,
    length: ground.length,
    title: extraction.title,
    date: extraction.date,
    articles: extraction.articles.map(({ index, heading, span }) => ({ index, heading, span: ground.locate(span) })),
    frameworks: extraction.frameworks.map((framework) =>
      toFrameworkRecord(framework, ground, options.withText === true),
    ),
    mentions: extraction.mentions.map((mention) => toMentionRecord(mention, ground)),
    warnings: listWarnings(extraction.diagnostics),
    ...(explanation && { explanation: toExplanationRecord(explanation, ground) }),
  };
}

function toFrameworkRecord(framework: Framework, ground: Grounding, withText: boolean): FrameworkRecord {
  const { id, name, category, pattern, declared, complete, holder, article, parent, aliases, span } = framework;
  const { place, date } = framework;
  return {
    id,
    name,
    category,
    pattern,
    groups: framework.groups.map(toGroupRecord),
    declared,
    found: framework.members.length,
    complete,
    confidence: roundConfidence(framework.confidence),
    holder,
    place,
    date,
    article,
    parent,
    ...(aliases.length > 0 ? { aliases } : {}),
    span: ground.locate(span),
    quote: ground.quote(span),
    occurrences: framework.occurrences.map(ground.locate),
    items: framework.members.map((member) => toItemRecord(member, ground, withText)),
    outcomes: framework.outcomes.map((outcome) => toOutcomeRecord(outcome, ground)),
  };
}

function toItemRecord(member: FrameworkMember, ground: Grounding, withText: boolean): ItemRecord {
  const { index, label, pair, span, body, framework } = member;
  return {
    index,
    label,
    pair,
    span: ground.locate(span),
    quote: ground.quote(span),
    body: body === null ? null : ground.locate(body),
    ...(withText ? { text: body === null ? null : ground.quote(body) } : {}),
    framework,
  };
}

function toOutcomeRecord({ text, value, unit, approximate, span }: Outcome, ground: Grounding): OutcomeRecord {
  return { text, value, unit, approximate, span: ground.locate(span), quote: ground.quote(span) };
}

function toMentionRecord({ name, groups, occurrences }: Mention, ground: Grounding): MentionRecord {
  return { name, groups: groups.map(toGroupRecord), occurrences: occurrences.map(ground.locate) };
}

function toGroupRecord({ count, head }: FormulaGroup): FormulaGroup {
  return { count, head };
}

/** What the user should know; notes for developers (`info`) stay out. */
function listWarnings(diagnostics: readonly Diagnostic[]): { code: string; message: string }[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.severity !== 'info')
    .map(({ code, message }) => ({ code, message }));
}
