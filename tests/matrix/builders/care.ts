import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantMember, plantPlan, plantStandIn } from '../../kit/houseCare.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import { type Aim, type Builder, type Builders, owned, placed, plain } from './builder.ts'

/** The plan of the cell: for the caller, to be carried out by the caller, or somebody else's. */
const planOf = ({ world, ground, actor, cell }: Aim, more: { isAsked?: boolean } = {}) =>
  plantPlan(world, ground, {
    ...more,
    ...(cell === 'own' ? { person: actor.personId } : {}),
    ...(cell === 'assigned' ? { carer: actor.personId } : {}),
  })
/** An operation of whoever carries a plan out. */
const assigned = (build: Builder['build']): Builder => ({
  cells: ['assigned', 'outOfScope', 'otherRegion'],
  build,
})
const params = async (aim: Aim) => ({ params: { id: (await planOf(aim)).id } })
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export const careBuilders: Builders = {
  listCare: placed(
    async (aim) => {
      await planOf(aim)
      return { query: { limit: '100' } }
    },
    { narrows: true, shows: { 室: { rowsOf: 'listCare' } } },
  ),
  careChoices: placed(
    async ({ world, ground }) => ({
      query: { householdId: (await plantMember(world, ground)).household },
    }),
    { shows: { 'masked phone': { offeredTo: 'careChoices' } } },
  ),
  startCare: placed(async ({ world, ground }) => {
    const { household, person } = await plantMember(world, ground)
    return {
      body: {
        id: newId(),
        personId: person,
        householdId: household,
        carerId: await plantPerson(world, ground, { helper: true }),
        deputies: [],
        rhythms: ['dailyContact'],
        from: inDays(1),
        until: inDays(100),
        way: 'paper',
      },
    }
  }),
  getCare: {
    cells: ['own', 'assigned', 'inScope', 'outOfScope', 'otherRegion'],
    build: params,
    shows: { 室: { rowsOf: 'getCare' }, 林: { rowsOf: 'answerCare' }, 高: { rowsOf: 'answerCare' } },
  },
  answerCare: owned(async (aim) => ({
    params: { id: (await planOf(aim, { isAsked: true })).id },
    body: { agrees: true },
  })),
  changeCare: placed(async (aim) => ({
    ...(await params(aim)),
    body: {
      version: 1,
      carerId: await plantPerson(aim.world, aim.ground, { helper: true }),
      deputies: [],
      rhythms: ['dailyContact'],
    },
  })),
  endCare: owned(async (aim) => ({ ...(await params(aim)), body: {} }), {
    cells: ['own', 'inScope', 'outOfScope', 'otherRegion'],
  }),
  // Whom one cares for, and what is for oneself: as each plan by itself.
  myCare: plain(undefined, {
    shows: { 室: { rowsOf: 'getCare' }, 林: { rowsOf: 'answerCare' }, 高: { rowsOf: 'answerCare' } },
  }),
  recordContacts: assigned(async (aim) => ({
    body: {
      contacts: [
        {
          id: newId(),
          plan: (await planOf(aim)).id,
          rhythm: 'dailyContact',
          outcome: 'spoke',
          orders: [],
          at: '2026-11-20T02:00:00.000Z',
        },
      ],
    },
  })),
  askStandIn: assigned(async (aim) => ({
    ...(await params(aim)),
    body: { id: newId(), from: inDays(2), to: inDays(3) },
  })),
  takeStandIn: assigned(async (aim) => {
    const { world, ground, cell, actor } = aim
    const plan = await plantPlan(world, ground, cell === 'assigned' ? { deputy: actor.personId } : {})
    return { params: { id: await plantStandIn(world, ground, plan) }, body: {} }
  }),
}
