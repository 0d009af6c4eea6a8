import { posix } from 'node:path';
import type { SourceFile } from './import-graph.js';

/**
 * The rooms of `src` and what each may import besides itself; `*` is anything but `cli`. A folder of `src/pipeline` is a stage.
 * src/README.md says why.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  'errors.ts': [],
  'version.ts': [],
  language: ['model'],
  resources: ['model', 'errors.ts'],
  'a stage': ['model', 'language', 'resources', 'errors.ts'],
  'pipeline/run-pipeline.ts': ['a stage', 'model', 'language', 'resources', 'errors.ts'],
  render: ['model', 'language', 'resources', 'errors.ts', 'version.ts', 'corpus', 'search'],
  corpus: ['model', 'language', 'resources', 'errors.ts', 'a stage'],
  store: [
    'model',
    'language',
    'resources',
    'errors.ts',
    'version.ts',
    'render',
    'search',
    'pipeline/run-pipeline.ts',
    'a stage',
  ],
  search: ['*'],
  runtime: ['*'],
  'index.ts': ['*'],
  cli: ['*'],
};

/** What breaks a rule, one sentence each: the file, what it does, what it may do instead. */
export function findViolations(files: readonly SourceFile[]): string[] {
  return [
    ...files.flatMap((file) => [
      ...findForbiddenImports(file),
      ...findStagesKnown(file),
      ...findPrinting(file),
      ...findDataFolder(file),
      ...findFileAccess(file),
      ...findBadName(file),
    ]),
    ...findSharedPackages(files),
  ];
}

/** `src/pipeline/read/formats.ts` → `pipeline/read`; `src/errors.ts` → `errors.ts`. */
function placeOf(path: string): string {
  const parts = path.split('/').slice(1);
  return parts[0] === 'pipeline' ? parts.slice(0, 2).join('/') : parts[0]!;
}

function isStage(place: string): boolean {
  return place.startsWith('pipeline/') && !place.endsWith('.ts');
}

function roomOf(place: string): string {
  return isStage(place) ? 'a stage' : place;
}

function findForbiddenImports({ path, imports }: SourceFile): string[] {
  const place = placeOf(path);
  const allowed = ROOMS[roomOf(place)];
  if (allowed === undefined) {
    const rooms = Object.keys(ROOMS).join(', ');
    return [`${path}: ${place} is no room of src (${rooms}); a new one needs a rule here and a line in src/README.md`];
  }
  return imports.flatMap(({ specifier, target }) => {
    if (target === null) return [];
    const there = placeOf(target);
    if (!target.startsWith('src/')) return [`${path}: imports ${specifier}, which is not in src`];
    if (there === place) return [];
    if (allowed.includes('*') ? there !== 'cli' : allowed.includes(roomOf(there))) return [];
    const list = allowed.includes('*') ? 'anything but cli' : [place, ...allowed].join(', ');
    return [`${path}: imports ${specifier}; ${place} may import ${list}`];
  });
}

function findStagesKnown({ path, imports }: SourceFile): string[] {
  if (path === 'src/pipeline/run-pipeline.ts') return [];
  const places = imports.flatMap(({ target }) => (target === null ? [] : [placeOf(target)]));
  const stages = new Set([placeOf(path), ...places].filter(isStage));
  if (stages.size < 2) return [];
  return [`${path}: knows ${[...stages].join(' and ')}; only src/pipeline/run-pipeline.ts knows more than one stage`];
}

const PRINTING =
  /\bconsole\s*\.\s*\w+|\bprocess\s*\.\s*(?:stdout|stderr|exit|exitCode|abort|kill|reallyExit)\b|\}\s*=\s*process\b|['"](?:node:)?(?:process|console)['"]/g;

/** Streams may be handed over by `cli` (as to `runtime/atomic-output.ts`); standard input may be read by others. */
function findPrinting({ path, code }: SourceFile): string[] {
  if (placeOf(path) === 'cli') return [];
  return [...code.matchAll(PRINTING)].map(([found]) => `${path}: has ${found}; only src/cli prints or exits`);
}

const DATA_FOLDER = /['"`](?:\.{1,2}\/)*data\/[^'"`\n]*['"`]/g;

function findDataFolder({ path, code }: SourceFile): string[] {
  if (placeOf(path) === 'resources') return [];
  return [...code.matchAll(DATA_FOLDER)].map(([found]) => `${path}: has ${found}; only src/resources opens data/`);
}

const FILE_SYSTEM = /['"](?:node:)?fs(?:\/promises)?['"]/g;

/** What compares and counts is a function of what it is given; `cli` and `pipeline/read` read files. */
function findFileAccess({ path, code }: SourceFile): string[] {
  if (placeOf(path) !== 'corpus') return [];
  return [...code.matchAll(FILE_SYSTEM)].map(([found]) => `${path}: has ${found}; corpus opens no files`);
}

const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.command|\.d)?\.ts$/;
const EMPTY_NAME = /^common$|(?:^|-)(?:utils?|helpers?|managers?)$/;

function findBadName({ path }: SourceFile): string[] {
  const violations = [];
  if (!KEBAB_CASE.test(posix.basename(path))) violations.push(`${path}: file names are kebab-case: find-marks.ts`);
  for (const part of path.split('/').map((name) => name.replace(/\..*$/, ''))) {
    if (EMPTY_NAME.test(part)) violations.push(`${path}: '${part}' says nothing; name it after what it does`);
  }
  return violations;
}

function findSharedPackages(files: readonly SourceFile[]): string[] {
  const users = new Map<string, Set<string>>();
  for (const { path, imports } of files) {
    for (const { package: name } of imports) {
      if (name !== null) users.set(name, (users.get(name) ?? new Set()).add(path));
    }
  }
  return [...users]
    .filter(([, paths]) => paths.size > 1)
    .map(([name, paths]) => `${name} is imported by ${[...paths].join(', ')}; a package enters through one file`);
}
