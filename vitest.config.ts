import { defineConfig } from 'vitest/config';

// With CI=true Vitest writes no snapshots: a missing one fails.
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/support/seed-properties.ts'],
    globalSetup: ['tests/support/build-program.ts'],
    testTimeout: 30_000,
    // Loading both engines for words takes seconds where the machine is busy.
    hookTimeout: 60_000,
  },
});
