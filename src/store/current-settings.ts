import type { ReadOptions } from '../pipeline/read/format-reader.js';
import { fingerprintRules } from '../resources/rules-fingerprint.js';
import { VERSION } from '../version.js';
import type { CorpusSettings } from './corpus-settings.js';

/** The settings of a run of this program. Apart from reading settings, which has no use for the tables. */
export function currentSettings(
  paths: readonly string[],
  read: ReadOptions,
  folder: string | null = null,
): CorpusSettings {
  return { paths, folder, read, programVersion: VERSION, rules: fingerprintRules() };
}
