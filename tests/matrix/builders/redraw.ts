import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantGridPlan } from '../../kit/houseGridPlans.ts'
import { plantGrid, plantPartyBody, plantRedraw } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, placed, plain } from './builder.ts'

/** The one building of a fresh grid goes into a new one. */
const plan = async ({ world, ground }: Aim) => {
  const { building } = await plantGrid(world, ground)
  return { closes: [], parts: [{ name: `新网格${Math.random()}`, areas: [building] }] }
}

export const redrawBuilders: Builders = {
  previewRedraw: atPath(async (aim) => ({ body: await plan(aim) })),
  redrawAreas: atPath(async (aim) => ({ body: { ...(await plan(aim)), reason: '户数太多' } })),
  listRedraws: plain(),
  getRedraw: placed(async ({ world, ground }) => ({ params: { id: await plantRedraw(world, ground) } })),
  listPartyBodies: plain(({ ground }) => ({ query: { path: ground.path } })),
  openPartyBody: atPath(({ ground }) => ({
    body: { kind: 'teamBranch', name: `党支部${Math.random()}`, path: ground.path },
  })),
  endPartyBody: placed(async ({ world, ground }) => ({
    params: { id: await plantPartyBody(world, ground) },
  })),
}

const planned = async ({ world, ground }: Aim, body: object) => {
  const { id } = await plantGridPlan(world, ground)
  return { params: { id }, body: { version: 1, ...body } }
}

export const gridPlanBuilders: Builders = {
  listGridPlans: atPath(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  getGridPlan: placed(async ({ world, ground }) => ({
    params: { id: (await plantGridPlan(world, ground)).id },
  })),
  openGridPlan: atPath(async ({ world, ground }) => {
    await plantGrid(world, ground)
    return { body: { id: newId(), path: ground.community } }
  }),
  changeGridPlan: placed(async ({ world, ground }) => {
    const { id, building } = await plantGridPlan(world, ground)
    return { params: { id }, body: { version: 1, moves: [{ building, grid: 0 }] } }
  }),
  // Calls of other cells plant buildings in the same community meanwhile: then the plan is stale.
  acceptGridPlan: placed((aim) => planned(aim, { reason: '户数太多' }), { answers: [409] }),
  dropGridPlan: placed((aim) => planned(aim, {})),
}
