import { systemScope } from '../../kernel/auth/actor.ts'
import type { CodeSender } from '../../kernel/auth/codes.ts'
import type { Database } from '../../kernel/db/database.ts'
import { phoneTail } from '../../kernel/policy/mask.ts'
import { codeDelivery } from './store.ts'

/**
 * Sign-in codes leave through the log: that one was sent and to which phone's ends, never the code itself. A place with a
 * message provider sends by `inner` first and logs what went out.
 */
export function logCodeSender(db: Database, region: () => number, inner?: CodeSender): CodeSender {
  return {
    send: async (phone, code) => {
      await inner?.send(phone, code)
      await db.commit(systemScope(region()), [codeDelivery(region(), phoneTail(phone))])
    },
  }
}
