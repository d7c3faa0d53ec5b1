import type { Seat } from '@linli/contract/demo/endpoints'
import { inventedName } from '../demo/roster.ts'
import type { Town } from '../demo/stagedTown.ts'
import { readTown, type TownMap } from '../demo/town.ts'
import type { Cast, Player } from '../drive/cast.ts'
import { chanceOf } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'

/** Everybody and everything a replay needs of a town, wherever it runs. */
export type Troupe = {
  readonly cast: Cast
  readonly map: TownMap
  /** Who reads orders and ledger for the report. */
  readonly admin: () => Promise<string>
  /** The resident who speaks for a message's user. */
  residentOf(user: string, seed: string): Player
}

/** In a house of our own every user of the messages becomes a resident of the town, signed in by the operator. */
export function ownTroupe(town: Pick<Town, 'call' | 'tokens' | 'map' | 'cast'>, admin: string): Troupe {
  const settled = new Map<string, Promise<string>>()
  const home = homesOf(town.map)
  return {
    cast: town.cast,
    map: town.map,
    admin: () => town.tokens(admin),
    residentOf: (user, seed) => {
      const chance = chanceOf('resident', seed, user)
      const phone = `19${chance.whole('phone', 1, 7)}${chance.whole('number', 10_000_000, 99_999_999)}`
      const name = inventedName(chance)
      const moveIn = async (): Promise<string> => {
        const token = await town.tokens(phone)
        await town.call('changeMe', { body: { name, path: home(user) } }, token)
        return token
      }
      return {
        name,
        phone,
        token: () => {
          const known = settled.get(phone)
          if (known) return known
          const moving = moveIn()
          settled.set(phone, moving)
          moving.catch(() => settled.delete(phone))
          return moving
        },
      }
    },
  }
}

/** On somebody else's server only the demo's seats can be taken: one resident speaks for all, and the seats do the work. */
export async function seatTroupe(call: Call): Promise<Troupe> {
  const names = new Map((await call('listSeats', {})).map(({ seat, person }) => [seat, person]))
  const tokens = new Map<Seat, Promise<string>>()
  const tokenOf = (seat: Seat): Promise<string> => {
    const known = tokens.get(seat)
    if (known) return known
    const taken = call('takeSeat', { params: { seat }, body: { bearer: true } }).then(({ token }) => {
      if (token === null) throw new Error(`the seat ${seat} was taken without a token`)
      return token
    })
    tokens.set(seat, taken)
    return taken
  }
  const player = (seat: Seat): Player => ({
    name: names.get(seat) ?? seat,
    phone: seat,
    token: () => tokenOf(seat),
  })
  const staff = (seat: Seat) => [{ ...player(seat), path: '/' }]
  const { skills } = await call('getPlace', {})
  // The claim board says what a helper may really claim.
  const helper = (seat: Seat) => ({
    ...player(seat),
    path: '/',
    servesPath: '/',
    skills: skills.map(({ key }) => key),
    homeEntry: true,
  })
  const [unitId] = (await call('whoAmI', {}, await tokenOf('unitHandler'))).units
  const unit = (await call('listUnits', {}, await tokenOf('duty'))).items.find(({ id }) => id === unitId)
  return {
    cast: {
      residents: [],
      duty: staff('duty'),
      reviewers: staff('reviewer'),
      callers: staff('caller'),
      publishers: staff('publisher'),
      helpers: [helper('helper'), helper('secondHelper')],
      units: new Map(unit ? [[unit.name.zh, player('unitHandler')]] : []),
    },
    map: await readTown(call, await tokenOf('duty')),
    admin: () => tokenOf('regionAdmin'),
    residentOf: () => player('resident'),
  }
}

/** A building for each user, always the same one. */
export function homesOf(map: TownMap): (user: string) => string {
  const buildings = map.all.filter(({ level }) => level === 'building').map(({ path }) => path)
  return (user) => chanceOf('home', user).pick('building', buildings)
}
