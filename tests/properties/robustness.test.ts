import { describe, expect, test } from 'vitest';
import {
  CHANGES,
  measureChange,
  measureConcatenation,
  type Report,
  type Robustness,
  readOwnReports,
  readSharedReports,
} from '../support/measure-robustness.js';
import { ROBUSTNESS_FLOORS } from '../support/share-floors.js';

const shareOf = ({ unchanged, all }: Robustness) => unchanged / all;
const floorOf = (change: string) => ROBUSTNESS_FLOORS[change]!;

test('every change has a floor', () => {
  expect(Object.keys(ROBUSTNESS_FLOORS)).toEqual([...Object.keys(CHANGES), 'concatenated']);
});

describe.each([
  ['our own reports', 'own', readOwnReports()],
  ['other reports', 'others', readSharedReports()],
] as const)('frameworks of %s', (_kind, floor, reports: readonly Report[]) => {
  // The other reports are not everywhere.
  const there = test.skipIf(reports.length < 2);

  there.each(Object.entries(CHANGES))('stay the same: %s', (name, change) => {
    expect(shareOf(measureChange(reports, change))).toBeGreaterThanOrEqual(floorOf(name)[floor]);
  });

  there('stay the same: another report behind', () => {
    expect(shareOf(measureConcatenation(reports))).toBeGreaterThanOrEqual(floorOf('concatenated')[floor]);
  });
});
