import type { Command, Finish } from './command-flags.js';

interface CommandEntry {
  readonly name: string;
  /** What the program's help says of it. */
  readonly summary: string;
  /** Gives what adds the command's flags, help and work. */
  readonly load: () => Promise<(command: Command, finish: Finish) => void>;
}

/** All commands, in the order of the help. Each is loaded when it is typed, so that the program starts at once. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'extract',
    summary: 'find numbered frameworks and their members',
    load: async () => (await import('./extract.command.js')).defineExtractCommand,
  },
  {
    name: 'normalize',
    summary: 'convert script, clean what web pages insert',
    load: async () => (await import('./normalize.command.js')).defineNormalizeCommand,
  },
  {
    name: 'segment',
    summary: 'cut reports into articles, sections, paragraphs, sentences or words',
    load: async () => (await import('./segment.command.js')).defineSegmentCommand,
  },
  {
    name: 'search',
    summary: 'find phrases in any script, width, encoding or noise; concordance',
    load: async () => (await import('./search.command.js')).defineSearchCommand,
  },
  {
    name: 'index',
    summary: 'store a corpus in one SQLite file, for search and stats',
    load: async () => (await import('./index.command.js')).defineIndexCommand,
  },
  {
    name: 'stats',
    summary: 'corpus statistics: words, collocates, keyness, dispersion, practices',
    load: async () => (await import('./stats.command.js')).defineStatsCommand,
  },
  {
    name: 'eval',
    summary: 'score results against your own annotations',
    load: async () => (await import('./eval.command.js')).defineEvalCommand,
  },
  {
    name: 'read',
    summary: 'print the source text of a file as spans refer to it',
    load: async () => (await import('./read.command.js')).defineReadCommand,
  },
  {
    name: 'schema',
    summary: 'print the JSON Schema of results, annotations, scores or statistics',
    load: async () => (await import('./schema.command.js')).defineSchemaCommand,
  },
];
