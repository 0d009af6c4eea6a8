import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceDocument } from '../../src/model/document.js';
import { normalizeDocument } from '../../src/pipeline/normalize/normalize-document.js';
import { isReadFailure } from '../../src/pipeline/read/format-reader.js';
import { readInputs } from '../../src/pipeline/read/read-inputs.js';
import { compileQuery } from '../../src/search/compile-query.js';
import { createFileSearchSource } from '../../src/search/file-search-source.js';
import { listPhraseForms } from '../../src/search/phrase-forms.js';
import { queryFor, type SearchQuery } from '../../src/search/query.js';
import { searchDocuments } from '../../src/search/search-documents.js';
import type { SearchSource } from '../../src/search/search-source.js';
import { insertPinyin, type ReportChange, splitSentences, wrapLines, writeTraditional } from './change-report.js';
import { encodeText, type TestEncoding } from './encode-text.js';
import { Random } from './random.js';

const reports = new URL('../gold/reports/', import.meta.url).pathname;

/** Some of our own reports by their names. */
export function readOwnReports(most: number): Map<string, string> {
  const names = readdirSync(reports).filter((name) => name.endsWith('.txt'));
  const step = Math.max(1, Math.floor(names.length / most));
  return new Map(
    names.filter((_, i) => i % step === 0).map((name) => [name, readFileSync(join(reports, name), 'utf8')]),
  );
}

const ENCODINGS: readonly TestEncoding[] = ['utf-8', 'gb18030', 'utf-8', 'utf-16le', 'big5', 'utf-8', 'utf-16be'];

/** Reports as they lie about: in either script, with pinyin, blanks and broken lines, in several encodings; where one lacks a character, in UTF-8. */
export function mixCorpus(texts: ReadonlyMap<string, string>, seed: number): Map<string, Uint8Array> {
  const random = new Random(seed);
  const changes: readonly ReportChange[] = [
    (text) => text,
    insertPinyin,
    wrapLines,
    splitSentences,
    insertBlanks,
    widenDigits,
  ];
  const files = new Map<string, Uint8Array>();
  for (const [name, text] of texts) {
    let changed = random.chance(0.5) ? writeTraditional(text, random, new Set()) : text;
    for (const change of random.sample(changes, 2)) changed = change(changed, random, new Set());
    files.set(name, encodeOr(changed, random.choose(ENCODINGS)));
  }
  return files;
}

function encodeOr(text: string, encoding: TestEncoding): Uint8Array {
  try {
    const mark = encoding.startsWith('utf-16') ? '\uFEFF' : '';
    return encodeText(mark + text, encoding);
  } catch {
    return Buffer.from(text);
  }
}

const insertBlanks: ReportChange = (text, random) =>
  text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () =>
    random.chance(0.05) ? random.choose([' ', '\u3000', '\u200b']) : '',
  );

const widenDigits: ReportChange = (text) =>
  text.replace(/[0-9A-Za-z]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** `path:start:end` of every hit, in code points. */
export async function searchFolder(
  paths: readonly string[],
  patterns: readonly string[],
  wishes: Partial<SearchQuery> = {},
): Promise<string[]> {
  return listFound(createFileSearchSource(paths.map((path) => ({ path, failure: null }))), patterns, wishes);
}

/** The same, wherever the documents come from. */
export async function listFound(
  source: SearchSource,
  patterns: readonly string[],
  wishes: Partial<SearchQuery> = {},
): Promise<string[]> {
  const compiled = await compileQuery(queryFor(patterns, wishes));
  const found: string[] = [];
  for await (const document of searchDocuments(source, compiled)) {
    if ('code' in document) throw new Error(`${document.path}: ${document.message}`);
    for (const hit of document.hits) {
      const { start, end, line } = document.text.locate(hit);
      found.push(`${document.path}:${line}:${start}-${end}`);
    }
  }
  return found;
}

export async function readSources(paths: readonly string[]): Promise<SourceDocument[]> {
  const sources: SourceDocument[] = [];
  for await (const source of readInputs(paths.map((path) => ({ path, failure: null })))) {
    if (isReadFailure(source)) throw new Error(`${source.path}: ${source.message}`);
    sources.push(source);
  }
  return sources;
}

/** What a search finds that knows nothing of bytes: every document read, normalized, and gone through from its beginning to its end. */
export function createNaiveSearch(sources: readonly SourceDocument[]): (phrase: string) => Promise<string[]> {
  const documents = sources.map(normalizeDocument);
  return async (phrase) => {
    const forms = (await listPhraseForms(phrase)).sort((a, b) => b.length - a.length);
    return documents.flatMap(({ source, text, offsets }) => {
      const found: string[] = [];
      for (let at = 0; at < text.length; ) {
        const form = forms.find((each) => text.startsWith(each, at));
        if (form === undefined) {
          at += 1;
          continue;
        }
        const { start, end } = offsets.toSource({ start: at, end: at + form.length });
        const before = source.text.slice(0, start);
        const first = [...before].length;
        found.push(
          `${source.path}:${before.split('\n').length}:${first}-${first + [...source.text.slice(start, end)].length}`,
        );
        at += form.length;
      }
      return found;
    });
  };
}
