import { UsageError } from '../errors.js';
import {
  CLEANING_RULES,
  type CleaningRule,
  type NormalizerOptions,
  OPENCC_CONFIGS,
  type OpenccConfig,
  type TargetScript,
} from '../pipeline/run-pipeline.js';
import {
  type InputOptions,
  type OutputOptions,
  parseInputOptions,
  parseOutputOptions,
  type RawFlags,
} from './options.js';

export interface NormalizeOptions extends InputOptions, OutputOptions {
  readonly normalizer: NormalizerOptions;
  /** The file for the changes; null for none. */
  readonly changes: string | null;
  readonly ambiguities: boolean;
  /** Tell the script of each, and convert nothing. */
  readonly detect: 'document' | 'paragraph' | null;
}

export function parseNormalizeOptions(paths: readonly string[], flags: RawFlags): NormalizeOptions {
  const changes = typeof flags.changes === 'string' ? flags.changes : null;
  const detect = (flags.detect as NormalizeOptions['detect'] | undefined) ?? null;
  if (changes === '' || changes === '-')
    throw new UsageError('--changes needs the name of a file: --changes changes.jsonl');
  const idle = ['to', 'phrases', 'opencc', 'clean', 'changes', 'ambiguities'].find((name) => flags[name] !== undefined);
  if (detect !== null && idle !== undefined)
    throw new UsageError(`--detect converts nothing, so --${idle} has nothing to do`);
  const output = parseOutputOptions(flags);
  if (changes !== null && changes === output.output)
    throw new UsageError(`-o and --changes both name ${changes}; give the changes a file of their own`);
  return {
    ...parseInputOptions('normalize', paths, flags),
    ...output,
    normalizer: parseNormalizer(flags),
    changes,
    ambiguities: flags.ambiguities === true,
    detect,
  };
}

function parseNormalizer(flags: RawFlags): NormalizerOptions {
  const clean = typeof flags.clean === 'string' ? { clean: parseCleaning(flags.clean) } : {};
  const to = flags.to as TargetScript | undefined;
  const phrases = flags.phrases === true;
  if (typeof flags.opencc === 'string') {
    if (to !== undefined || phrases)
      throw new UsageError(`--opencc says all about the conversion; leave --${phrases ? 'phrases' : 'to'} out`);
    return { opencc: parseConfig(flags.opencc), ...clean };
  }
  if (phrases && to === 'traditional')
    throw new UsageError('--phrases needs a region whose words to take: --to simplified, taiwan or hongkong');
  return { to: to ?? 'simplified', phrases, ...clean };
}

function parseConfig(typed: string): OpenccConfig {
  const name = typed.trim().replace(/\.json$/, '');
  if (Object.hasOwn(OPENCC_CONFIGS, name)) return name as OpenccConfig;
  throw new UsageError(`--opencc: no configuration '${typed}'; known are ${Object.keys(OPENCC_CONFIGS).join(' ')}`);
}

function parseCleaning(typed: string): CleaningRule[] {
  const names = typed.split(',').map((name) => name.trim());
  if (names.length === 1 && names[0] === 'none') return [];
  const unknown = names.find((name) => !(CLEANING_RULES as readonly string[]).includes(name));
  if (unknown === undefined) return names as CleaningRule[];
  const hint = unknown === 'none' ? 'none stands alone' : `'${unknown}' is no rule`;
  throw new UsageError(`--clean: ${hint}; known are ${CLEANING_RULES.join(',')}, or none for none of them`);
}
