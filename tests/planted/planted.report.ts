import { test } from 'vitest';
import type { PlantedFramework } from './generate-report.js';
import { type Measurement, type Miss, measurePlanted, type Share } from './measure-planted.js';
import { shortenMiss } from './shorten-miss.js';

const COUNT = Number(process.env['COUNT'] ?? 2000);
const SEED = Number(process.env['SEED'] ?? 1);
/** How many examples of each fault are printed. */
const EXAMPLES = Number(process.env['EXAMPLES'] ?? 2);

/** Prints the share of planted frameworks that come back whole, and the shortest texts that show what is wrong with the others. */
test('planted frameworks', () => {
  const measurement = measurePlanted(SEED, COUNT);
  const lines = [...listShares(measurement), ...listMisses(measurement), ...listUnplanted(measurement)];
  process.stdout.write(`${lines.join('\n')}\n`);
});

function listShares({ planted, misses, unplanted, shares }: Measurement): string[] {
  const whole = (100 * (1 - misses.length / planted)).toFixed(1);
  const rows = [...shares].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, share]) => `${key}: ${formatShare(share)}`);
  return [`${planted} planted, ${whole} % whole, ${unplanted.length} found that nobody planted`, ...rows];
}

function formatShare({ whole, all }: Share): string {
  return `${((100 * whole) / all).toFixed(0)} % (${whole}/${all})`;
}

function listMisses({ misses }: Measurement): string[] {
  const byFault = new Map<string, Miss[]>();
  for (const miss of misses) {
    const key = `${miss.planted.kind} / ${miss.planted.placement} / ${miss.fault}`;
    byFault.set(key, [...(byFault.get(key) ?? []), miss]);
  }
  return [...byFault]
    .sort(([, a], [, b]) => b.length - a.length)
    .flatMap(([key, some]) => [`=== ${some.length} ${key}`, ...some.slice(0, EXAMPLES).map(describeMiss)]);
}

function describeMiss(miss: Miss): string {
  const { seed, planted, found } = miss;
  const got = found === null ? 'nothing' : `${found.pattern} ${found.quote}: ${listMembers(found.items)}`;
  return `#${seed} ${shortenMiss(miss)}\n  planted ${planted.name}: ${listMembers(planted.members)}\n  found   ${got}`;
}

function listMembers(members: readonly Pick<PlantedFramework['members'][number], 'label' | 'pair'>[]): string {
  return members.map(({ label, pair }) => (pair === null ? label : `${label}/${pair}`)).join(' | ');
}

function listUnplanted({ unplanted }: Measurement): string[] {
  return unplanted.map(({ seed, found }) => `nobody planted #${seed} ${found.quote}: ${listMembers(found.items)}`);
}
