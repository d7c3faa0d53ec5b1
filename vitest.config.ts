import { defineConfig } from 'vitest/config'

const isolated = '**/*.isolated.test.ts'
const own = ['tests/browser/**', '**/node_modules/**', '**/dist/**', 'tools/checks/planted/**']
const sides = '{packages,apps,tools,db,tests}'

// A test says what comes, never how soon; this ends the waiting for what never comes.
const expect = { poll: { timeout: 30_000 } }

// Tests share their thread's modules (12 times less CPU); one that touches globals is named *.isolated.test.ts.
const shared = { pool: 'threads', isolate: false, expect } as const

export default defineConfig({
  test: {
    // Every core: left to itself, one is kept free, which on two cores is half of them.
    maxWorkers: '100%',
    // Of the root and not of a project, so that one run starts one PostgreSQL.
    globalSetup: ['tests/kit/databaseSetup.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [`${sides}/**/*.test.{ts,tsx}`],
          exclude: [...own, isolated],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          isolate: true,
          name: 'isolated',
          include: [`${sides}/${isolated}`],
          exclude: own,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'scenarios',
          include: ['scenarios/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
