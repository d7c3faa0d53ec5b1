import type { Vocabulary } from '../words.ts'

/** What a key of another system may do. Whatever is public is read without a key. */
export const KEY_SCOPES = {
  read: { zh: '看自己送来的', en: 'Read what it sent' },
  place: { zh: '送来新的', en: 'Send new requests' },
  update: { zh: '给自己送来的补充', en: 'Add to what it sent' },
} as const satisfies Vocabulary<string>
export type KeyScope = keyof typeof KEY_SCOPES

export const KEY_STATES = {
  open: { zh: '在用', en: 'In use' },
  expired: { zh: '已过期', en: 'Expired' },
  revoked: { zh: '已停用', en: 'Revoked' },
} as const satisfies Vocabulary<string>
export type KeyState = keyof typeof KEY_STATES

/** Longest life of a key: somebody says anew each year that it is still needed. */
export const KEY_MOST_DAYS = 400
