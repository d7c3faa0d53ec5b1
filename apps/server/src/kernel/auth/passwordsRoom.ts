import { passwordEndpoints } from '@linli/contract/kernel/passwordEndpoints'
import sql from 'sql-template-tag'
import type { Database } from '../db/database.ts'
import { type Room, room } from '../http/room.ts'
import type { Policy } from '../policy/policy.ts'
import type { Passwords } from './passwords.ts'
import { LONGEST, type SecurityProfile, SHORTEST, sentencesOf } from './securityProfile.ts'
import type { Sessions } from './sessions.ts'

const policy: Policy<keyof typeof passwordEndpoints> = {
  operations: { getPasswordRules: 'signedIn', changeMyPassword: 'signedIn' },
  whileDue: true,
}

type Needs = {
  readonly db: Database
  readonly sessions: Sessions
  readonly passwords: Passwords
  readonly profile: SecurityProfile
  /** Whether the operator gave a file of leaked passwords. */
  readonly hasBreachedFile: boolean
}

/** What is asked of a staff password, and changing one's own. */
export function passwordsRoom({ db, sessions, passwords, profile, hasBreachedFile }: Needs): Room {
  return room({
    name: 'passwords',
    endpoints: passwordEndpoints,
    policy,
    handlers: {
      getPasswordRules: async ({ me }) => {
        const [row] = await db.global<{ until: string | null; has: boolean }>(
          sql`select ((password_set_at + make_interval(days => ${profile.rotateDays}::int)) at time zone 'Asia/Shanghai')::date as until, password_hash is not null as has
            from accounts where id = ${me.accountId}`,
        )
        const sentences = sentencesOf(profile, hasBreachedFile)
        return {
          profile: profile.name,
          sentences,
          shortest: SHORTEST,
          longest: LONGEST,
          until: row?.until ?? null,
          hasPassword: row?.has ?? false,
        }
      },
      changeMyPassword: async ({ me, body }) => {
        await passwords.change(me, body)
        sessions.forget(me.accountId)
        return null
      },
    },
  })
}
