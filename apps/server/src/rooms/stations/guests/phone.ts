import type { GuestView, guestEndpoints } from '@linli/contract/stations/endpoints'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { wrongCode } from '../../../kernel/auth/problems.ts'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { maskPhone, phoneTail } from '../../../kernel/policy/mask.ts'
import { forbidden, notFound } from '../../../kernel/problem.ts'
import type { GuestNeeds } from './needs.ts'
import { guestById, keepPhone } from './store.ts'

const phoneContext = (region: number, personId: string): string => `guests.phone:${region}:${personId}`
/** A code that was sent for this is good for nothing else, and to no other guest. */
const purposeOf = ({ personId }: Actor): string => `guest-${personId}`

/** At which station the guest is, and the number they left, masked. @throws forbidden to everybody else */
export async function getGuest(
  { db, crypto }: Pick<GuestNeeds, 'db' | 'crypto'>,
  me: Actor,
): Promise<GuestView> {
  if (!me.isGuest) throw forbidden()
  const guest = await guestById(db, me.region, me.personId)
  if (!guest) throw notFound()
  const { slug, name, address, path } = guest
  const phone = await guestPhone(db, crypto, me.region, me.personId)
  return {
    station: { slug, name, address, path },
    phone: phone === null ? null : maskPhone(phoneTail(phone)),
  }
}

/** The limits of codes hold here as for signing in: a minute between two, ten a day for one number. @throws forbidden */
export async function sendGuestCode(
  { codes, showCodes }: GuestNeeds,
  { me, region, body }: HandlerRequest<(typeof guestEndpoints)['sendGuestCode']>,
) {
  if (!me.isGuest) throw forbidden()
  const code = await codes.request(region, body.phone, purposeOf(me))
  return { secondsToLive: 300, secondsToNext: 60, ...(showCodes ? { demoCode: code } : {}) }
}

/** Only a number that answered is kept. @throws forbidden, wrongCode */
export async function confirmGuestPhone(
  needs: GuestNeeds,
  { me, region, body }: HandlerRequest<(typeof guestEndpoints)['confirmGuestPhone']>,
): Promise<GuestView> {
  if (!me.isGuest) throw forbidden()
  const { db, crypto, codes } = needs
  // The counted try of a wrong code is committed: it is answered, not thrown.
  const isRight = await db.transaction(systemScope(region), async (tx) => {
    if (!(await codes.spend(tx, body.phone, body.code, purposeOf(me)))) return false
    const cipher = crypto.encryptField(body.phone, phoneContext(region, me.personId))
    await tx.query(keepPhone(region, me.personId, cipher))
    return true
  })
  if (!isRight) throw wrongCode()
  return getGuest(needs, me)
}

/** The number of a guest that answered a code, in clear, for the order they place. */
export async function guestPhone(
  db: Database,
  crypto: CryptoProvider,
  region: number,
  personId: string,
): Promise<string | null> {
  const guest = await guestById(db, region, personId)
  return guest?.phoneCipher ? crypto.decryptField(guest.phoneCipher, phoneContext(region, personId)) : null
}
