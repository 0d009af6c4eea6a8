import type { Diagnostic } from '../model/diagnostic.js';
import type { ReadFailure, SourceDocument } from '../model/document.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import { isReadFailure, nameDocument, type ReadOptions, STANDARD_INPUT } from '../pipeline/read/format-reader.js';
import { readInputs } from '../pipeline/read/read-inputs.js';
import { analyzeDocument } from '../pipeline/run-pipeline.js';
import { type CorpusSettings, explainRereading, writeSettings } from './corpus-settings.js';
import { CorpusTables } from './corpus-tables.js';
import { type FileState, isSameState, readFileState, UNKNOWN_STATE } from './file-state.js';
import { matchEarlier } from './match-earlier.js';
import type { Database } from './open-database.js';
import { readStoredFiles, type StoredFile } from './stored-files.js';

/** renewed: as it was, but all its results are made anew. */
export type DocumentChange = 'added' | 'changed' | 'renewed' | 'unchanged';

/** What a run did, told as it is done. */
export type IndexStep =
  | { readonly kind: 'rereading'; readonly reason: string }
  /** A file is opened; one that is as it was is not. */
  | { readonly kind: 'reading'; readonly path: string }
  | {
      readonly kind: 'document';
      readonly id: string;
      readonly place: string;
      readonly change: DocumentChange;
      readonly diagnostics: readonly Diagnostic[];
    }
  /** Documents of a file that was not opened. */
  | { readonly kind: 'unopened'; readonly path: string; readonly documents: number }
  | { readonly kind: 'failure'; readonly failure: ReadFailure }
  | { readonly kind: 'removed'; readonly documents: number };

export interface UpdateOptions {
  /** Opens also files whose size and times are as they were. */
  readonly rehash?: boolean;
  /** Makes a failure of a mistake of the program in one document; without it the run ends there. */
  readonly describeMistake?: (place: string, error: unknown) => ReadFailure;
  readonly standardInput?: AsyncIterable<Uint8Array>;
}

/** Failures that may be gone when the same file is read again. */
const PASSING_FAILURES = new Set(['unreadable', 'not-found', 'special-file']);

/**
 * Makes the tables hold what the inputs hold. Files that are as they were are not opened, documents that are as they were not analyzed.
 * @returns whether anything was written
 */
export async function* updateCorpus(
  database: Database,
  stored: CorpusSettings | null,
  inputs: readonly FoundInput[],
  settings: CorpusSettings,
  options: UpdateOptions,
): AsyncGenerator<IndexStep, boolean> {
  const reason = stored === null ? null : explainRereading(stored, settings);
  if (reason !== null) yield { kind: 'rereading', reason };
  const tables = new CorpusTables(database, settings.read.textField);
  const files = readStoredFiles(database);
  const run: Run = { tables, options, read: settings.read, renewing: reason !== null };
  for (const input of inputs) {
    const earlier = files.get(input.path) ?? null;
    files.delete(input.path);
    const state = isStatable(input) ? readFileState(input.path) : UNKNOWN_STATE;
    const asItWas = earlier !== null && isSameState(earlier.state, state);
    if (asItWas && !run.renewing && options.rehash !== true) yield* keepFile(run, input.path, earlier);
    else yield* readFile(run, input, earlier, state);
  }
  for (const file of files.values()) {
    tables.removeFile(file);
    yield { kind: 'removed', documents: countDocuments(file) };
  }
  if (stored === null || JSON.stringify(stored) !== JSON.stringify(settings)) {
    tables.written = true;
    writeSettings(database, settings);
  }
  tables.finish();
  return tables.written;
}

interface Run {
  readonly tables: CorpusTables;
  readonly options: UpdateOptions;
  readonly read: ReadOptions;
  /** Whether all results are made anew. */
  readonly renewing: boolean;
}

function isStatable({ path, failure }: FoundInput): boolean {
  return failure === null && path !== STANDARD_INPUT;
}

function countDocuments({ entries }: StoredFile): number {
  return entries.filter(({ failure }) => failure === null).length;
}

function* keepFile({ tables }: Run, path: string, file: StoredFile): Generator<IndexStep> {
  for (const entry of file.entries) {
    tables.keep(entry);
    if (entry.failure !== null) yield { kind: 'failure', failure: entry.failure };
  }
  yield { kind: 'unopened', path, documents: countDocuments(file) };
}

async function* readFile(
  run: Run,
  input: FoundInput,
  earlier: StoredFile | null,
  state: FileState,
): AsyncGenerator<IndexStep> {
  const { tables, options, read } = run;
  if (input.failure === null) yield { kind: 'reading', path: input.path };
  const file = earlier?.id ?? tables.addFile(input.path);
  const rest = matchEarlier(earlier === null ? [] : tables.listDocuments(file));
  tables.removeFailures(file, earlier);
  let passing = false;
  for await (const result of readInputs([input], read, options.standardInput)) {
    const step = isReadFailure(result) ? null : takeDocument(run, file, result, rest);
    if (step !== null && step.kind === 'document') {
      yield step;
      continue;
    }
    const failure = step === null ? (result as ReadFailure) : step.failure;
    tables.addFailure(file, failure);
    passing ||= PASSING_FAILURES.has(failure.code);
    yield { kind: 'failure', failure };
  }
  const gone = rest.remaining();
  for (const { id } of gone) tables.removeDocument(id);
  if (gone.length > 0) yield { kind: 'removed', documents: gone.length };
  tables.setState(file, earlier?.state ?? null, passing ? UNKNOWN_STATE : state);
}

type DocumentStep = Extract<IndexStep, { kind: 'document' | 'failure' }>;

/** Keeps a document that is as it was, else puts it in the place of the one it was. */
function takeDocument(
  { tables, options, renewing }: Run,
  file: number,
  source: SourceDocument,
  rest: ReturnType<typeof matchEarlier>,
): DocumentStep {
  const place = nameDocument(source);
  const same = rest.takeSame(source);
  if (same !== null && !renewing) {
    tables.keep(same);
    return { kind: 'document', id: source.id, place, change: 'unchanged', diagnostics: [] };
  }
  const before = same ?? rest.takeNamed(source.id);
  if (before !== null) tables.removeDocument(before.id);
  try {
    const analyzed = analyzeDocument(source);
    tables.addDocument(file, analyzed);
    const change = same !== null ? 'renewed' : before !== null ? 'changed' : 'added';
    return { kind: 'document', id: source.id, place, change, diagnostics: analyzed.extraction.diagnostics };
  } catch (error) {
    if (options.describeMistake === undefined) throw error;
    return { kind: 'failure', failure: options.describeMistake(place, error) };
  }
}
