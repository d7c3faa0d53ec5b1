import { newToken } from '../../../apps/server/src/kernel/auth/tokens.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { canaryPhone, HERE } from '../../kit/houseGround.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import {
  nextHour,
  OPEN_ALWAYS,
  plantBookable,
  plantBooking,
  plantLending,
  plantNumber,
  plantPictured,
  plantStation,
} from '../../kit/houseStations.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const written = (path: string) => ({
  kind: 'fixed',
  name: '河边驿站',
  path,
  address: '河边 2 号',
  position: { longitude: 1159000000, latitude: 286800000, system: 'gcj02' },
  photos: [],
  phone: null,
  facilities: ['water'],
  stepFree: true,
  hours: OPEN_ALWAYS,
  from: null,
  to: null,
})
const today = (): string => new Date(Date.parse(nextHour()) + 8 * 3_600_000).toISOString().slice(0, 10)

export const stationBuilders: Builders = {
  listStations: plain(),
  getStation: plain(async ({ world }) => ({ params: { slug: (await plantStation(world, HERE)).slug } })),
  stationCalendar: plain(async ({ world }) => ({ params: { slug: (await plantStation(world, HERE)).slug } })),
  stationPhoto: plain(async ({ world }) => {
    const { slug, photo } = await plantPictured(world, HERE)
    return { params: { slug, id: photo } }
  }),
  listSlots: plain(async ({ world }) => ({
    params: { id: (await plantBookable(world, HERE)).id },
    query: { day: today() },
  })),
  addStation: atPath(({ ground }) => ({ body: { id: newId(), ...written(ground.community) } })),
  changeStation: placed(async ({ world, ground }) => ({
    params: { id: (await plantStation(world, ground)).id },
    body: { version: 1, ...written(ground.community) },
  })),
  closeStation: placed(async ({ world, ground }) => ({
    params: { id: (await plantStation(world, ground)).id },
    body: { version: 1 },
  })),
  addBookable: placed(async ({ world, ground }) => ({
    params: { id: (await plantStation(world, ground)).id },
    body: { id: newId(), kind: 'room', name: '议事厅', minutes: 60, seats: 1, daysAhead: 7 },
  })),
  closeBookable: placed(async ({ world, ground }) => ({
    params: { id: (await plantBookable(world, ground)).id },
  })),
  book: plain(async ({ world }) => ({
    body: {
      id: newId(),
      bookableId: (await plantBookable(world, HERE)).id,
      startsAt: nextHour(),
      wait: false,
    },
  })),
  bookFor: placed(async ({ world, ground }) => ({
    body: {
      id: newId(),
      bookableId: (await plantBookable(world, ground)).id,
      startsAt: nextHour(),
      wait: false,
      phone: canaryPhone(ground),
    },
  })),
  myBookings: plain(),
  // Of those on duty it lies in scope, too.
  cancelBooking: owned(
    async ({ world, actor, cell, ground }) => ({
      params: {
        id: (
          await plantBooking(
            world,
            ground,
            cell === 'own' && actor.role !== 'visitor' ? actor.personId : await plantPerson(world, ground),
          )
        ).id,
      },
    }),
    { cells: ['own', 'inScope', 'outOfScope', 'otherRegion'] },
  ),
  listBookings: placed(
    async ({ world, ground }) => {
      const { stationId } = await plantBooking(world, ground, await plantPerson(world, ground))
      return { params: { id: stationId }, query: { day: today() } }
    },
    // Name and number come masked.
  ),
}

const stationOf = async ({ world, ground }: Aim) => ({
  params: { id: (await plantStation(world, ground)).id },
})

export const queueBuilders: Builders = {
  getQueue: plain(async ({ world }) => ({
    params: { slug: (await plantNumber(world, HERE, await plantPerson(world, HERE), true)).slug },
  })),
  takeNumber: plain(async ({ world }) => ({
    params: { id: (await plantStation(world, HERE)).id },
    body: { id: newId() },
  })),
  takeNumberAtCounter: placed(async (aim) => ({ ...(await stationOf(aim)), body: { id: newId() } })),
  listNumbers: placed(async ({ world, ground }) => ({
    params: { id: (await plantNumber(world, ground, await plantPerson(world, ground))).stationId },
  })),
  callNext: placed(async ({ world, ground }) => ({
    params: { id: (await plantNumber(world, ground, null)).stationId },
    body: { counter: '1 号窗口' },
  })),
  callAgain: placed(async ({ world, ground }) => ({
    params: { id: (await plantNumber(world, ground, null, true)).id },
    body: { counter: '1 号窗口' },
  })),
  // Of those on duty it lies in scope, too.
  endNumber: owned(
    async ({ world, actor, cell, ground }) => ({
      params: {
        id: (
          await plantNumber(
            world,
            ground,
            cell === 'own' && actor.role !== 'visitor' ? actor.personId : await plantPerson(world, ground),
          )
        ).id,
      },
    }),
    { cells: ['own', 'inScope', 'outOfScope', 'otherRegion'] },
  ),
  myNumbers: plain(),
}

export const lendingBuilders: Builders = {
  addLendable: placed(async (aim) => ({
    ...(await stationOf(aim)),
    body: { id: newId(), name: '雨伞', pieces: 5, days: 3 },
  })),
  closeLendable: placed(async ({ world, ground }) => ({
    params: { id: (await plantLending(world, ground)).id },
  })),
  lend: placed(async ({ world, ground }) => ({
    params: { id: (await plantLending(world, ground)).id },
    body: { id: newId(), phone: canaryPhone(ground), tag: '7' },
  })),
  takeBack: placed(async ({ world, ground }) => ({
    params: { id: (await plantLending(world, ground, await plantPerson(world, ground))).loanId },
  })),
  getLending: placed(async ({ world, ground }) => ({
    params: { id: (await plantLending(world, ground, await plantPerson(world, ground))).stationId },
  })),
  myLoans: plain(),
}

/** Nobody of the cast is a guest: what a guest may do stands in guests.test.ts. */
const guestsAlone = { keepsOut: () => true }
export const guestBuilders: Builders = {
  enterAsGuest: plain(
    async ({ world }) => ({ params: { slug: (await plantStation(world, HERE)).slug }, body: {} }),
    { changesCaller: true },
  ),
  returnAsGuest: plain(() => ({ body: { secret: newToken() } }), { answers: [404] }), // a secret that is nobody's
  getGuest: plain(undefined, guestsAlone),
  sendGuestCode: plain(({ ground }) => ({ body: { phone: canaryPhone(ground) } }), guestsAlone),
  confirmGuestPhone: plain(
    ({ ground }) => ({ body: { phone: canaryPhone(ground), code: '000000' } }),
    guestsAlone,
  ),
}
