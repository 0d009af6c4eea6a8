import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { UsageError } from '../errors.js';
import { findInputs } from '../pipeline/read/find-inputs.js';
import { type CorpusIndex, openCorpusIndex } from '../store/corpus-index.js';
import type { CorpusSettings } from '../store/corpus-settings.js';
import { currentSettings } from '../store/current-settings.js';
import type { IndexStep } from '../store/update-corpus.js';
import { describeMistake } from './describe-mistake.js';
import { describeNothingFound } from './describe-nothing-found.js';
import { exitStatus, nothingDone } from './document-tally.js';
import { createIndexTally, describeIndexTally, type IndexTally } from './index-tally.js';
import { letSignalsIn } from './let-signals-in.js';
import { type IndexOptions, parseIndexOptions, type RawFlags } from './options.js';
import { createReporter, type Reporter } from './reporter.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The work of `workmethod index`; returns the exit status. */
export async function runIndex(paths: readonly string[], flags: RawFlags): Promise<number> {
  const options = parseIndexOptions(paths, flags);
  let index: CorpusIndex | null = null;
  // Before the database is begun, or a signal that comes early would leave a beginning behind.
  const release = onSignal(() => index?.abandon());
  try {
    index = openCorpusIndex(options.database, `-o ${options.database}`);
    return await updateIndex(index, options);
  } finally {
    index?.abandon();
    release();
  }
}

async function updateIndex(index: CorpusIndex, options: IndexOptions): Promise<number> {
  const settings = chooseSettings(options, index.stored);
  const { inputs, passedOver } = await findInputs(settings.paths, options.database);
  if (inputs.length === 0) throw new UsageError(describeNothingFound(settings.paths, passedOver));
  const reporter = createReporter(options.quiet, process.stderr.isTTY === true);
  const tally = createIndexTally();
  for await (const step of index.update(inputs, settings, { rehash: options.rehash, describeMistake })) {
    tally.add(step);
    tell(step, tally, reporter);
    await letSignalsIn();
  }
  if (nothingDone(tally)) {
    reporter.summary(`nothing could be read; ${options.database} is left as it was`);
    return exitStatus(tally);
  }
  index.commit();
  reporter.summary(describeIndexTally(tally, passedOver));
  return exitStatus(tally);
}

/** On a signal tidies up and then ends the process the way whoever sent it expects. Returns what takes this back. */
function onSignal(tidy: () => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    tidy();
    release();
    process.kill(process.pid, signal);
  };
  const release = () => {
    for (const name of SIGNALS) process.removeListener(name, stop);
  };
  for (const name of SIGNALS) process.on(name, stop);
  return release;
}

/** Paths and flags as they were typed; without paths, both as they were when the database was made. */
function chooseSettings(options: IndexOptions, stored: CorpusSettings | null): CorpusSettings {
  const { paths, read } = options;
  const place = dirname(resolve(options.database));
  const folder = relative(place, process.cwd()) || '.';
  if (paths.length > 0) return currentSettings(paths, read, folder);
  if (stored !== null) {
    if (options.readingFlags.length > 0)
      throw new UsageError(
        `${options.readingFlags[0]} needs the paths it is for: workmethod index ${stored.paths.join(' ')} ${options.readingFlags[0]} … -o ${options.database}`,
      );
    if (stored.folder !== null && stored.folder !== folder && stored.paths.some((path) => !isAbsolute(path)))
      throw new UsageError(
        `${options.database} was made of ${stored.paths.join(' ')} in ${resolve(place, stored.folder)}; run it there, or name the paths from here`,
      );
    return currentSettings(stored.paths, stored.read, folder);
  }
  if (process.stdin.isTTY)
    throw new UsageError(`nothing to read; name files or folders: workmethod index reports/ -o ${options.database}`);
  return currentSettings(['-'], read, folder);
}

function tell(step: IndexStep, tally: IndexTally, reporter: Reporter): void {
  switch (step.kind) {
    case 'rereading':
      reporter.note(`${step.reason}: everything is read again`);
      break;
    case 'document':
      for (const diagnostic of step.diagnostics) reporter.warning(diagnostic, step.place);
      break;
    case 'failure':
      reporter.failure(step.failure);
      break;
    case 'reading':
    case 'unopened':
      reporter.progress(tally.documents + tally.failures, step.path);
  }
}
