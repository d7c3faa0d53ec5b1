import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { TRANSITIONS } from '../../packages/contract/src/orders/transitions.ts'
import { STATES } from '../../packages/contract/src/orders/words.ts'
import { lifecyclePage } from './page.ts'

const page = readFileSync(new URL('../../docs/lifecycle.md', import.meta.url), 'utf8')

test('docs/lifecycle.md is as fresh as the table: else run node tools/lifecycle.ts', () => {
  expect(page).toBe(lifecyclePage())
})

test('every step has its row and every state its place in the diagram', () => {
  for (const { verb, label } of TRANSITIONS) expect(page).toContain(`| ${label.zh} | \`${verb}\` |`)
  const arrows = page.split('\n').filter((line) => line.includes('-->'))
  for (const state of Object.keys(STATES))
    expect(
      arrows.filter((line) => line.includes(` ${state}`)),
      state,
    ).not.toHaveLength(0)
  expect(arrows.filter((line) => line.endsWith('[*]')).map((line) => line.trim().split(' ')[0])).toEqual([
    'cancelled',
    'archived',
  ])
})
