import { readFileSync } from 'node:fs'
import {
  CHANNELS,
  CLOCKS,
  DURATION_UNITS,
  EVIDENCE,
  KINDS,
  PARTY_ROLES,
  type Preset,
  REFUSAL_REASONS,
  RELATIONS,
  RESTRICTIONS,
  RESULTS,
  ROLES,
  SCORES,
  STATES,
  TRANSITIONS,
  URGENCIES,
  type Words,
} from '@linli/contract'
import { expect, it } from 'vitest'
import { PRESETS } from './index.ts'

type Row = Words & { readonly code: string; readonly meaning: string }

/** The tables of the glossary by the Chinese name of their section. */
function sectionsOf(markdown: string): Map<string, Row[]> {
  const sections = new Map<string, Row[]>()
  let rows: Row[] = []
  for (const line of markdown.split('\n')) {
    const heading = /^#{2,3} (.+?) · /.exec(line)?.[1]
    if (heading) {
      rows = []
      sections.set(heading, rows)
    }
    const [, zh, en, code, meaning] = /^\| (.+?) \| (.+?) \| `(.+?)` \| (.+?) \|$/.exec(line) ?? []
    if (zh && en && code && meaning) rows.push({ zh, en, code, meaning })
  }
  return sections
}

const SECTIONS = sectionsOf(readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8'))

const VOCABULARIES: [section: string, vocabulary: { readonly [code: string]: Words }][] = [
  ['单的状态', STATES],
  ['动作', Object.fromEntries(TRANSITIONS.map((row) => [row.verb, row.label]))],
  ['时钟', CLOCKS],
  ['时限单位', DURATION_UNITS],
  ['角色', ROLES],
  ['人与单的关系', RELATIONS],
  ['单上的人', PARTY_ROLES],
  ['诉求类型', KINDS],
  ['来单渠道', CHANNELS],
  ['紧急程度', URGENCIES],
  ['结果', RESULTS],
  ['凭证', EVIDENCE],
  ['满意度', SCORES],
  ['不予受理的理由', REFUSAL_REASONS],
  ['限知范围', RESTRICTIONS],
]

it.each(VOCABULARIES)(
  'gives every code of %s a row with the words of the contract',
  (section, vocabulary) => {
    const rows = SECTIONS.get(section) ?? []
    for (const [code, { zh, en }] of Object.entries(vocabulary)) {
      expect(
        rows.find((row) => row.code === code),
        code,
      ).toMatchObject({ zh, en })
    }
  },
)

it('lists posts that some place has, in its words; a place may have more of its own', () => {
  const posts = Object.values<Preset>(PRESETS).flatMap((preset) => preset.posts)
  const rows = SECTIONS.get('岗位') ?? []
  expect(rows.length).toBeGreaterThan(10)
  for (const { code, zh, en } of rows)
    expect(
      posts.some(({ key, name }) => key === code && name.zh === zh && name.en === en),
      code,
    ).toBe(true)
})

it('keeps apart the words that are easily confused', () => {
  const words = new Map((SECTIONS.get('必须分清的词') ?? []).map((row) => [row.zh, row]))
  for (const zh of ['退回补正', '发布待抢', '挂起', '挂账', '重办', '复核', '异议', '工单编号', '回访'])
    expect(words.has(zh), zh).toBe(true)
  expect(words.get('挂起')?.meaning).toContain('中止计时')
  expect(words.get('挂账')?.code).not.toBe(words.get('挂起')?.code)
  expect(words.get('回访')?.en).toBe('follow-up call')
})

it('writes every row with all four cells, and no term or code twice in a section', () => {
  for (const [section, rows] of SECTIONS) {
    expect(rows.length, section).toBeGreaterThan(0)
    expect(new Set(rows.map((row) => row.zh)).size, section).toBe(rows.length)
    expect(new Set(rows.map((row) => row.code)).size, section).toBe(rows.length)
  }
})
