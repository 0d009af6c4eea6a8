import { defineConfig } from 'vitest/config';

/** What measures and prints instead of passing or failing: `npm run planted`, `npm run robustness`. */
export default defineConfig({
  test: {
    include: ['tests/**/*.report.ts'],
    disableConsoleIntercept: true,
    testTimeout: 600_000,
  },
});
