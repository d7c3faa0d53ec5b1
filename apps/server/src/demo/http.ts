import { demoEndpoints, SEATS, type Seat } from '@linli/contract/demo/endpoints'
import { settleInStatement } from '../kernel/auth/sessions.ts'
import type { Config } from '../kernel/config.ts'
import { room } from '../kernel/http/room.ts'
import type { Policy } from '../kernel/policy/policy.ts'
import { notFound } from '../kernel/problem.ts'
import { personByPhone } from '../rooms/people/index.ts'
import { placeRules } from '../rooms/places/index.ts'
import { type Ground, operatorSession } from './ground.ts'
import { SEAT_PEOPLE } from './roster.ts'
import type { Stage } from './stage.ts'

const policy: Policy<keyof typeof demoEndpoints> = {
  operations: { listSeats: 'public', takeSeat: 'public', getPace: 'public', setPace: 'public' },
}

type Needs = Pick<Ground, 'db' | 'crypto'> & {
  readonly config: Pick<Config, 'demo' | 'production'>
  readonly stage: Stage
}

/** The demo's own operations. Outside a demo town each of them answers that there is no such thing. */
export function demoRoom({ db, crypto, config, stage }: Needs) {
  const onlyInDemo = async (region: number): Promise<void> => {
    if (!config.demo || config.production || !(await placeRules(db, region)).isDemo) throw notFound()
  }
  const seated = async (region: number, seat: Seat) => {
    const { phone, screen } = SEAT_PEOPLE[seat]
    const person = await personByPhone(db, crypto, region, phone)
    return person ? { seat, name: SEATS[seat], person: person.name, screen } : undefined
  }
  return room({
    name: 'demo',
    endpoints: demoEndpoints,
    policy,
    handlers: {
      listSeats: async ({ region }) => {
        await onlyInDemo(region)
        const seats = Object.keys(SEATS) as Seat[] // Object.keys forgets the key type
        const found = await Promise.all(seats.map((seat) => seated(region, seat)))
        return found.flatMap((seat) => (seat ? [seat] : []))
      },
      takeSeat: async ({ region, params, body, device, setSession }) => {
        await onlyInDemo(region)
        if (!(await seated(region, params.seat))) throw notFound() // the town is still being founded
        const { token, sessionId, expiresAt, personId } = await operatorSession(
          { db, crypto },
          SEAT_PEOPLE[params.seat].phone,
          region,
        )
        await db.global(settleInStatement(sessionId, { device, before: undefined }))
        if (!body.bearer) setSession(token, expiresAt)
        return { token: body.bearer ? token : null, expiresAt, personId }
      },
      getPace: async ({ region }) => {
        await onlyInDemo(region)
        return { ...stage }
      },
      setPace: async ({ region, body }) => {
        await onlyInDemo(region)
        stage.running = body.running
        return { ...stage }
      },
    },
  })
}
