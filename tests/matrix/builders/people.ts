import { canaryPhone } from '../../kit/houseGround.ts'
import { plantHousehold, plantPerson, plantPost } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, placed, plain } from './builder.ts'

const neighbour = ({ world, ground }: Aim) => plantPerson(world, ground)
const unused = (): string => `139${String(Math.trunc(Math.random() * 1e8)).padStart(8, '0')}`

export const peopleBuilders: Builders = {
  listPeople: placed(({ ground }) => ({ query: { path: ground.path } }), { narrows: true }),
  findPersonByPhone: placed(({ ground }) => ({ body: { phone: canaryPhone(ground) } }), { narrows: true }),
  getPerson: {
    cells: ['own', 'inScope', 'outOfScope', 'otherRegion'],
    build: async (aim) => ({
      params: { id: aim.cell === 'own' ? aim.actor.personId : await neighbour(aim) },
    }),
  },
  getMe: plain(),
  changeMe: plain(({ ground }) => ({ body: { path: ground.path } })),
  revealPhone: placed(
    async (aim) => ({ params: { id: await neighbour(aim) }, body: { reason: '约上门时间' } }),
    { reveals: true },
  ),
  registerPerson: atPath(({ ground }) => ({
    body: { name: '王新来', phone: unused(), path: ground.path },
  })),
  changePerson: placed(async (aim) => ({
    params: { id: await neighbour(aim) },
    body: { householdId: await plantHousehold(aim.world, aim.ground) },
  })),
  assignPost: atPath(async ({ world, ground }) => ({
    params: { id: await plantPerson(world, ground, { account: true, serves: true }) },
    body: { post: 'gridWorker', areaPath: ground.path.replace(/b1\/$/, '') },
  })),
  endPost: placed(async (aim) => ({
    params: {
      id: await plantPost(
        aim.world,
        aim.ground,
        'buildingHead',
        await plantPerson(aim.world, aim.ground, { serves: true }),
      ),
    },
    body: {},
  })),
  listPosts: placed(({ ground }) => ({ query: { path: ground.path } }), { narrows: true }),
  listPostHistory: atPath(({ ground }) => ({ query: { path: ground.path } })),
  joinAsHelper: plain(({ ground }) => ({ body: { servesPath: ground.community } }), {
    changesCaller: true,
    answers: [409], // who helps already is told so
  }),
  updateMyHelperSettings: plain(() => ({ body: { nightEmergencies: false } })),
  leaveAsHelper: plain(() => ({ body: {} }), { changesCaller: true, answers: [404] }), // who does not help is told so
  verifySkill: placed(async ({ world, ground }) => ({
    params: { id: await plantPerson(world, ground, { skill: world.skill }) },
    body: { skill: world.skill, verified: true },
  })),
  setHomeEntry: placed(async ({ world, ground }) => ({
    params: { id: await plantPerson(world, ground, { helper: true }) },
    body: { homeEntry: true },
  })),
  listHelpers: placed(({ ground }) => ({ query: { path: ground.path } }), { narrows: true }),
}
