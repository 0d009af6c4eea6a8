import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import type { ReadFailure } from '../model/document.js';
import { describeFileError } from '../pipeline/read/file-errors.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import {
  DEFAULT_READ_OPTIONS,
  isReadFailure,
  type ReadOptions,
  STANDARD_INPUT,
} from '../pipeline/read/format-reader.js';
import { tellTextFormat } from '../pipeline/read/formats.js';
import { type BatchedFile, FileBatch } from './file-batch.js';
import { type Judgement, type TextFile, TextJudge } from './judge-text.js';
import { loadNormalize, type Normalize } from './load-normalize.js';
import { createPhraseLocator, type Match, type PhraseLocator, settleMatches } from './locate-phrases.js';
import type { ScanPlan } from './scan-plan.js';
import { createScanner, type Scanner } from './scanner.js';
import type { SearchCandidate, SearchSource } from './search-source.js';
import { endOfWhole, hasControl, hasReplacement, isUtf8Text, skipByteOrderMark } from './utf8-bytes.js';
import { createUtf8Text } from './utf8-text.js';

/** As much as stays in the cache of a processor: larger buffers are read and looked through at half the speed. */
const CAPACITY = 262_144;

/**
 * Looks through files for one query. What is sought is looked for in their bytes; only where it stands, or may stand, is a file decoded, and normalized only
 * where the bytes do not tell whether it is a hit. To make it takes longer than to look through a file, so it is used again and again.
 */
export class FileSearcher {
  private readonly search: FileSearch;
  private readonly normalize = loadNormalize();

  constructor(
    plan: ScanPlan,
    options: Partial<ReadOptions> = {},
    standardInput: AsyncIterable<Uint8Array> = process.stdin,
  ) {
    const read = { ...DEFAULT_READ_OPTIONS, ...options };
    this.search = new FileSearch(plan, read, this.normalize, standardInput);
  }

  /** The inputs as a source, for the query that the plan was made from. One at a time. */
  source(inputs: Iterable<FoundInput>): SearchSource {
    const { search, normalize } = this;
    const groups = async function* () {
      for await (const group of search.go(inputs)) {
        // A candidate is normalized without waiting, so what normalizes must be there.
        if (group.some((found) => 'source' in found && found.located === undefined)) await normalize.ready();
        yield group;
      }
    };
    return {
      groups,
      async *candidates() {
        for await (const group of groups()) yield* group;
      },
    };
  }
}

type Found = SearchCandidate | ReadFailure;

class FileSearch {
  private readonly plan: ScanPlan;
  private readonly normalize: Normalize;
  private readonly read: ReadOptions;
  private readonly standardInput: AsyncIterable<Uint8Array>;
  private readonly judge: TextJudge;
  private readonly locator: PhraseLocator | null;
  private readonly scanner: Scanner;
  private readonly batch: FileBatch;

  constructor(plan: ScanPlan, read: ReadOptions, normalize: Normalize, standardInput: AsyncIterable<Uint8Array>) {
    this.plan = plan;
    this.normalize = normalize;
    this.read = read;
    this.standardInput = standardInput;
    this.judge = new TextJudge(plan, read, normalize.normalize);
    this.locator = plan.phrases === null ? null : createPhraseLocator(plan.phrases, CAPACITY);
    this.scanner = this.locator?.scanner ?? createScanner([], CAPACITY);
    this.batch = new FileBatch(this.scanner.bytes, CAPACITY);
  }

  async *go(inputs: Iterable<FoundInput>): AsyncGenerator<readonly Found[]> {
    for (const input of inputs) {
      if (input.failure === null && this.readsDirectly(input)) {
        const failure = this.addToBatch(input);
        if (failure === null) continue;
        yield* this.emptyBatch();
        const again = failure === NO_ROOM ? this.addToBatch(input) : failure;
        if (again === null) continue;
        if (again !== NO_ROOM) yield [again];
        else yield* this.judgeWhole(input);
      } else {
        yield* this.emptyBatch();
        if (input.failure !== null) yield [input.failure];
        else yield* this.judgeRead(input);
      }
    }
    yield* this.emptyBatch();
  }

  private readsDirectly({ path }: FoundInput): boolean {
    return path !== STANDARD_INPUT && tellTextFormat(path) !== null;
  }

  /** Null where it was added. */
  private addToBatch(input: FoundInput): ReadFailure | null {
    try {
      return this.batch.add(input) ? null : NO_ROOM;
    } catch (error) {
      return describeOrThrow(input.path, error);
    }
  }

  /** What lies in the batch, looked through at once. */
  private async *emptyBatch(): AsyncGenerator<readonly Found[]> {
    const { batch, scanner } = this;
    if (batch.files.length === 0) return;
    const count = scanner.scan(0, batch.length);
    const { positions, sawControl } = scanner;
    const allUtf8 = batch.isAllUtf8();
    let group: Found[] = [];
    let next = 0;
    for (const file of batch.files) {
      const first = next;
      while (next < count && positions[next]! < file.to) next++;
      const { path } = file.input;
      const format = tellTextFormat(path, () => batch.bytes.subarray(file.from, file.to));
      if (format === null) {
        yield group;
        group = [];
        yield* this.judgeRead(file.input);
        continue;
      }
      const judgement = this.looksUsual(file, allUtf8, sawControl)
        ? this.judgeBatched(file, { path, format }, first, next - first)
        : this.judgeOther(batch.bytes.subarray(file.from, file.to), { path, format }, allUtf8);
      if (judgement !== null) group.push(judgement);
    }
    if (group.length > 0) yield group;
    batch.clear();
  }

  /** UTF-8 with text in it and without what only binary data have. */
  private looksUsual({ from, to }: BatchedFile, isUtf8: boolean, mayHaveControl: boolean): boolean {
    if (to - from <= BYTE_ORDER_MARK || !this.judge.readsUtf8() || this.locator === null) return false;
    if (isUtf8 && !mayHaveControl) return true;
    const bytes = this.batch.bytes.subarray(from, to);
    return (isUtf8 || isUtf8Text(bytes)) && !(mayHaveControl && hasControl(bytes));
  }

  private judgeOther(bytes: Buffer, file: TextFile, isUtf8: boolean): Judgement {
    // What is handed on is a copy, for the memory of the batch is used again.
    const copy = Buffer.from(bytes);
    const legacy = !this.judge.readsUtf8() || !(isUtf8 || isUtf8Text(bytes));
    return legacy ? this.judge.judgeLegacy(copy, file) : this.judge.judgeUnread(copy, file);
  }

  private judgeBatched({ from, to }: BatchedFile, file: TextFile, first: number, count: number): Judgement {
    if (count === 0) return null;
    const { batch, judge, locator, plan } = this;
    const start = skipByteOrderMark(batch.bytes, from, to);
    const end = from + endOfWhole(batch.bytes.subarray(from, to));
    const matches: Match[] = [];
    locator!.collect({ from: start, to: end, openBefore: false, openBehind: false }, first, count, matches);
    if (matches.length === 0) return null;
    const bytes = batch.bytes.subarray(from, to);
    const located = settleMatches(matches);
    if (!plan.complete || located.uncertain || hasReplacement(bytes))
      return judge.judgeUnread(Buffer.from(bytes), file);
    const hits = located.hits.map((hit) => ({ start: hit.start - start, end: hit.end - start }));
    const text = createUtf8Text(batch.bytes.subarray(start, end));
    return judge.locatedFile(() => judge.open(bytes, file), file, { text, hits });
  }

  /** A file for which there is no room in the batch. */
  private async *judgeWhole({ path }: FoundInput): AsyncGenerator<readonly Found[]> {
    let file: number | null = null;
    try {
      file = openSync(path, 'r');
      const { size } = fstatSync(file);
      const named = { path, format: tellTextFormat(path)! };
      if (size > LARGE) await this.normalize.ready();
      const large = size > LARGE && this.judge.judgeLarge(file, size, named);
      const judgement = large || this.judge.judgeBytes(readFileSync(file), named);
      if (judgement !== null) yield [judgement];
    } catch (error) {
      yield [describeOrThrow(path, error)];
    } finally {
      if (file !== null) closeSync(file);
    }
  }

  private async *judgeRead(input: FoundInput): AsyncGenerator<readonly Found[]> {
    const { readInputs } = await import('../pipeline/read/read-inputs.js');
    for await (const result of readInputs([input], this.read, this.standardInput)) {
      const judgement = isReadFailure(result) ? result : this.judge.judgeDocument(result);
      if (judgement !== null) yield [judgement];
    }
  }
}

/** Longer files are looked through part by part. */
const LARGE = 64_000_000;
const BYTE_ORDER_MARK = 3;
const NO_ROOM: ReadFailure = { path: '', code: 'no-room', message: '' };

function describeOrThrow(path: string, error: unknown): ReadFailure {
  const failure = describeFileError(path, error);
  if (failure === null) throw error;
  return failure;
}
