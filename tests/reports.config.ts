import { defineConfig } from 'vitest/config';
export default defineConfig({ test: { root: '/work/wt-planted', include: ['tests/**/*.report.ts'], disableConsoleIntercept: true, testTimeout: 600000 } });
