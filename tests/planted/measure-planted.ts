import { extractDocument } from '../../src/pipeline/run-pipeline.js';
import { type ExtractionRecord, type FrameworkRecord, toExtractionRecord } from '../../src/render/extraction-record.js';
import { buildSource } from '../support/build-extraction.js';
import { generateReport, type PlantedFramework } from './generate-report.js';

/** A planted framework that did not come back whole. */
export interface Miss {
  readonly seed: number;
  readonly planted: PlantedFramework;
  /** What is wrong: `missing`, `declared`, `pattern`, `labels`, `name span`, `member span`. */
  readonly fault: string;
  readonly found: FrameworkRecord | null;
}

export interface Measurement {
  readonly planted: number;
  readonly misses: readonly Miss[];
  /** By kind, by placement, by both, and by how the name is written. */
  readonly shares: ReadonlyMap<string, Share>;
  /** Frameworks found where none was planted. */
  readonly unplanted: readonly { readonly seed: number; readonly found: FrameworkRecord }[];
}

export interface Share {
  readonly whole: number;
  readonly all: number;
}

/** Generates reports from the seed on until `count` frameworks are planted, and looks for each. */
export function measurePlanted(firstSeed: number, count: number): Measurement {
  const misses: Miss[] = [];
  const unplanted: { seed: number; found: FrameworkRecord }[] = [];
  const shares = new Map<string, Share>();
  let planted = 0;
  for (let seed = firstSeed; planted < count; seed += 1) {
    const { text, frameworks } = generateReport(seed);
    const record = extract(text);
    const wanted = frameworks.slice(0, count - planted);
    planted += wanted.length;
    for (const framework of wanted) {
      const found = findNamed(record, framework);
      const fault = findFault(text, framework, found);
      if (fault !== null) misses.push({ seed, planted: framework, fault, found });
      for (const key of listKeys(text, framework)) {
        const { whole, all } = shares.get(key) ?? { whole: 0, all: 0 };
        shares.set(key, { whole: whole + (fault === null ? 1 : 0), all: all + 1 });
      }
    }
    for (const found of record.frameworks) {
      if (!frameworks.some(({ name }) => name === found.name)) unplanted.push({ seed, found });
    }
  }
  return { planted, misses, shares, unplanted };
}

function listKeys(text: string, { kind, placement, names, name }: PlantedFramework): string[] {
  const { start, ends } = names.at(-1)!;
  const quote = text.slice(start, ends[0]).charAt(0);
  const written = !'“「"'.includes(quote)
    ? 'no quotes'
    : text.slice(start + 1, ends[0]! - 1) === name
      ? quote
      : `${quote} and noun`;
  return [`1 ${kind}`, `2 ${placement}`, `3 ${written}`, `4 ${kind}, ${written}`, `5 ${kind} / ${placement}`];
}

export function extract(text: string): ExtractionRecord {
  return toExtractionRecord(extractDocument(buildSource(text)));
}

/** The framework of that name; of several, the one with most of the members. */
export function findNamed(
  { frameworks }: ExtractionRecord,
  { name, members }: PlantedFramework,
): FrameworkRecord | null {
  const labels = new Set(members.map(({ label }) => label));
  const right = ({ items }: FrameworkRecord) => items.filter(({ label }) => labels.has(label)).length;
  const named = frameworks.filter((framework) => framework.name === name);
  return named.sort((a, b) => right(b) - right(a))[0] ?? null;
}

/** The first thing that is wrong with what was found; null where all is as planted. */
export function findFault(text: string, planted: PlantedFramework, found: FrameworkRecord | null): string | null {
  if (found === null) return 'missing';
  if (found.items.length !== planted.members.length) return 'labels';
  if (!found.items.every(({ label, pair }, i) => isMember(planted.members[i]!, label, pair))) return 'labels';
  if (found.declared !== planted.declared) return 'declared';
  if (found.pattern !== planted.pattern) return 'pattern';
  const { start, end } = found.span;
  if (!planted.names.some((name) => name.start === start && name.ends.includes(end))) return 'name span';
  for (const [i, { span }] of found.items.entries()) {
    const { span: place, label } = planted.members[i]!;
    const right =
      place === null
        ? text.slice(span.start, span.end) === label
        : span.start === place.start && span.end === place.end;
    if (!right) return 'member span';
  }
  return null;
}

function isMember(
  planted: { readonly label: string; readonly pair: string | null },
  label: string,
  pair: string | null,
) {
  return planted.label === label && planted.pair === pair;
}
