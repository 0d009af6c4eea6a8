import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Extraction } from '../../src/model/extraction.js';
import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { buildSource } from './build-extraction.js';
import {
  insertPinyin,
  joinSentences,
  type ReportChange,
  splitSentences,
  wrapLines,
  writeCommas,
  writeTraditional,
} from './change-report.js';
import { Random } from './random.js';

export interface Report {
  readonly name: string;
  readonly text: string;
}

/** What a change did to the frameworks of some reports. */
export interface Robustness {
  /** Frameworks before, or after where there are more. */
  readonly all: number;
  readonly unchanged: number;
  readonly differences: readonly {
    readonly report: string;
    readonly lost: readonly string[];
    readonly gained: readonly string[];
  }[];
}

export const CHANGES: Readonly<Record<string, ReportChange>> = {
  traditional: writeTraditional,
  pinyin: insertPinyin,
  'sentences joined': joinSentences,
  'sentences split': splitSentences,
  'lines wrapped': wrapLines,
  'commas in lists': writeCommas,
};

const OWN_REPORTS = new URL('../gold/reports/', import.meta.url).pathname;
/** Reports that are not ours to print; they are there on some machines only. */
const SHARED_REPORTS = new URL('../../../shared/corpus/', import.meta.url).pathname;

export function readOwnReports(): Report[] {
  return readReports(OWN_REPORTS);
}

export function readSharedReports(): Report[] {
  return ['seeds', 'web', 'written'].flatMap((folder) => readReports(join(SHARED_REPORTS, folder)));
}

function readReports(folder: string): Report[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n') }));
}

/** Each report before and after the change. */
export function measureChange(reports: readonly Report[], change: ReportChange): Robustness {
  return sum(
    reports.flatMap(({ name, text }, i) => {
      const before = extract(text);
      const { script, changeCounts } = before.document;
      // What is traditional cannot be made so; where lines are broken already, new breaks leave nothing to tell them by.
      if (change === writeTraditional && script !== 'simplified') return [];
      if ((change === splitSentences || change === wrapLines) && (changeCounts['line-break'] ?? 0) > 0) return [];
      const openings = new Set(
        before.frameworks.flatMap(({ members }) =>
          members.map(({ span }) => before.document.offsets.toSource(span).start),
        ),
      );
      const changed = change(text, new Random(i + 1), openings);
      return [compare(name, describe(before), describe(extract(changed)))];
    }),
  );
}

/** Each report with the next one behind it. */
export function measureConcatenation(reports: readonly Report[]): Robustness {
  const alone = reports.map(({ text }) => describe(extract(text)));
  return sum(
    reports.flatMap(({ name, text }, i) => {
      const next = (i + 1) % reports.length;
      if (next === i) return [];
      const both = describe(extract(`${text.trimEnd()}\n\n${reports[next]!.text}`));
      return [compare(`${name} + ${reports[next]!.name}`, [...alone[i]!, ...alone[next]!], both)];
    }),
  );
}

const extract = (text: string): Extraction => extractDocument(buildSource(text));

/** Names, declared numbers and labels; 、 and ， in a label are the same. */
function describe({ frameworks }: Extraction): string[] {
  return frameworks.map(({ name, declared, members }) => {
    const labels = members.map(({ label, pair }) => (pair === null ? label : `${label}/${pair}`));
    return `${name} (${declared}): ${labels.join(' | ')}`.replace(/[、，,]/g, '、');
  });
}

function compare(report: string, before: readonly string[], after: readonly string[]): Robustness {
  const gained = [...after];
  const lost = before.filter((framework) => {
    const at = gained.indexOf(framework);
    if (at >= 0) gained.splice(at, 1);
    return at < 0;
  });
  return {
    all: Math.max(before.length, after.length),
    unchanged: before.length - lost.length,
    differences: lost.length + gained.length > 0 ? [{ report, lost, gained }] : [],
  };
}

function sum(parts: readonly Robustness[]): Robustness {
  return {
    all: parts.reduce((total, { all }) => total + all, 0),
    unchanged: parts.reduce((total, { unchanged }) => total + unchanged, 0),
    differences: parts.flatMap(({ differences }) => differences),
  };
}
