import type { ReadFailure } from '../model/document.js';
import type { FoundInput } from '../pipeline/read/find-inputs.js';
import type { NamedHit } from '../render/hit-record.js';
import type { Output } from '../runtime/atomic-output.js';
import { compileQuery } from '../search/compile-query.js';
import { planScan } from '../search/scan-plan.js';
import { searchInParallel } from '../search/search-in-parallel.js';
import { type SearchJob, type SearchPart, searchSource } from '../search/search-slice.js';
import type { SearchThreads } from '../search/start-search-threads.js';
import { countOf, type DocumentTally, describeLeftOut } from './document-tally.js';
import { type FoundCorpus, findCorpus } from './find-corpus.js';
import { letSignalsIn } from './let-signals-in.js';
import { createReporter, type Reporter } from './reporter.js';
import type { SearchOptions } from './search-options.js';
import { describeTerminal, printsToTerminal, showsProgress } from './terminal.js';
import { writeOutput } from './write-output.js';

const NOTHING_FOUND = 1;
const NOTHING_DONE = 2;
const SOME_FAILED = 3;
/** Columns on either side of a hit where nobody looks. */
const USUAL_COLUMNS = 40;

interface Tally extends DocumentTally {
  hits: number;
  /** Paths of inputs that could not be read at all. */
  readonly failed: Set<string>;
}

/** Searches as the options say and writes what is found; returns the exit status. */
export async function searchAndWrite(options: SearchOptions, early: SearchThreads | null): Promise<number> {
  const compiled = await compileQuery(options.query);
  const corpus = await findCorpus(options.paths, options.output);
  const { inputs } = corpus;
  const reporter = createReporter(options.quiet, showsProgress(options));
  const tally: Tally = { documents: 0, hits: 0, failures: 0, failed: new Set() };
  const job: SearchJob = {
    compiled,
    plan: planScan(compiled),
    read: options.read,
    limits: { hitsPerDocument: options.hitsPerDocument },
    look: chooseLook(options),
  };
  const threads = early ?? (await startThreadsFor(inputs, options));
  const parts = searchCorpus(corpus, job, threads);
  await writeOutput(options.output, async (output) => {
    const receive = await createReceiver(options, output);
    for await (const part of parts) {
      note(part, tally, reporter);
      await receive.part(part);
      await letSignalsIn();
    }
    await receive.end();
    return searchedAny(tally, corpus);
  });
  reporter.summary(describeTally(tally, corpus));
  return exitStatus(tally, corpus);
}

/** Databases first, then what was found behind the other paths. */
async function* searchCorpus(
  { databases, inputs }: FoundCorpus,
  job: SearchJob,
  threads: SearchThreads | null,
): AsyncGenerator<SearchPart> {
  for (const path of databases) {
    const { openCorpusStore } = await import('../store/corpus-store.js');
    const { createStoreSearchSource } = await import('../store/store-search-source.js');
    const store = openCorpusStore(path);
    try {
      yield* searchSource(createStoreSearchSource(store), job);
    } finally {
      store.close();
    }
  }
  if (inputs.length > 0) yield* searchInParallel(inputs, job, threads);
  else threads?.stop();
}

/** Whether one input at least could be searched. */
function searchedAny({ failed }: Tally, { databases, inputs }: FoundCorpus): boolean {
  return databases.length > 0 || failed.size < inputs.length;
}

/** So many files keep threads busy whatever is sought in them. */
const VERY_MANY = 50_000;

async function startThreadsFor(
  { length }: readonly FoundInput[],
  { jobs }: SearchOptions,
): Promise<SearchThreads | null> {
  if (jobs < 2 || length < VERY_MANY) return null;
  return (await import('../search/start-search-threads.js')).startSearchThreads(jobs - 1);
}

function chooseLook(options: SearchOptions): SearchJob['look'] {
  const { format, before, after, columns } = options;
  const { width, colour } = describeTerminal(options);
  const terminal = printsToTerminal(options) ? { width, colour } : null;
  if (format === 'kwic') return { kind: 'gather', columns: columns ?? (terminal === null ? USUAL_COLUMNS : width) };
  if (format === 'count' || format === 'files') return { kind: format, forTerminal: terminal !== null };
  if (format === 'text') return { kind: 'text', look: { around: { before, after }, columns, terminal } };
  const kind = options.sort === 'path' && options.sample === null ? format : 'gather';
  return { kind, columns: columns ?? USUAL_COLUMNS };
}

function note(part: SearchPart, tally: Tally, reporter: Reporter): void {
  for (const failure of part.failures) noteFailure(failure, tally, reporter);
  tally.documents += part.documents;
  tally.hits += part.hits;
  reporter.progress(tally.documents + tally.failures, part.last);
}

function noteFailure(failure: ReadFailure, tally: Tally, reporter: Reporter): void {
  tally.failures += 1;
  tally.failed.add(failure.path);
  reporter.failure(failure);
}

/** Takes the parts of the results in their order and writes them. */
interface Receiver {
  part(part: SearchPart): Promise<void>;
  end(): Promise<void>;
}

async function createReceiver(options: SearchOptions, output: Output): Promise<Receiver> {
  const { format } = options;
  if (format === 'csv') await output.write((await import('../render/hits-csv.js')).CSV_HEAD);
  if (format === 'kwic' || options.sort !== 'path' || options.sample !== null) return createGatherer(options, output);
  const parted = format === 'text' && (options.before > 0 || options.after > 0);
  // Between lines that do not follow each other stands a sign, and before the first ones none.
  const leading = parted ? (await import('../render/found-bytes.js')).GAP.length : 0;
  let first = true;
  return {
    async part({ output: bytes }) {
      if (bytes.length === 0) return;
      await output.write(first ? bytes.subarray(leading) : bytes);
      first = false;
    },
    end: async () => undefined,
  };
}

/** So many hits decide how a concordance is laid out. */
const PAGE = 10_000;

/** For what needs many hits at once: order, a sample, lines below each other. */
async function createGatherer(options: SearchOptions, output: Output): Promise<Receiver> {
  const { sort, sample, seed } = options;
  const render = await createRenderHits(options);
  let held: NamedHit[] = [];
  const drawn =
    sample === null ? null : (await import('../search/sample-hits.js')).createHitSample<NamedHit>(sample, seed);
  return {
    async part({ gathered }) {
      for (const hit of gathered) {
        if (drawn === null) held.push(hit);
        else drawn.add(hit);
      }
      if (sort !== 'path' || held.length < PAGE) return;
      await output.write(render(held));
      held = [];
    },
    async end() {
      let hits = drawn?.drawn() ?? held;
      if (sort !== 'path') {
        const { sortHits } = await import('../search/sort-hits.js');
        hits = sortHits(hits, sort, ({ record }) => record);
      }
      for (let k = 0; k < hits.length; k += PAGE) await output.write(render(hits.slice(k, k + PAGE)));
    },
  };
}

async function createRenderHits(options: SearchOptions): Promise<(hits: readonly NamedHit[]) => string> {
  if (options.format === 'kwic') {
    const { createKwicWriter } = await import('../render/kwic.js');
    const { width, colour } = describeTerminal(options);
    const columns = options.columns ?? (printsToTerminal(options) ? null : USUAL_COLUMNS);
    const writer = createKwicWriter({ columns, width, colour });
    return (hits) => writer.page(hits);
  }
  if (options.format === 'csv') {
    const { renderHitRow } = await import('../render/hits-csv.js');
    return (hits) => hits.map(({ record }) => renderHitRow(record)).join('');
  }
  const { renderHitLine } = await import('../render/hit-lines.js');
  return (hits) => hits.map(({ record }) => renderHitLine(record)).join('');
}

function describeTally(tally: Tally, { databases, inputs, passedOver }: FoundCorpus): string {
  const found =
    tally.hits === 0 ? 'nothing found' : `${countOf(tally.hits, 'hit')} in ${countOf(tally.documents, 'document')}`;
  const searched = [
    ...(databases.length > 0 ? [countOf(databases.length, 'corpus database')] : []),
    ...(inputs.length > 0 ? [countOf(inputs.length, 'file')] : []),
  ].join(' and ');
  return [`${found}, ${searched} searched`, ...describeLeftOut(tally, passedOver)].join(', ');
}

function exitStatus(tally: Tally, corpus: FoundCorpus): number {
  if (tally.hits === 0 && !searchedAny(tally, corpus)) return NOTHING_DONE;
  if (tally.failures > 0) return SOME_FAILED;
  return tally.hits > 0 ? 0 : NOTHING_FOUND;
}
