import type { Preset } from '@linli/contract'
import { stable } from './ruleBody.ts'

/** One row of the place's rules, as `policy_versions` keeps it. `body.position` is its place in the preset's order. */
export type RuleRow = { readonly kind: string; readonly key: string; readonly body: object }
export type CurrentRow = RuleRow & { readonly origin: 'preset' | 'place' }
export type Difference = {
  readonly kind: string
  readonly key: string
  readonly ours: object
  readonly preset: object | null
}
export type PresetPlan = {
  /** Rows to write as a new version: new ones, and those whose unedited row the preset has changed. */
  readonly write: readonly RuleRow[]
  readonly retire: readonly CurrentRow[]
  /** What the place has edited itself and the preset says otherwise: shown, never touched. */
  readonly differences: readonly Difference[]
}

const ordered = (kind: string, rows: readonly { readonly key: string }[]): RuleRow[] =>
  rows.map((row, position) => ({ kind, key: row.key, body: { ...row, position } }))

/** Every row of a preset by kind and key; units are organisations of their own and stand in their own table. */
export function rowsOf(preset: Preset): RuleRow[] {
  const { helperQuota, followUp, rework, selfHandling, redemption } = preset
  return [
    ...ordered('level', preset.levels),
    ...ordered('post', preset.posts),
    ...ordered('partyBody', preset.partyBodies),
    ...ordered('team', preset.teams),
    ...ordered('skill', preset.skills),
    ...ordered(
      'supply',
      preset.units.flatMap(({ key, supplies, source }) =>
        supplies ? [{ key, unit: key, items: supplies, source }] : [],
      ),
    ),
    ...ordered('list', preset.lists),
    ...ordered('item', preset.catalogue),
    ...ordered('clock', preset.clocks),
    ...ordered(
      'wave',
      preset.waves.map((wave) => ({ ...wave, key: `wave${wave.wave}` })),
    ),
    ...ordered('points', preset.points),
    ...ordered('reward', preset.rewards),
    ...ordered('cardTag', preset.cardTags),
    ...ordered('campaign', preset.campaigns),
    ...ordered('careRhythm', preset.careRhythms),
    ...ordered('allowance', preset.allowances),
    ...ordered('workResult', preset.workResults),
    ...ordered('day', preset.calendar),
    ...ordered('week', preset.weeks),
    ...ordered('alert', preset.alerts),
    ...ordered('facility', preset.facilities),
    ...ordered('pairingRule', preset.pairingRules),
    ...ordered('checkInChoice', preset.checkInChoices),
    ...ordered('conduct', preset.conduct),
    ...ordered('activityKind', preset.activityKinds),
    ...ordered('activityTheme', preset.activityThemes),
    ...ordered('nearbyService', preset.nearbyServices),
    ...ordered('retiredLedger', preset.retiredLedgers),
    ...ordered('ledgerSet', preset.ledgerSets),
    ...ordered('ledgerSum', preset.ledgerSums),
    ...ordered(
      'label',
      Object.entries(preset.labels).map(([key, words]) => ({ key, words })),
    ),
    { kind: 'setting', key: 'helperQuota', body: { value: helperQuota } },
    { kind: 'setting', key: 'followUp', body: followUp },
    { kind: 'setting', key: 'rework', body: rework },
    { kind: 'setting', key: 'careUnseen', body: preset.careUnseen },
    { kind: 'setting', key: 'devices', body: preset.devices },
    { kind: 'setting', key: 'workAppeal', body: preset.workAppeal },
    { kind: 'setting', key: 'partnerRule', body: preset.partnerRule },
    { kind: 'setting', key: 'selfHandling', body: selfHandling },
    { kind: 'setting', key: 'lifecycle', body: preset.lifecycle },
    { kind: 'setting', key: 'offers', body: preset.offers },
    { kind: 'setting', key: 'redemption', body: redemption },
    { kind: 'setting', key: 'gridSize', body: preset.gridSize },
    { kind: 'setting', key: 'walk', body: preset.walk },
    { kind: 'setting', key: 'trust', body: preset.trust },
  ]
}

/** What founding or upgrading has to write: only rows the place never edited are changed. */
export function planPreset(current: readonly CurrentRow[], wanted: readonly RuleRow[]): PresetPlan {
  const name = (row: RuleRow) => `${row.kind}/${row.key}`
  const now = new Map(current.map((row) => [name(row), row]))
  const next = new Set(wanted.map(name))
  const write: RuleRow[] = []
  const retire: CurrentRow[] = []
  const differences: Difference[] = []
  for (const row of wanted) {
    const before = now.get(name(row))
    if (before && same(before.body, row.body)) continue
    if (before?.origin === 'place')
      differences.push({ kind: row.kind, key: row.key, ours: before.body, preset: row.body })
    else write.push(row)
  }
  for (const row of current) {
    if (next.has(name(row))) continue
    if (row.origin === 'preset') retire.push(row)
    else differences.push({ kind: row.kind, key: row.key, ours: row.body, preset: null })
  }
  return { write, retire, differences }
}

const same = (a: unknown, b: unknown): boolean => stable(a) === stable(b)
