import type { Vocabulary } from '../words.ts'

export type TrustKind = 'award' | 'removal'
export const TRUST_KINDS: Vocabulary<TrustKind> = {
  award: { zh: '拟评为信得过', en: 'To be called trusted' },
  removal: { zh: '拟取消信得过', en: 'To be no longer called trusted' },
}

export type TrustState = 'open' | 'carried' | 'dropped'
export const TRUST_STATES: Vocabulary<TrustState> = {
  open: { zh: '公示中', en: 'Notice is given' },
  carried: { zh: '已通过', en: 'Carried' },
  dropped: { zh: '不通过', en: 'Dropped' },
}

/** How far it is on foot was measured by the place, or is reckoned from the straight line. */
export type WalkHow = 'measured' | 'reckoned'
export const WALK_HOW: Vocabulary<WalkHow> = {
  measured: { zh: '实测', en: 'Measured' },
  reckoned: { zh: '按直线距离估算', en: 'Reckoned from the straight line' },
}
