import { demoEndpoints } from '@linli/contract/demo/endpoints'
import { describe, expect, test } from 'vitest'
import { demoRoom } from '../../apps/server/src/demo/http.ts'
import { openDemo } from '../../apps/server/src/demo/index.ts'
import { openStage } from '../../apps/server/src/demo/stage.ts'
import { type Operation, openTestHouse, type TestHouse } from '../kit/house.ts'
import { BUILDERS } from './builders/index.ts'

// One tap signs in as anybody of the demo town, administrators too: the matrix leaves these operations out, since where
// real people live there must be none of them to try.

const DEMO = Object.keys(demoEndpoints).sort()
const INPUT = { params: { seat: 'regionAdmin' } }
const production = { NODE_ENV: 'production', SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }

async function within<T>(house: TestHouse, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } finally {
    await house.close()
  }
}
const namesOf = ({ operations }: TestHouse): string[] => operations.map(({ id }) => id).sort()
/** What each of the demo's operations answers a visitor, by its own address. */
const answersOf = (house: TestHouse, operations: readonly Operation[]) =>
  Promise.all(
    operations.map(async (operation) => {
      const body = { setPace: { running: true }, takeSeat: { bearer: true } }[operation.id]
      return (await house.ask(operation, undefined, { ...INPUT, ...(body ? { body } : {}) })).status
    }),
  )

describe('the demo’s operations', () => {
  let demoOperations: Operation[] = []

  test('are all that the matrix leaves out', async () => {
    const house = await openTestHouse({ moreRooms: openDemo().rooms })
    await within(house, async () => {
      expect(namesOf(house)).toEqual([...Object.keys(BUILDERS), ...DEMO].sort())
      demoOperations = house.operations.filter(({ id }) => DEMO.includes(id))
      // The town is not founded yet: nobody sits anywhere.
      expect(await answersOf(house, demoOperations)).toEqual(
        demoOperations.map(({ id }) => (id === 'takeSeat' ? 404 : 200)),
      )
    })
  })

  test('are absent in production: neither described nor answered', async () => {
    const house = await openTestHouse({ moreRooms: openDemo().rooms, environment: production })
    await within(house, async () => {
      expect(namesOf(house)).toEqual(Object.keys(BUILDERS).sort())
      expect(await answersOf(house, demoOperations)).toEqual(DEMO.map(() => 404))
    })
  })

  test('answer nothing in production even if somebody built them in', async () => {
    const house = await openTestHouse({
      moreRooms: (furnishing) => [demoRoom({ ...furnishing, stage: openStage() })],
      environment: production,
    })
    await within(house, async () => {
      expect(namesOf(house)).toEqual([...Object.keys(BUILDERS), ...DEMO].sort())
      expect(await answersOf(house, demoOperations)).toEqual(DEMO.map(() => 404))
    })
  })
})
