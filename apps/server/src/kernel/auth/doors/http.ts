import { accountDoorEndpoints, doorEndpoints } from '@linli/contract/doors/endpoints'
import sql from 'sql-template-tag'
import { auditStatement } from '../../audit/audit.ts'
import type { CryptoProvider } from '../../crypto/provider.ts'
import type { Database } from '../../db/database.ts'
import { type HandlerRequest, type Room, room } from '../../http/room.ts'
import { demandRegion } from '../../policy/policy.ts'
import { forbidden, notFound } from '../../problem.ts'
import type { FindPerson } from '../accounts.ts'
import type { Codes } from '../codes.ts'
import type { DoorSettings } from '../doorSettings.ts'
import { welcome } from '../http.ts'
import { type SingleSignOnDoor, singleSignOnDoor } from '../oidc/door.ts'
import { openProvider } from '../oidc/provider.ts'
import type { Sessions } from '../sessions.ts'
import { type CameBack, type WeChatDoor, weChatDoor } from '../wechat/door.ts'
import { officialAccount } from '../wechat/officialAccount.ts'
import { bind, staffAccount, unbindStatement } from './identities.ts'
import { accountDoorPolicy, doorPolicy } from './policy.ts'
import { doorClosed, subjectTaken } from './problems.ts'
import { openTickets } from './tickets.ts'

export type DoorsNeeds = {
  readonly db: Database
  readonly crypto: CryptoProvider
  readonly sessions: Sessions
  readonly codes: Codes
  readonly findPerson: FindPerson
  readonly settings: DoorSettings
  /** The demo shows codes on the screen, so its phone door stands open without a sender. */
  readonly showCodes: boolean
  readonly warn: (line: { readonly [name: string]: unknown }) => void
}

/** The doors of others, as the server registers them; `sweep` deletes what has served its purpose. */
export function doorRooms(needs: DoorsNeeds): { rooms: readonly Room[]; sweep(): Promise<void> } {
  const { db, settings, warn } = needs
  const tickets = openTickets(needs)
  const deps = { ...needs, tickets }
  const { wechat, singleSignOn } = settings
  const weChat = wechat && weChatDoor(wechat, officialAccount(wechat, warn), deps)
  const provider = singleSignOn && singleSignOnDoor(singleSignOn, openProvider(singleSignOn, warn), deps)
  const doors = room({
    name: 'doors',
    endpoints: doorEndpoints,
    policy: doorPolicy,
    handlers: {
      listDoors: async () => ({
        phone: needs.showCodes || settings.codeSender !== undefined,
        wechat: weChat !== undefined,
        singleSignOn: provider !== undefined,
      }),
      ...weChatHandlers(needs, weChat),
      ...singleSignOnHandlers(needs, provider),
      myDoors: async ({ me }) => {
        const [bound] = await db.global<{ bound_at: string }>(
          sql`select bound_at from identities where account_id = ${me.accountId} and door = 'wechat'`,
        )
        return { wechat: bound ? { boundAt: bound.bound_at } : null }
      },
      unbindWeChat: async ({ me, scope, remember }) => {
        const entry = { action: 'unbindWeChat', subjectKind: 'account', subjectId: me.accountId }
        await db.commit(scope, [
          remember(null),
          unbindStatement(me.accountId, 'wechat'),
          auditStatement(me, entry),
        ])
        return null
      },
    },
  })
  const accountDoors = room({
    name: 'accountDoors',
    endpoints: accountDoorEndpoints,
    policy: accountDoorPolicy,
    handlers: {
      bindSingleSignOn: async (request) => {
        demandRegion(accountDoorPolicy.operations.bindSingleSignOn, request.me)
        await bindStaff(needs, open(singleSignOn).issuer, request)
        return null
      },
    },
  })
  return { rooms: [doors, accountDoors], sweep: tickets.sweep }
}

/** A door that was not opened answers so, whatever is knocked. */
function open<D>(door: D | undefined): D {
  if (!door) throw doorClosed()
  return door
}

type Returning = Pick<HandlerRequest, 'visitor' | 'device' | 'setSession' | 'setTicket'>

/** Whoever came in gets the session's cookie and loses the ticket; whoever has a step left gets the ticket for it. */
async function answer(needs: DoorsNeeds, cameBack: CameBack, request: Returning) {
  if ('cookie' in cameBack) {
    request.setTicket(cameBack.cookie)
    return { next: cameBack.next, signedIn: false }
  }
  request.setTicket(undefined)
  const { visitor, device, setSession } = request
  await welcome(needs, cameBack.session, { body: {}, visitor, device, setSession })
  return { next: cameBack.next, signedIn: true }
}

type Of<O extends keyof typeof doorEndpoints> = HandlerRequest<(typeof doorEndpoints)[O]>
type Binding = HandlerRequest<(typeof accountDoorEndpoints)['bindSingleSignOn']>

const weChatHandlers = (needs: DoorsNeeds, door: WeChatDoor | undefined) => ({
  startWeChat: async ({ publicUrl, body, setTicket }: Of<'startWeChat'>) => {
    const { url, cookie } = await open(door).start(publicUrl, body.next)
    setTicket(cookie)
    return { url }
  },
  finishWeChat: async (request: Of<'finishWeChat'>) =>
    answer(needs, await open(door).finish(request.region, request.ticket, request.body), request),
  bindWeChat: async (request: Of<'bindWeChat'>) => {
    const { next } = await answer(
      needs,
      await open(door).bind(request.region, request.ticket, request.body),
      request,
    )
    return { next }
  },
})

const singleSignOnHandlers = (needs: DoorsNeeds, door: SingleSignOnDoor | undefined) => ({
  startSingleSignOn: async ({ publicUrl, body, setTicket }: Of<'startSingleSignOn'>) => {
    const { url, cookie } = await open(door).start(publicUrl, body.next)
    setTicket(cookie)
    return { url }
  },
  finishSingleSignOn: async (request: Of<'finishSingleSignOn'>) => {
    const { region, publicUrl, ticket, body } = request
    return answer(needs, await open(door).finish(region, publicUrl, ticket, body), request)
  },
  confirmSingleSignOn: async (request: Of<'confirmSingleSignOn'>) => {
    const { region, ticket, body } = request
    const { next } = await answer(needs, await open(door).confirm(region, ticket, body.code), request)
    return { next }
  },
})

/** Only accounts that work in the administrator's region, and never the own one. @throws notFound, forbidden, subjectTaken */
async function bindStaff(
  { db, crypto, findPerson }: DoorsNeeds,
  issuer: string,
  { me, scope, params, body, remember }: Binding,
): Promise<void> {
  await db.transaction(scope, async (tx) => {
    await tx.query(remember(null))
    const account = await staffAccount(tx, params.id)
    const personId = account ? await findPerson(tx, me.region, account.id) : undefined
    if (!account || !personId) throw notFound()
    if (account.id === me.accountId) throw forbidden()
    if (body.subject === null) await tx.query(unbindStatement(account.id, 'singleSignOn'))
    else {
      const identity = { door: 'singleSignOn', issuer, subject: body.subject } as const
      if (!(await bind(tx, crypto, account.id, identity, me.accountId))) throw subjectTaken()
    }
    const entry = { action: 'bindSingleSignOn', subjectKind: 'account', subjectId: account.id }
    await tx.query(auditStatement(me, { ...entry, facts: { bound: body.subject !== null } }))
  })
}
