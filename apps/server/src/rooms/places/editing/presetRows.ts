import type { Preset } from '@linli/contract'
import { rowsOf } from '../rules/presetPlan.ts'
import type { RuleBody } from '../rules/ruleBody.ts'

export type PresetRows = {
  readonly version: number
  get(kind: string, key: string): RuleBody | undefined
}
const kept = new WeakMap<Preset, PresetRows>()

/** The rows of a preset by kind and key; made once for each. */
export function presetRows(preset: Preset): PresetRows {
  const before = kept.get(preset)
  if (before) return before
  const rows = new Map(rowsOf(preset).map((row) => [`${row.kind}/${row.key}`, row.body as RuleBody]))
  const made = { version: preset.version, get: (kind: string, key: string) => rows.get(`${kind}/${key}`) }
  kept.set(preset, made)
  return made
}
