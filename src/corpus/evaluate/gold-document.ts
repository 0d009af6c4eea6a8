import { InputError } from '../../errors.js';
import type { FormulaGroup, Pattern } from '../../model/framework.js';
import { type JsonFields, readFields } from './json-fields.js';

export interface GoldItem {
  readonly label: string;
  readonly pair: string | null;
}

/** A framework as a reader annotated it. */
export interface GoldFramework {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly category: string | null;
  readonly pattern: Pattern;
  /** A `list` counts as right when found and never as wrong when missed. */
  readonly tier: 'core' | 'list';
  /** A second reader could disagree that it is one: counts neither when found nor when missed. */
  readonly optional: boolean;
  readonly groups: readonly FormulaGroup[];
  readonly declared: number;
  readonly items: readonly GoldItem[];
  /** A stretch of the source in which the name stands. */
  readonly quote: string | null;
  /** Heading of the article it stands in. */
  readonly article: string | null;
  readonly holder: string | null;
  /** Name of the framework it is part of. */
  readonly parent: string | null;
}

/** What a careful reader found in one report: the content of its `NAME.gold.json`. */
export interface GoldDocument {
  /** Name of the report's file, without folder; for a record of a JSON lines file, its id. */
  readonly doc: string;
  /** Headings of the separate reports in the file. */
  readonly articles: readonly string[];
  readonly frameworks: readonly GoldFramework[];
  readonly mentions: readonly string[];
  readonly optionalMentions: readonly string[];
}

export const PATTERNS: readonly Pattern[] = ['counted', 'paired', 'compound', 'labelled'];

/**
 * Reads a `NAME.gold.json`; `workmethod schema gold` prints what may stand in it.
 * @param path of the file, for messages
 * @throws InputError `invalid-json` or `invalid-gold`: what is wrong and what should stand there
 */
export function parseGoldDocument(text: string, path: string): GoldDocument {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      path,
      'invalid-json',
      `is no JSON: ${describeSyntaxError(error, text)}; mend it and try again`,
    );
  }
  return readGold(value, (message) => {
    throw new InputError(path, 'invalid-gold', `${message} (workmethod schema gold prints the whole format)`);
  });
}

/** `Unexpected token } in JSON at position 31`, with the line, which editors show. */
export function describeSyntaxError(error: unknown, text: string): string {
  const message = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined || message.includes('(line')) return message;
  return `${message} (line ${text.slice(0, Number(position)).split('\n').length})`;
}

function readGold(value: unknown, complain: (message: string) => never): GoldDocument {
  const fields = readFields(value, 'the file', complain);
  return {
    doc: fields.text('doc', `the name of the report's file, as in "report.txt"`),
    articles: fields.texts('articles', 'the list of the headings of separate reports in the file'),
    frameworks: fields
      .list('frameworks', 'the frameworks of the report')
      .map((framework, i) => readFramework(framework, i, complain)),
    mentions: fields.texts('mentions', 'the list of the names that the report uses without listing members'),
    optionalMentions: fields.texts('optional_mentions', 'the list of doubtful mentions'),
  };
}

function readFramework(value: unknown, index: number, complain: (message: string) => never): GoldFramework {
  const unnamed = readFields(value, `frameworks[${index}]`, complain);
  const name = unnamed.text('name', 'the name of the framework, as in "四清"');
  const place = `frameworks[${index}] (${name})`;
  const fields = readFields(value, place, complain);
  return {
    name,
    aliases: fields.texts('aliases', 'the list of its other names'),
    category: fields.optionalText('category', 'the method noun after the name'),
    pattern: fields.oneOf('pattern', PATTERNS),
    tier: fields.oneOf('tier', ['core', 'list'], 'core'),
    optional: fields.flag('optional'),
    groups: readGroups(fields, place, complain),
    declared: fields.wholeNumber('declared', 'how many members the name promises'),
    items: readItems(fields, place, complain),
    quote: fields.optionalText('quote', 'a stretch of the report in which the name stands'),
    article: fields.optionalText('article', 'the heading of the article it stands in'),
    holder: fields.optionalText('holder', 'who practises it'),
    parent: fields.optionalText('parent', 'the name of the framework it is part of'),
  };
}

function readGroups(fields: JsonFields, place: string, complain: (message: string) => never): FormulaGroup[] {
  return fields.optionalList('groups', 'the list of the numbers of the name').map((value, i) => {
    const group = readFields(value, `${place}: groups[${i}]`, complain);
    return { count: group.optionalNumber('count', 'a number'), head: group.optionalText('head', 'what is counted') };
  });
}

function readItems(fields: JsonFields, place: string, complain: (message: string) => never): GoldItem[] {
  return fields.list('items', 'the members').map((value, i) => {
    const item = readFields(value, `${place}: items[${i}]`, complain);
    return {
      label: item.text('label', 'the wording of the member'),
      pair: item.optionalText('pair', 'the second half of the member'),
    };
  });
}
