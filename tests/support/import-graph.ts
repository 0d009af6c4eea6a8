import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** One file of the source with what it imports. Paths are relative to the repository, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  /** Without comments; strings are kept. */
  readonly code: string;
  readonly imports: readonly Import[];
}

interface Import {
  /** As it is written: `../errors.js`, `commander`, `node:fs`. */
  readonly specifier: string;
  /** The file of the source it leads to, or null for a package or a module of Node. */
  readonly target: string | null;
  /** The package it belongs to, or null. */
  readonly package: string | null;
}

/** The TypeScript files below `folder` by their paths, which begin with `name`. */
export function readSourceFiles(folder: string, name: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const sorted = paths.map((path) => path.replaceAll('\\', '/')).sort();
  return new Map(sorted.map((path) => [`${name}/${path}`, readFileSync(join(folder, path), 'utf8')]));
}

/** Draws the import graph: static and dynamic imports, `import type`, re-exports, `require`, and modules started by their URL. */
export function drawImportGraph(texts: ReadonlyMap<string, string>): SourceFile[] {
  return [...texts].map(([path, text]) => {
    const code = removeComments(text);
    return { path, code, imports: listSpecifiers(code).map((specifier) => resolveImport(path, specifier)) };
  });
}

// Strings come before comments, so that what looks like a comment in a string is none.
const STRING_OR_COMMENT = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function removeComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (found) => (found.startsWith('/') ? found.replace(/[^\n]/g, ' ') : found));
}

const IMPORT_FORMS = [
  // import x, { type y } from 'z'; import 'z'; import type … from 'z'; export * from 'z'; export { x } from 'z'
  /\b(?:import|export)\s+(?:[\w$*{}\s,]+?\sfrom\s+)?['"]([^'"\n]+)['"]/g,
  /\b(?:import|export)\s*(?:\{[^{}]*\}|\*)\s*from\s*['"]([^'"\n]+)['"]/g,
  // import('z'), also as a type; require('z'); require.resolve('z')
  /\b(?:import|require|require\.resolve)\s*\(\s*['"`]([^'"`\n]+)['"`]/g,
  // new URL('./worker.js', import.meta.url)
  /\bnew\s+URL\s*\(\s*['"`]([^'"`\n]+\.js)['"`]\s*,\s*import\.meta\.url/g,
];

function listSpecifiers(code: string): string[] {
  const found = IMPORT_FORMS.flatMap((form) => [...code.matchAll(form)].map((match) => match[1]!));
  return [...new Set(found)];
}

function resolveImport(from: string, specifier: string): Import {
  if (specifier.startsWith('.')) {
    const target = posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
    return { specifier, target, package: null };
  }
  if (specifier.startsWith('node:')) return { specifier, target: null, package: null };
  const depth = specifier.startsWith('@') ? 2 : 1;
  return { specifier, target: null, package: specifier.split('/').slice(0, depth).join('/') };
}
