import { join } from 'node:path'
import { demoCast } from '../demo/demoCast.ts'
import { operatorTokens, REGION } from '../demo/ground.ts'
import { FOUNDER } from '../demo/roster.ts'
import { settingOf } from '../demo/setting.ts'
import { readTown } from '../demo/town.ts'
import { type Call, clientOf } from '../drive/client.ts'
import { overHttp } from '../drive/wire.ts'
import type { Config } from '../kernel/config.ts'
import { placeRules } from '../rooms/places/index.ts'
import { foundPrinted } from './foundPrinted.ts'
import { type OwnHouse, openOwnHouse } from './ownHouse.ts'
import { openProgress } from './progressFile.ts'
import { ownTroupe, seatTroupe, type Troupe } from './troupe.ts'

/** Where a replay is played: a server, its people, and the house itself when it is our own. */
export type Stand = {
  readonly call: Call
  readonly troupe: Troupe
  readonly house: OwnHouse | undefined
  close(): Promise<void>
}
export const SIZES = ['demo', 'printed'] as const
export type Size = (typeof SIZES)[number]

/** Plays against a server that runs already: its demo seats do the work. */
export async function visit(url: string): Promise<Stand> {
  const call = clientOf(overHttp(url))
  return { call, troupe: await seatTroupe(call), house: undefined, close: async () => undefined }
}

/** A house of our own on a free port, over the data directory's database, with a town of the wished size. */
export async function openStand(
  config: Config,
  size: Size,
  say: (line: string) => void,
  stopped: () => boolean,
): Promise<Stand> {
  const house = await openOwnHouse(config, size === 'demo' ? 'demo' : 'none')
  try {
    const call = clientOf(overHttp(house.url))
    const tokens = operatorTokens(house)
    const people = size === 'demo' ? demoPeople() : printedPeople()
    const troupe = ownTroupe({ call, tokens, ...(await people) }, FOUNDER.phone)
    return { call, troupe, house, close: house.close }

    async function demoPeople() {
      const admin = await tokens(FOUNDER.phone)
      const map = await readTown(call, admin)
      const { items: units } = await call('listUnits', {}, admin)
      return { map, cast: demoCast(tokens, map, settingOf(await placeRules(house.db, REGION)), units) }
    }

    async function printedPeople() {
      say('建印刷规模的城区 Founding a district of the printed size …')
      const progress = await openProgress(join(config.dataDir, 'replay-town-printed.done'))
      const people = await foundPrinted({ house, call, tokens, progress, say, stopped })
      await house.settle() // what the founding has told the rooms must not keep the first orders waiting
      return people
    }
  } catch (error) {
    await house.close()
    throw error
  }
}
