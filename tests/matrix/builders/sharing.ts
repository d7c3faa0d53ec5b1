import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { HERE } from '../../kit/houseGround.ts'
import { plantCheckIn, plantUnit } from '../../kit/housePartners.ts'
import { plantList, plantMenuItem, plantMenuTake, plantPledges } from '../../kit/housePledges.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, placed, plain } from './builder.ts'

const OFFICE = ['intake', 'dispatcher', 'regionAdmin']
const away = ['own', 'outOfScope', 'otherRegion'] as const
const assigned = ['assigned', 'outOfScope', 'otherRegion'] as const

/** Somebody else's page where the cell lies. */
const pages = async ({ world, ground }: Aim) => plantPledges(world, ground, await plantPerson(world, ground))
const ownPage = ({ world, actor, ground }: Aim) => plantPledges(world, ground, actor.personId)
const unitOf = async ({ world, actor, cell, ground }: Aim): Promise<string> =>
  (cell === 'assigned' ? actor.unitId : null) ?? (await plantUnit(world, ground.region))

/** 三亮, the menu of a community and the lists it sends. */
export const sharingBuilders: Builders = {
  myPledges: plain(),
  showPledges: plain(async ({ world, actor }) => {
    const unitId = await plantUnit(world, HERE.region)
    await plantCheckIn(world, HERE, { unitId, personId: actor.personId, state: 'accepted' })
    return {
      body: {
        id: newId(),
        path: HERE.community,
        called: '王师傅',
        duties: '三栋的楼道',
        audience: 'everybody',
      },
    }
  }),
  withdrawPledges: plain(async (aim) => {
    await ownPage({ ...aim, ground: HERE })
    return {}
  }),
  addPledge: plain(async (aim) => {
    await ownPage({ ...aim, ground: HERE })
    return { body: { id: newId(), words: '每月看一次楼道灯', dueOn: '2026-12-01' } }
  }),
  removePledge: {
    cells: away,
    build: async (aim) => ({
      params: { id: (await (aim.cell === 'own' ? ownPage(aim) : pages(aim))).pledge },
    }),
  },
  keepPledge: placed(
    async (aim) => ({ params: { id: (await pages(aim)).pledge }, body: { facts: '七月二日换了两盏' } }),
    // Everybody is a resident of one place only, and everybody here lives where they work.
    { keepsOut: (actor, cell) => cell === 'outOfScope' && !(actor.isWide && OFFICE.includes(actor.role)) },
  ),
  hidePledges: placed(async (aim) => ({
    params: { id: (await pages(aim)).page },
    body: { words: '写了别人的名字' },
  })),
  communityPledges: plain(),
  publicPledges: plain(async (aim) => {
    await pages({ ...aim, ground: HERE })
    return {}
  }),
  listPledges: placed(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  addMenuItem: atPath(({ ground }) => ({
    body: {
      id: newId(),
      path: ground.community,
      name: '修雨棚',
      about: '周六上午，带工具',
      takers: 'both',
      untilOn: '2030-12-01',
    },
  })),
  closeMenuItem: placed(async ({ world, ground }) => ({
    params: { id: await plantMenuItem(world, ground) },
  })),
  listMenu: placed(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  myMenu: plain(),
  unitMenu: plain(),
  takeMenuItem: {
    cells: ['own', 'assigned', 'outOfScope', 'otherRegion'],
    build: async ({ world, actor, cell, ground }) => {
      const id = await plantMenuItem(world, ground)
      const { personId, unitId } = actor
      if (cell === 'own') {
        const home = await plantUnit(world, ground.region)
        await plantCheckIn(world, ground, { unitId: home, personId, state: 'accepted' })
      }
      if (cell !== 'assigned' || unitId === null) return { params: { id }, body: { id: newId() } }
      await plantCheckIn(world, ground, { unitId, state: 'accepted' })
      return { params: { id }, body: { id: newId(), unitId } }
    },
  },
  leaveMenuItem: {
    cells: ['own', 'assigned', 'outOfScope', 'otherRegion'],
    build: async (aim) => {
      const { world, actor, cell, ground } = aim
      const by = cell === 'own' ? { personId: actor.personId } : { unitId: await unitOf(aim) }
      return { params: { id: await plantMenuTake(world, ground, by) } }
    },
  },
  draftList: atPath(async ({ world, ground }) => ({
    query: { unitId: await plantUnit(world, ground.region), path: ground.community },
  })),
  sendList: atPath(async ({ world, ground }) => ({
    body: {
      id: newId(),
      unitId: await plantUnit(world, ground.region),
      path: ground.community,
      lines: [{ id: newId(), kind: 'need', words: '修雨棚' }],
    },
  })),
  listLists: plain(),
  unitLists: plain(),
  answerList: {
    cells: assigned,
    build: async (aim) => {
      const { id, line } = await plantList(aim.world, aim.ground, await unitOf(aim))
      return { params: { id }, body: { takes: [line], words: '下周六来' } }
    },
  },
}
