import type { RuleKind } from '@linli/contract/places/ruleWords'
import type { Row } from './ruleDraft.ts'

const RANDOM = 8

/** The key of a row that the place adds: what a limit or a wave is for says it; else one that no preset will ever use. */
export function keyOfNew(kind: RuleKind, row: Row): string {
  if (kind === 'clock') return [row['clock'], row['urgency'], row['item']].filter(Boolean).join('.')
  if (kind === 'wave') return `wave${String(row['wave'])}`
  const random = crypto.randomUUID().replaceAll('-', '').slice(0, RANDOM)
  return `own${random}`
}
