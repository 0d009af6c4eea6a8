import { readFileSync, readSync } from 'node:fs';
import type { NormalizedDocument, ReadFailure, SourceDocument } from '../model/document.js';
import type { Span } from '../model/span.js';
import { isReadFailure, type ReadOptions } from '../pipeline/read/format-reader.js';
import { toTextDocument } from '../pipeline/read/text-reader.js';
import { createFileText } from './file-text.js';
import { createFindPattern, type FindPattern } from './find-pattern.js';
import { createLegacyScanner } from './legacy-scanner.js';
import { locateInFile } from './locate-in-file.js';
import { locateInText } from './locate-in-text.js';
import { createPhraseLocator, type Located, type PhraseLocator } from './locate-phrases.js';
import type { ScanPlan } from './scan-plan.js';
import type { Scanner } from './scanner.js';
import type { LocatedHits, SearchCandidate } from './search-source.js';
import { hasControl, hasReplacement, isUtf8Text, skipByteOrderMark } from './utf8-bytes.js';
import { createUtf8Text } from './utf8-text.js';

/** What may be found in a document: nothing, or a candidate; or why it cannot be read. */
export type Judgement = SearchCandidate | ReadFailure | null;

/** A file that is text as it stands. */
export interface TextFile {
  readonly path: string;
  readonly format: string;
}

const CAPACITY = 131_072;
const LARGE_CAPACITY = 393_216;
/** Binary data shows at its beginning. */
const HEAD = 65_536;

/** Tells whether documents may hold what is sought, and where, as far as that shows without normalizing them. */
export class TextJudge {
  private readonly plan: ScanPlan;
  private readonly read: ReadOptions;
  private readonly normalize: (source: SourceDocument) => NormalizedDocument;
  private locator: PhraseLocator | null = null;
  private largeLocator: PhraseLocator | null = null;
  private legacy: Scanner | null = null;
  private find: FindPattern | null = null;

  /** @param normalize is called for what is asked of candidates */
  constructor(plan: ScanPlan, read: ReadOptions, normalize: (source: SourceDocument) => NormalizedDocument) {
    this.plan = plan;
    this.read = read;
    this.normalize = normalize;
  }

  /** A document that was read, whatever from. */
  judgeDocument(source: SourceDocument): SearchCandidate | null {
    const { phrases, complete } = this.plan;
    if (phrases === null) return this.candidate(source);
    const utf8 = Buffer.from(source.text);
    const { located } = this.locate(utf8);
    if (isNowhere(located)) return null;
    const certain = complete && !located.uncertain;
    return certain
      ? this.candidate(source, { text: createUtf8Text(utf8), hits: located.hits })
      : this.candidate(source);
  }

  /** All bytes of a file of text, in any encoding. */
  judgeBytes(bytes: Buffer, file: TextFile): Judgement {
    const { phrases, complete } = this.plan;
    if (phrases === null) return this.judgeUnread(bytes, file);
    if (!this.readsUtf8() || !isUtf8Text(bytes)) return this.judgeLegacy(bytes, file);
    const text = bytes.subarray(skipByteOrderMark(bytes, 0, bytes.length));
    const { located, sawControl } = this.locate(text);
    if (sawControl || bytes.length === 0) return this.judgeUnread(bytes, file);
    if (isNowhere(located)) return null;
    if (!complete || located.uncertain || hasReplacement(bytes)) return this.judgeUnread(bytes, file);
    return this.locatedFile(() => this.open(bytes, file), file, { text: createUtf8Text(text), hits: located.hits });
  }

  /** Bytes that are not UTF-8, or not to be read as such. Decoded only where they hold what is sought in some encoding. */
  judgeLegacy(bytes: Buffer, file: TextFile): Judgement {
    const { phrases } = this.plan;
    if (phrases !== null) {
      this.legacy ??= createLegacyScanner(phrases, CAPACITY);
      const { held, sawControl } = scanAll(this.legacy, bytes);
      // Control characters may be those of UTF-16, or tell that it is no text at all.
      if (!held && !sawControl && bytes.length > 0) return null;
    }
    return this.judgeUnread(bytes, file);
  }

  /** Decoded first. */
  judgeUnread(bytes: Buffer, file: TextFile): Judgement {
    const source = toTextDocument(bytes, file, this.read);
    return isReadFailure(source) ? source : this.judgeDocument(source);
  }

  /**
   * A file that is too long to be held. False where that is of no help: it is not UTF-8, or more is asked than where phrases stand.
   * @param file open; what is found is read from it when it is asked for
   */
  judgeLarge(file: number, size: number, named: TextFile): SearchCandidate | false {
    const { phrases, complete } = this.plan;
    if (phrases === null || !complete || !this.readsUtf8()) return false;
    const head = Buffer.alloc(HEAD);
    const from = skipByteOrderMark(head, 0, readSync(file, head, 0, HEAD, 0));
    if (hasControl(head.subarray(from))) return false;
    this.largeLocator ??= createPhraseLocator(phrases, LARGE_CAPACITY);
    const hits = locateInFile(this.largeLocator, file, from, (text) => this.findByNormalizing(text, named));
    const open = () => toTextDocument(readFileSync(named.path), named, this.read) as SourceDocument;
    return hits !== null && this.locatedFile(open, named, { text: createFileText(file, from, size), hits });
  }

  /** A file in UTF-8 whose hits are known: its text is decoded where somebody asks for it. */
  locatedFile(open: () => SourceDocument, file: TextFile, located: LocatedHits): SearchCandidate {
    const source = new UnreadDocument(file, open);
    return this.candidate(source, located);
  }

  /** Bytes that are known to be text. */
  open(bytes: Buffer, file: TextFile): SourceDocument {
    return toTextDocument(bytes, file, this.read) as SourceDocument;
  }

  private findByNormalizing(text: string, file: TextFile): readonly Span[] {
    const { phrases, pattern } = this.plan;
    this.find ??= createFindPattern(pattern);
    if (phrases![0]!.exact) return this.find(text);
    const source = { id: '', path: null, text, format: file.format, encoding: '', sha256: '', diagnostics: [] };
    const document = this.normalize(source);
    return this.find(document.text).map((span) => document.offsets.toSource(span));
  }

  readsUtf8(): boolean {
    return this.read.encoding === null || this.read.encoding === 'utf-8';
  }

  private candidate(source: SourceDocument, located?: LocatedHits): SearchCandidate {
    let document: NormalizedDocument | null = null;
    return {
      source,
      document: () => {
        document ??= this.normalize(source);
        return document;
      },
      ...(located && { located }),
    };
  }

  private locate(text: Uint8Array): { readonly located: Located; readonly sawControl: boolean } {
    this.locator ??= createPhraseLocator(this.plan.phrases!, CAPACITY);
    return locateInText(this.locator, text);
  }
}

function isNowhere({ hits, uncertain }: Located): boolean {
  return hits.length === 0 && !uncertain;
}

function scanAll(scanner: Scanner, bytes: Uint8Array): { readonly held: boolean; readonly sawControl: boolean } {
  let held = false;
  let sawControl = false;
  for (let start = 0; start < bytes.length && !held; start += scanner.capacity) {
    const end = Math.min(bytes.length, start + scanner.capacity);
    // With the byte behind, for a pair may lie on the edge.
    scanner.bytes.set(bytes.subarray(start, end + 1));
    held = scanner.scan(0, end - start) > 0;
    sawControl ||= scanner.sawControl;
  }
  return { held, sawControl };
}

/** A document in UTF-8 whose text is made where somebody asks for it. */
class UnreadDocument implements SourceDocument {
  readonly id: string;
  readonly path: string;
  readonly format: string;
  readonly encoding = 'utf-8';
  private readonly open: () => SourceDocument;

  constructor({ path, format }: TextFile, open: () => SourceDocument) {
    this.id = path;
    this.path = path;
    this.format = format;
    this.open = open;
  }

  get text(): string {
    return this.open().text;
  }

  get sha256(): string {
    return this.open().sha256;
  }

  get diagnostics(): SourceDocument['diagnostics'] {
    return this.open().diagnostics;
  }
}
