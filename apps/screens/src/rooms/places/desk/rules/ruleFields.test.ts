import { RULE_SETTINGS, ruleSchema } from '@linli/contract/places/ruleRows'
import { RULE_KINDS, type RuleKind } from '@linli/contract/places/ruleWords'
import { expect, it } from 'vitest'
import { draftOf, type FormSchema, filled, formSchema, rowOf } from './ruleDraft.ts'
import { FIELDS, RULE_TABS } from './ruleFields.ts'

type Kind = { readonly kind: RuleKind; readonly key: string; readonly under: string }
const kinds = Object.keys(RULE_KINDS) as RuleKind[] // the vocabulary's own keys
const rows: readonly Kind[] = [
  ...kinds.filter((kind) => kind !== 'setting').map((kind) => ({ kind, key: '', under: kind })),
  ...Object.keys(RULE_SETTINGS).map((key): Kind => ({ kind: 'setting', key, under: key })),
]
const partsOf = (under: string, schema: FormSchema): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([part, one]) => [
    `${under}.${part}`,
    ...partsOf(part, filled(one)),
  ])

it('has words in both languages for every part that can be edited', () => {
  const parts = rows.flatMap(({ kind, key, under }) => {
    const schema = ruleSchema(kind, key)
    return schema ? partsOf(under, formSchema(schema)) : []
  })
  expect(parts.length).toBeGreaterThan(40)
  expect(parts.filter((name) => !(name in FIELDS) && !((name.split('.')[1] ?? '') in FIELDS))).toEqual([])
  expect(new Set(RULE_TABS.map(({ kind }) => kind))).toEqual(new Set(Object.keys(RULE_KINDS)))
})

it('writes from a form what it began with, and what was typed as the contract has it', () => {
  const schema = formSchema(ruleSchema('item', 'x') ?? { type: 'object' })
  const row = {
    name: { zh: '换灯泡', en: 'Bulb' },
    list: 'social',
    alias: ['灯不亮', '家里黑'],
    kind: 'help',
    urgency: 'ordinary',
    evidence: ['contact'],
    photoNeedsPlace: false,
    unit: null,
    grabbable: true,
    automatic: false,
    skill: null,
    homeEntry: true,
    atStation: false,
    returnsToPool: false,
    selfHandled: false,
  }
  expect(rowOf(schema, draftOf(schema, row))).toEqual(row)
  const clock = formSchema(ruleSchema('clock', 'x') ?? { type: 'object' })
  const typed = { ...draftOf(clock, null), clock: 'accept', urgency: 'prompt', amount: '15', unit: 'minute' }
  expect(rowOf(clock, typed)).toEqual({
    clock: 'accept',
    urgency: 'prompt',
    item: null,
    amount: 15,
    unit: 'minute',
  })
  expect(rowOf(clock, { ...typed, amount: '十五' }).amount, 'the server says what is wrong').toBe('十五')
})
