import type { Diagnostic } from './diagnostic.js';
import type { Span } from './span.js';

/** What a reader made of one file, or of one record of a JSON lines file. */
export interface SourceDocument {
  /** The path, or the id of a JSON lines record. */
  readonly id: string;
  /** As given on the command line or found below it, with forward slashes; null for standard input. */
  readonly path: string | null;
  /** The decoded text without its byte order mark and otherwise untouched. Every source span refers to it. */
  readonly text: string;
  /** `txt`, `md`, `jsonl` … */
  readonly format: string;
  /** WHATWG name in lower case: `utf-8`, `gb18030`, `big5`, `utf-16le`, `utf-16be`. */
  readonly encoding: string;
  /** SHA-256 in hex of the file's bytes; for a JSON lines record, of the bytes of its line. */
  readonly sha256: string;
  /** The record of a JSON lines file that the text is a field of. */
  readonly record?: Readonly<Record<string, unknown>>;
  /** What the reader had to say (undecodable bytes replaced, cut in mid-character …). */
  readonly diagnostics: readonly Diagnostic[];
}

/** An input that could not be read. The other inputs go on. */
export interface ReadFailure {
  readonly path: string;
  /** `unreadable`, `empty`, `binary`, `not-found`, `invalid-json` … */
  readonly code: string;
  readonly message: string;
}

export type Script = 'simplified' | 'traditional' | 'mixed';

/** What a text, or a part of it, is written in. */
export interface ScriptShares {
  readonly script: Script;
  /** The share of either script among the characters that tell, 0 to 1; both 0 where there are none. */
  readonly traditional: number;
  readonly simplified: number;
  /** How many characters tell. */
  readonly telling: number;
}

/** One difference between the source and the normalized text. */
export interface Change {
  /** `script`, `phrases`, `noise`, `boilerplate`, `width`, `whitespace`, `line-break`, `mojibake`. */
  readonly rule: string;
  /** In the source text. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
}

/** A character that stands for several of the target script, and the one that was chosen. */
export interface Ambiguity {
  /** In the source text. */
  readonly span: Span;
  readonly before: string;
  readonly after: string;
  /** All that it may become, the one that stands where no word decides first. */
  readonly candidates: readonly string[];
  /** The word of a dictionary that it stands in and that decided; null where none did. */
  readonly word: string | null;
}

/** Leads positions of the normalized text back to the source. */
export interface OffsetMap {
  /**
   * The source stretch that a normalized span was made from. It starts at the source of its first character and ends after the
   * source of its last, together with noise that belongs to that character (pinyin in brackets); noise before it is left out.
   */
  toSource(span: Span): Span;
}

export interface NormalizedDocument {
  readonly source: SourceDocument;
  /** For the stages behind: simplified, half-width letters and digits, without inserted noise. */
  readonly text: string;
  readonly offsets: OffsetMap;
  readonly script: Script;
  /** How many changes each rule made. The changes themselves are listed on request (see `listChanges`). */
  readonly changeCounts: Readonly<Record<string, number>>;
}
