import { InputError } from '../../errors.js';
import type { FormulaGroup } from '../../model/framework.js';
import { describeSyntaxError } from './gold-document.js';
import { type Complain, isObject, type JsonFields, readFields } from './json-fields.js';

/** Code points of the source text, and the line. */
interface PredictedSpan {
  readonly start: number;
  readonly end: number;
  readonly line: number | null;
}

export interface PredictedItem {
  readonly label: string;
  readonly pair: string | null;
  readonly span: PredictedSpan | null;
  readonly quote: string | null;
}

export interface PredictedFramework {
  readonly id: string;
  readonly name: string;
  readonly category: string | null;
  readonly pattern: string;
  readonly groups: readonly FormulaGroup[];
  readonly declared: number | null;
  readonly confidence: number | null;
  readonly holder: string | null;
  /** Index of the article it stands in. */
  readonly article: number | null;
  /** Id of the framework it is part of. */
  readonly parent: string | null;
  readonly span: PredictedSpan | null;
  readonly quote: string | null;
  readonly items: readonly PredictedItem[];
}

interface PredictedMention {
  readonly name: string;
  readonly occurrences: readonly PredictedSpan[];
}

/** What of a result is compared with annotations. An `ExtractionRecord` is one; so is a result of another program in the same format. */
export interface PredictedDocument {
  readonly id: string;
  readonly path: string | null;
  readonly format: string | null;
  readonly articles: readonly { readonly index: number; readonly heading: string }[];
  readonly frameworks: readonly PredictedFramework[];
  readonly mentions: readonly PredictedMention[];
}

export interface Predictions {
  readonly documents: readonly PredictedDocument[];
  /** Lines or documents that cannot be used, each with its place and the reason. */
  readonly mistakes: readonly InputError[];
}

/**
 * Reads what `workmethod extract` printed: the envelope with `documents`, a list of documents, one document, or JSON lines.
 * Fields that a comparison can do without may be missing. What is no document of such a kind is a mistake in its place; documents that could not be
 * read then (`failure`) are left out.
 * @param path of the file, for messages
 * @throws InputError `invalid-json` or `invalid-prediction` if the whole is none of these
 */
export function parsePredictions(text: string, path: string): Predictions {
  const documents: PredictedDocument[] = [];
  const mistakes: InputError[] = [];
  for (const { value, place } of splitDocuments(text, path, mistakes)) {
    if (isObject(value) && value['failure'] !== undefined) continue;
    try {
      documents.push(
        readDocument(value, (message) => {
          throw new InputError(place, 'invalid-prediction', message);
        }),
      );
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      mistakes.push(error);
    }
  }
  return { documents, mistakes };
}

interface PlacedValue {
  readonly value: unknown;
  readonly place: string;
}

function splitDocuments(text: string, path: string, mistakes: InputError[]): PlacedValue[] {
  let whole: unknown;
  try {
    whole = JSON.parse(text);
  } catch (error) {
    return splitLines(text, path, error, mistakes);
  }
  const list = isObject(whole) && Array.isArray(whole['documents']) ? whole['documents'] : whole;
  if (Array.isArray(list)) return list.map((value, i) => ({ value, place: `${path}: documents[${i}]` }));
  if (isObject(list) && (list['frameworks'] !== undefined || list['failure'] !== undefined))
    return [{ value: list, place: path }];
  throw new InputError(path, 'invalid-prediction', 'has no "documents"; give what workmethod extract wrote');
}

/** @param wholeError why the text is not one JSON value */
function splitLines(text: string, path: string, wholeError: unknown, mistakes: InputError[]): PlacedValue[] {
  const values: PlacedValue[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      values.push({ value: JSON.parse(line), place: `${path}:${i + 1}` });
    } catch (error) {
      if (values.length === 0) {
        const reason = describeSyntaxError(wholeError, text);
        const message = `is neither JSON nor JSON lines (${reason}); give what workmethod extract wrote`;
        throw new InputError(path, 'invalid-json', message);
      }
      mistakes.push(
        new InputError(`${path}:${i + 1}`, 'invalid-json', `is no JSON: ${describeSyntaxError(error, '')}`),
      );
    }
  }
  if (values.length === 0) throw new InputError(path, 'empty', 'holds nothing; give what workmethod extract wrote');
  return values;
}

function readDocument(value: unknown, complain: Complain): PredictedDocument {
  const fields = readFields(value, 'the document', complain);
  const path = fields.optionalText('path', 'the path of the report');
  return {
    id:
      path === null ? fields.text('id', 'the path or id of the report') : (fields.optionalText('id', 'its id') ?? path),
    path,
    format: fields.optionalText('format', 'the format of the report'),
    articles: fields.optionalList('articles', 'the list of its articles').map((article, i) => {
      const { wholeNumber, text } = readFields(article, `articles[${i}]`, complain);
      return { index: wholeNumber('index', 'its number'), heading: text('heading', 'its heading') };
    }),
    frameworks: fields
      .list('frameworks', 'what was found')
      .map((framework, i) => readFramework(framework, i, complain)),
    mentions: fields
      .optionalList('mentions', 'the list of its mentions')
      .map((mention, i) => readMention(mention, i, complain)),
  };
}

function readFramework(value: unknown, index: number, complain: Complain): PredictedFramework {
  const place = `frameworks[${index}]`;
  const fields = readFields(value, place, complain);
  return {
    id: fields.optionalText('id', 'its id') ?? `${index}`,
    name: fields.text('name', 'the name of the framework'),
    category: fields.optionalText('category', 'the method noun'),
    pattern: fields.optionalText('pattern', 'counted, paired, compound or labelled') ?? '',
    groups: fields.optionalList('groups', 'the list of the numbers of the name').map((value, i) => {
      const group = readFields(value, `${place}: groups[${i}]`, complain);
      return { count: group.optionalNumber('count', 'a number'), head: group.optionalText('head', 'what is counted') };
    }),
    declared: fields.optionalNumber('declared', 'a number'),
    confidence: fields.optionalNumber('confidence', 'a number from 0 to 1'),
    holder: fields.optionalText('holder', 'who practises it'),
    article: fields.optionalNumber('article', 'the index of its article'),
    parent: fields.optionalText('parent', 'the id of the framework it is part of'),
    ...readGrounding(value, fields),
    items: fields.optionalList('items', 'the list of its members').map((value, i) => {
      const item = readFields(value, `${place}: items[${i}]`, complain);
      const label = item.text('label', 'the wording of the member');
      return { label, pair: item.optionalText('pair', 'its second half'), ...readGrounding(value, item) };
    }),
  };
}

/** Some programs print mentions as bare names. */
function readMention(value: unknown, index: number, complain: Complain): PredictedMention {
  if (typeof value === 'string') return { name: value, occurrences: [] };
  const fields = readFields(value, `mentions[${index}]`, complain);
  const occurrences = fields.optionalList('occurrences', 'the list of its places');
  return {
    name: fields.text('name', 'the name that is mentioned'),
    occurrences: occurrences.map(readSpan).filter((span) => span !== null),
  };
}

function readGrounding(value: unknown, fields: JsonFields): Pick<PredictedItem, 'span' | 'quote'> {
  const span = isObject(value) ? readSpan(value['span']) : null;
  return { span, quote: fields.optionalText('quote', 'the source text of its span') };
}

/** A span of another form is none: it leads nowhere. */
function readSpan(value: unknown): PredictedSpan | null {
  if (!isObject(value)) return null;
  const { start, end, line } = value;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return { start, end, line: typeof line === 'number' ? line : null };
}
