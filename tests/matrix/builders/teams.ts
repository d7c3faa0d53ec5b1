import { plantPerson, plantTeam } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const teamOf = async ({ world, ground }: Aim, member?: string) => ({
  id: await plantTeam(world, ground, world.teamKind, member),
})
/** A team of the caller, or of somebody else. */
const mine = async (aim: Aim, isAsked: boolean) => {
  const member = aim.cell === 'own' ? aim.actor.personId : await plantPerson(aim.world, aim.ground)
  return { id: await plantTeam(aim.world, aim.ground, aim.world.teamKind, member, isAsked) }
}

export const teamBuilders: Builders = {
  listTeams: placed(({ ground }) => ({ query: { path: ground.path } }), { narrows: true }),
  getTeam: placed(async (aim) => ({
    params: await teamOf(aim, await plantPerson(aim.world, aim.ground)),
  })),
  myTeams: plain(),
  openTeam: atPath(({ world, ground }) => ({
    body: { kind: world.teamKind, name: '新队', path: ground.path },
  })),
  closeTeam: placed(async (aim) => ({
    params: await teamOf(aim, await plantPerson(aim.world, aim.ground)),
    body: { words: '活动期已经结束' },
  })),
  joinTeam: placed(async (aim) => ({
    params: await teamOf(aim),
    body: { personId: await plantPerson(aim.world, aim.ground), part: 'leader' },
  })),
  endMembership: placed(async (aim) => {
    const personId = await plantPerson(aim.world, aim.ground)
    return { params: { ...(await teamOf(aim, personId)), personId }, body: {} }
  }),
  setTeamAllies: placed(async (aim) => {
    const { id: squad } = await teamOf(aim)
    return { params: await teamOf(aim), body: { unitIds: [], squadIds: [squad] } }
  }),
  answerTeam: owned(async (aim) => ({ params: await mine(aim, true), body: { agrees: true } })),
  leaveTeam: owned(async (aim) => ({ params: await mine(aim, false), body: { staysMember: false } })),
}
