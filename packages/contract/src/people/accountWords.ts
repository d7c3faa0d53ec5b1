import type { Vocabulary } from '../words.ts'

/** How a staff account stands. `phone`: a post without an account of its own, whose holder signs in by phone. */
export const ACCOUNT_STATES = {
  phone: { zh: '用手机登录', en: 'Signs in by phone' },
  new: { zh: '还没启用', en: 'Not taken into use' },
  active: { zh: '在用', en: 'Active' },
  locked: { zh: '已锁定', en: 'Locked' },
  disabled: { zh: '已停用', en: 'Disabled' },
} as const satisfies Vocabulary<string>
export type AccountState = keyof typeof ACCOUNT_STATES
