import type { GuestEntered, guestEndpoints } from '@linli/contract/stations/endpoints'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { welcome } from '../../../kernel/auth/http.ts'
import { createSession } from '../../../kernel/auth/sessions.ts'
import { signInStatement } from '../../../kernel/auth/signIns.ts'
import { hashToken, newToken } from '../../../kernel/auth/tokens.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound, tooMany } from '../../../kernel/problem.ts'
import { linkOver, tooManyGuests } from './errors.ts'
import type { GuestNeeds } from './needs.ts'
import { guestBySecret, guestStatements, moveGuest, stationForGuest } from './store.ts'

type Table = typeof guestEndpoints

/** Of one network address in ten minutes: a sight lends one address to all its guests, a script wants thousands. */
const AN_ADDRESS = { points: 60, duration: 600 }
export const openGuestLimit = () => new RateLimiterMemory({ keyPrefix: 'guest', ...AN_ADDRESS })

/**
 * 扫码: whoever scanned the code of a station is a guest from now on, with a session on this phone and a secret for the
 * link that finds back. Who is a guest already moves to this station and keeps their own.
 * @throws notFound when no such station stands there now, tooMany (of this address), tooManyGuests (of this station)
 */
export async function enterAsGuest(
  needs: GuestNeeds,
  request: HandlerRequest<Table['enterAsGuest']>,
): Promise<GuestEntered> {
  const { region, params, visitor } = request
  await withinLimit(needs, request.address)
  const [accountId, personId, secret] = [newId(), newId(), newToken()]
  const known = visitor?.isGuest ? visitor : undefined
  const outcome = await needs.db.transaction(systemScope(region), async (tx) => {
    const station = await stationForGuest(tx, region, params.slug)
    if (!station) return notFound
    if (known) {
      await tx.query(moveGuest(region, known.personId, station.id))
      return createSession(tx, { accountId: known.accountId, region, personId: known.personId }, 'guest')
    }
    if (station.isFull) return tooManyGuests
    const secretHash = hashToken(secret)
    if (!secretHash) throw new Error('the secret has no hash')
    const guest = { accountId, personId, stationId: station.id, secretHash }
    for (const statement of guestStatements(region, guest)) await tx.query(statement)
    await tx.query(signInStatement({ region, accountId, personId }, 'enterAsGuest', true))
    return createSession(tx, { accountId, region, personId }, 'guest')
  })
  if (typeof outcome === 'function') throw outcome()
  return { ...(await welcome(needs, outcome, request)), secret: known ? null : secret }
}

/** The link that was kept opens another session of the same guest. @throws linkOver, tooMany */
export async function returnAsGuest(
  needs: GuestNeeds,
  request: HandlerRequest<Table['returnAsGuest']>,
): Promise<GuestEntered> {
  const { region, body } = request
  await withinLimit(needs, request.address)
  const secretHash = hashToken(body.secret)
  const outcome = await needs.db.transaction(systemScope(region), async (tx) => {
    const guest = secretHash && (await guestBySecret(tx, region, secretHash))
    if (!guest) return linkOver
    await tx.query(signInStatement({ region, ...guest }, 'returnAsGuest', true))
    return createSession(tx, { region, ...guest }, 'guest')
  })
  if (typeof outcome === 'function') throw outcome()
  return { ...(await welcome(needs, outcome, request)), secret: null }
}

async function withinLimit({ limit }: GuestNeeds, address: string): Promise<void> {
  try {
    await limit.consume(address)
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused
    throw tooMany()
  }
}
