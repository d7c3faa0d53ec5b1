import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { defaultTemplate } from '../../../apps/server/src/rooms/partners/documents/defaultTemplate.ts'
import { HERE } from '../../kit/houseGround.ts'
import { plantNumberedOrder } from '../../kit/houseOrders.ts'
import {
  plantAgreement,
  plantCard,
  plantCheckIn,
  plantLetter,
  plantReport,
  plantUnit,
} from '../../kit/housePartners.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import type { World } from '../../kit/houseWorld.ts'
import { type Aim, type Builders, owned, placed, plain, regional } from './builder.ts'

const assigned = ['assigned', 'outOfScope', 'otherRegion'] as const
const parties = ['own', 'assigned', 'outOfScope', 'otherRegion'] as const

/** The caller's unit where it is theirs to do, another one otherwise. */
const unitOf = async ({ world, actor, cell, ground }: Aim): Promise<string> =>
  (cell === 'assigned' ? actor.unitId : null) ?? (await plantUnit(world, ground.region))
const memberOf = ({ world, actor, cell, ground }: Aim): Promise<string> =>
  cell === 'own' ? Promise.resolve(actor.personId) : plantPerson(world, ground)
const reported = async (aim: Aim, state: 'asked' | 'accepted' = 'asked') => {
  const [unitId, personId] = [await unitOf(aim), await memberOf(aim)]
  return {
    unitId,
    personId,
    checkInId: await plantCheckIn(aim.world, aim.ground, { unitId, personId, state }),
  }
}
const checkIn = async (aim: Aim, state?: 'asked' | 'accepted') => ({
  id: (await reported(aim, state)).checkInId,
})
const letter = async (aim: Aim) => plantLetter(aim.world, aim.ground, await reported(aim))
const card = async (aim: Aim, state?: 'drawn' | 'agreed' | 'sent') =>
  plantCard(aim.world, aim.ground, await reported(aim, 'accepted'), state)
const day = (back: number): string => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10)
/** A unit's report, drawn or answered; a unit that is not the caller's where it is not theirs. */
const report = async (aim: Aim, state?: 'drawn' | 'answered') => {
  const unitId = await unitOf(aim)
  const checkInId = await plantCheckIn(aim.world, aim.ground, { unitId, state: 'accepted' })
  return { id: await plantReport(aim.world, aim.ground, { unitId, checkInId }, state) }
}
const template = async () => ({
  params: { kind: 'letter' },
  file: { name: '模板.docx', bytes: await defaultTemplate('letter') },
})
/** The home unit issues the letter and receives the card by name. */
const named = (operation: string) => ({ shows: { 林: { rowsOf: operation } } })
const letters = new WeakMap<World, Promise<string>>()
/** The letter of somebody whose number the house knows: one a house, since a number is one person's. */
function phonedLetter(world: World): Promise<string> {
  const kept = letters.get(world)
  if (kept) return kept
  const planting = (async () => {
    const unitId = await plantUnit(world, HERE.region)
    const personId = await plantPerson(world, { ...HERE, mark: `${HERE.mark}977` }, { phone: true })
    const checkInId = await plantCheckIn(world, HERE, { unitId, personId })
    return (await plantLetter(world, HERE, { unitId, personId, checkInId })).slug
  })()
  letters.set(world, planting)
  return planting
}

const sides = ['assigned', 'inScope', 'outOfScope', 'otherRegion'] as const
/** The side the caller is not on: a liaison meets the community, everybody else the unit. */
const mirror = ({ actor }: Aim) => (actor.unitId ? 'community' : 'unit')
const agreement = async (
  aim: Aim,
  more: { state?: 'proposed'; proposed?: 'unit' | 'community' } = {},
  side: 'unit' | 'community' = 'unit',
) => plantAgreement(aim.world, aim.ground, { unitId: await unitOf(aim), ...more }, side)
/** The number of an order that the caller's side can see: the unit has it to do, or it lies in the community. */
async function seenOrder({ world, actor, ground }: Aim): Promise<string> {
  const requester = await plantPerson(world, ground)
  const assignee = actor.unitId ? { unit: actor.unitId } : undefined
  const wish = { ground, state: 'inProgress', requester, assignee } as const
  return (await plantNumberedOrder(world, world.item, wish)).number
}

export const partnerBuilders: Builders = {
  myReporting: plain(),
  checkIn: plain(async ({ world, actor }) => {
    await world.admin.query(`update check_ins set state = 'ended' where person_id = $1`, [actor.personId])
    const unitId = await plantUnit(world, HERE.region)
    return {
      body: { id: newId(), path: HERE.community, unitId, skills: [], times: ['saturdays'], choices: [] },
    }
  }),
  checkInUnit: {
    cells: ['assigned', 'outOfScope'],
    build: async (aim) => {
      const unitId = await unitOf(aim)
      await aim.world.admin.query(`update check_ins set state = 'ended' where unit_id = $1`, [unitId])
      return {
        body: { id: newId(), unitId, path: aim.ground.community, skills: [], brings: '会议室和一辆客车' },
      }
    },
  },
  listCheckIns: placed(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  unitCheckIns: plain(() => ({ query: { kind: 'member' } }), named('letterFile')),
  decideCheckIn: placed(async (aim) => ({ params: await checkIn(aim), body: { accept: true } })),
  endCheckIn: {
    cells: ['own', 'inScope', 'outOfScope', 'otherRegion'],
    build: async (aim) => ({ params: await checkIn(aim) }),
  },
  issueLetter: { cells: assigned, build: async (aim) => ({ params: await checkIn(aim) }) },
  revokeLetter: { cells: assigned, build: async (aim) => ({ params: { id: (await letter(aim)).id } }) },
  letterFile: {
    cells: parties,
    build: async (aim) => ({ params: { id: (await letter(aim)).id }, query: { form: 'docx' } }),
    ...named('letterFile'),
  },
  checkLetter: plain(async ({ world }) => ({ params: { slug: await phonedLetter(world) } })),
  drawCard: placed(async (aim) => ({
    params: await checkIn(aim, 'accepted'),
    body: { id: newId(), fromOn: day(60), toOn: day(1) },
  })),
  answerCard: owned(async (aim) => ({
    params: { id: await card(aim) },
    body: { version: 1, agrees: true, words: '都对' },
  })),
  sendCard: placed(async (aim) => ({ params: { id: await card(aim, 'agreed') }, body: { version: 1 } })),
  listCards: placed(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  unitCards: plain(undefined, named('cardFile')),
  cardFile: {
    cells: parties,
    build: async (aim) => ({ params: { id: await card(aim, 'sent') }, query: { form: 'docx' } }),
    ...named('cardFile'),
  },
  drawReport: placed(async (aim) => ({
    params: {
      id: await plantCheckIn(aim.world, aim.ground, { unitId: await unitOf(aim), state: 'accepted' }),
    },
    body: { id: newId(), fromOn: day(60), toOn: day(1) },
  })),
  answerReport: {
    cells: assigned,
    build: async (aim) => ({ params: await report(aim), body: { version: 1, words: '下月再来一次义诊' } }),
  },
  listReports: placed(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  unitReports: plain(),
  reportFile: {
    cells: ['assigned', 'inScope', 'outOfScope', 'otherRegion'],
    build: async (aim) => ({ params: await report(aim, 'answered'), query: { form: 'docx' } }),
  },
  unitWaiting: plain(),
  listDocumentTemplates: regional(),
  getDocumentTemplate: regional(() => ({ params: { kind: 'letter' } })),
  uploadDocumentTemplate: regional(template),
  listAgreements: plain(),
  getAgreement: { cells: sides, build: async (aim) => ({ params: { id: (await agreement(aim)).id } }) },
  proposeAgreement: {
    cells: ['assigned', 'inScope', 'outOfScope'],
    build: async (aim) => ({
      body: {
        id: newId(),
        unitId: await unitOf(aim),
        path: aim.ground.community,
        title: '结对共建协议',
        fromOn: '2026-01-01',
        toOn: '2026-12-31',
        isPublic: true,
        promises: [
          { id: newId(), kind: 'funds', side: 'unit', words: '帮扶资金', dueOn: '2026-12-01', fen: 100 },
        ],
      },
    }),
  },
  // The side that did not propose signs.
  answerAgreement: {
    cells: sides,
    build: async (aim) => ({
      params: {
        id: (await agreement(aim, { state: 'proposed', proposed: mirror(aim) })).id,
      },
      body: { version: 1, signs: true },
    }),
  },
  endAgreement: {
    cells: sides,
    build: async (aim) => ({ params: { id: (await agreement(aim)).id }, body: { version: 1 } }),
  },
  reportPromise: {
    cells: sides,
    build: async (aim) => ({
      params: { id: (await agreement(aim, {}, aim.actor.unitId ? 'unit' : 'community')).task },
    }),
  },
  confirmPromise: {
    cells: sides,
    build: async (aim) => {
      const { task } = await agreement(aim, {}, mirror(aim))
      await aim.world.admin.query(`update agreement_promises set state = 'reported' where id = $1`, [task])
      return { params: { id: task }, body: { kept: true } }
    },
  },
  linkPromise: {
    cells: sides,
    build: async (aim) => ({
      params: { id: (await agreement(aim)).task },
      body: { number: await seenOrder(aim) },
    }),
  },
  recordPayment: {
    cells: sides,
    build: async (aim) => ({
      params: { id: (await agreement(aim, {}, mirror(aim))).funds },
      body: { id: newId(), fen: 500000, paidOn: day(3) },
    }),
  },
  publicPromises: plain(async ({ world }) => {
    await plantAgreement(world, HERE, { unitId: await plantUnit(world, HERE.region) })
    return {}
  }),
}
