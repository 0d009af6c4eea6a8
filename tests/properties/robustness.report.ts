import { test } from 'vitest';
import {
  CHANGES,
  measureChange,
  measureConcatenation,
  type Report,
  type Robustness,
  readOwnReports,
  readSharedReports,
} from '../support/measure-robustness.js';

/** Prints, for each change to a report, how many frameworks it leaves as they are, and for our own reports which ones it does not. */
test('robustness', () => {
  const own = readOwnReports();
  const shared = readSharedReports();
  const lines: string[] = [];
  for (const [change, measure] of Object.entries(listMeasures())) {
    const result = measure(own);
    const others = shared.length > 1 ? `, others ${share(measure(shared))}` : '';
    lines.push(`${change}: ${share(result)}${others}`);
    for (const { report, lost, gained } of result.differences) {
      lines.push(`  ${report}`, ...lost.map((line) => `    - ${line}`), ...gained.map((line) => `    + ${line}`));
    }
  }
  process.stdout.write(`${lines.join('\n')}\n`);
});

function listMeasures(): Record<string, (reports: readonly Report[]) => Robustness> {
  const measures = Object.entries(CHANGES).map(
    ([name, change]) => [name, (reports: readonly Report[]) => measureChange(reports, change)] as const,
  );
  return { ...Object.fromEntries(measures), concatenated: measureConcatenation };
}

function share({ unchanged, all }: Robustness): string {
  return `${((100 * unchanged) / all).toFixed(1)} % (${unchanged}/${all})`;
}
