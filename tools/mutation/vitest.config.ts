import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

// The tests of rules alone: no database, no browser, so that one mutant takes milliseconds.
export default defineConfig({
  root: resolve(import.meta.dirname, '../..'),
  test: {
    include: [
      'apps/server/src/rooms/*/rules/*.test.ts',
      'apps/server/src/kernel/policy/*.test.ts',
      'packages/contract/src/orders/transitions.test.ts',
      'tools/lifecycle/page.test.ts',
    ],
    env: { MUTANTS: '1' },
    testTimeout: 60_000, // instrumented, and on a busy machine
    pool: 'threads',
    isolate: false,
  },
})
