import type { ReadOptions } from '../pipeline/read/format-reader.js';
import { SCHEMA_VERSION } from './corpus-file.js';
import type { Database } from './open-database.js';

/** What a corpus was made from and by: the rows of `meta`. */
export interface CorpusSettings {
  /** As they were given. */
  readonly paths: readonly string[];
  /** The folder they are relative to, from that of the database; null where nobody knows. */
  readonly folder: string | null;
  readonly read: ReadOptions;
  readonly programVersion: string;
  /** Of the tables the program works by. */
  readonly rules: string;
}

export function readSettings(database: Database): CorpusSettings {
  const rows = database.prepare('SELECT key, value FROM meta').all();
  const values = new Map(rows.map(([key, value]) => [String(key), value === null ? null : String(value)]));
  const value = (key: string) => values.get(key) ?? null;
  return {
    paths: JSON.parse(value('paths') ?? '[]') as string[],
    folder: value('folder'),
    read: { encoding: value('encoding'), textField: value('text_field') ?? '', idField: value('id_field') ?? '' },
    programVersion: value('program_version') ?? '',
    rules: value('rules') ?? '',
  };
}

export function writeSettings(
  database: Database,
  { paths, folder, read, programVersion, rules }: CorpusSettings,
): void {
  const statement = database.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)');
  const values = {
    schema: String(SCHEMA_VERSION),
    program: 'workmethod',
    program_version: programVersion,
    rules,
    paths: JSON.stringify(paths),
    folder,
    encoding: read.encoding,
    text_field: read.textField,
    id_field: read.idField,
  };
  for (const [key, value] of Object.entries(values)) statement.run([key, value]);
}

/** Why nothing of a corpus holds any more, in words for people; null where what is unchanged still does. */
export function explainRereading(stored: CorpusSettings, now: CorpusSettings): string | null {
  if (stored.programVersion !== now.programVersion) return 'another version of workmethod';
  if (stored.rules !== now.rules) return 'other tables in data/';
  const { encoding, textField, idField } = stored.read;
  const same = encoding === now.read.encoding && textField === now.read.textField && idField === now.read.idField;
  return same ? null : 'other options';
}
