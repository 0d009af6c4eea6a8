import { test } from 'vitest';
import { measurePlanted } from './measure-planted.js';
import { shortenMiss } from './shorten-miss.js';

test('planted frameworks', () => {
  const started = performance.now();
  const { planted, misses, shares, extra } = measurePlanted(1, Number(process.env['COUNT'] ?? 2000));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const lines = [`${planted} planted, ${(100 * (1 - misses.length / planted)).toFixed(1)} % whole, ${extra.length} extra, ${seconds} s`];
  for (const [key, { whole, all }] of [...shares].sort()) if (whole<all) lines.push(`${key}: ${whole}/${all}`);
  const byKey = new Map<string, number>();
  for (const miss of misses) {
    const key = `${miss.planted.kind} / ${miss.planted.placement} / ${miss.fault}`;
    byKey.set(key, (byKey.get(key) ?? 0) + 1);
  }
  for (const [key, n] of [...byKey].sort((a, b) => b[1] - a[1])) {
    lines.push(`=== ${n} ${key}`);
    const few = misses.filter((m) => `${m.planted.kind} / ${m.planted.placement} / ${m.fault}` === key).slice(0, Number(process.env['EX'] ?? 2));
    for (const miss of few) {
      lines.push(`  #${miss.seed} ${shortenMiss(miss)}`);
      lines.push(`   want ${miss.planted.name}: ${miss.planted.members.map((m) => m.label + (m.pair === null ? '' : '/' + m.pair)).join(' | ')}`);
      lines.push(`   got  ${miss.found === null ? '-' : `${miss.found.name} ${miss.found.pattern} «${miss.found.quote}»: ${miss.found.items.map((m) => m.label + (m.pair === null ? '' : '/' + m.pair)).join(' | ')}`}`);
    }
  }
  for (const { seed, found } of extra.slice(0, 40)) lines.push(`extra #${seed} ${found.name} ${found.quote}: ${found.items.map((m) => m.label).join(' | ')}`);
  process.stdout.write(lines.join('\n') + '\n');
}, 600_000);
