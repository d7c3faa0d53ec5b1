import { plantAlias, plantArea, plantRun } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, placed, plain, regional } from './builder.ts'

const entrance = async ({ world, ground }: Aim) => ({ params: { id: (await plantArea(world, ground)).id } })

const LIST = { name: { zh: '新清单', en: 'A new list' }, printedCount: null }
/** A row that the place does not have yet: no call meets what another has written. */
const newList = () => ({ kind: 'list', key: `list${String(Math.random()).slice(2, 14)}` })

export const placeBuilders: Builders = {
  getPlace: plain(),
  listAreas: plain(({ ground }) => ({ query: { parent: ground.community } })),
  getArea: plain(({ ground }) => ({ query: { path: ground.path } })),
  findPlaceByCode: {
    cells: ['inScope', 'outOfScope', 'otherRegion'],
    build: async ({ world, ground }) => ({ params: { slug: (await plantArea(world, ground)).slug } }),
  },
  openArea: atPath(({ ground }) => ({ body: { parent: ground.community, name: `新网格${Math.random()}` } })),
  renameArea: placed(async (aim) => ({ ...(await entrance(aim)), body: { name: '改名单元' } })),
  closeArea: placed(async (aim) => ({ ...(await entrance(aim)), body: { reason: '房屋已拆除' } })),
  areaCodeSheet: placed(entrance),
  listUnits: plain(),
  listHouseholds: placed(({ ground }) => ({ query: { path: ground.path } }), { narrows: true }),
  searchAddresses: placed(() => ({ query: { q: '金丝雀' } }), { narrows: true }),
  importRegister: plain(() => ({
    params: { register: 'areas' },
    query: { check: 'true' },
    file: {
      name: '地点.csv',
      bytes: Buffer.from('\uFEFF街道,社区,网格,小区,楼栋,单元\r\ns01号,c1号,g1号,,9栋,1单元'),
    },
  })),
  listDays: plain(() => ({ query: { year: '2026' } })),
  dayEffects: regional(() => ({ params: { day: '2026-10-01' } })),
  setDay: regional(() => ({ params: { day: '2027-10-01' }, body: { kind: 'holiday', name: '国庆节' } })),
  listWeeks: plain(),
  setWeek: regional(() => ({
    params: { key: 'region' },
    body: { days: [[{ from: '09:00', to: '17:00' }], [], [], [], [], [], []] },
  })),
  listRules: regional(),
  getProcess: plain(),
  ruleHistory: regional(() => ({ params: { kind: 'setting', key: 'followUp' } })),
  previewRule: regional(() => ({ params: newList(), body: { row: LIST, seen: null } })),
  setRule: regional(() => ({
    params: newList(),
    body: { row: LIST, seen: null, why: '清单按新通知加的' },
  })),
  listAreaAliases: placed(entrance),
  addAreaAlias: placed(async (aim) => ({
    ...(await entrance(aim)),
    body: { alias: `老楼${Math.random()}`, kind: 'nickname', ofCompound: false },
  })),
  endAreaAlias: placed(async ({ world, ground }) => ({
    params: { id: await plantAlias(world, ground) },
    body: {},
  })),
  followImport: {
    cells: ['own', 'outOfScope', 'otherRegion'],
    build: async ({ world, actor, cell, ground }) => ({
      params: { id: await plantRun(world, ground, cell === 'own' ? actor.personId : undefined) },
    }),
  },
  registerTemplate: plain(() => ({ params: { register: 'areas' } })),
}
