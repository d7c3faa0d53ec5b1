import { newId } from '../../../apps/server/src/kernel/ids.ts'
import * as plant from '../../kit/houseStaff.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const month = (): string => new Date().toISOString().slice(0, 7)
/** Holders of posts are named: a post is a public office. */
const named = { 高: { rowsOf: 'listPosts' } } as const

/** The worker of the cell: the caller, or a colleague. */
const worker = ({ world, ground, cell, actor }: Aim) =>
  cell === 'own' ? Promise.resolve(actor.personId) : plant.plantWorker(world, ground)
/** An agreement whose worker is the caller in the own cell; in scope the caller leads it. */
async function workIn(aim: Aim, state: string) {
  const { world, ground, cell, actor } = aim
  const leads = cell === 'inScope' || cell === 'outOfScope'
  const who = { worker: await worker(aim), lead: leads ? actor.personId : newId() }
  return plant.plantWork(world, ground, who, state)
}
const params = (id: string) => ({ params: { id } })
/** Of a command that says everything by its address. */
const pressed = (id: string) => ({ ...params(id), body: {} })
const mayLead = (state: string, body: (work: plant.PlantedWork) => object) =>
  placed(async (aim) => {
    const work = await workIn(aim, state)
    return { ...params(work.id), body: body(work) }
  })
const outcomes = ({ item }: plant.PlantedWork) => [{ itemId: item, outcome: 'met' }]

export const staffBuilders: Builders = {
  listCourses: placed(() => ({}), { narrows: true }),
  openCourse: atPath(({ ground }) => ({
    body: { id: newId(), path: ground.community, title: '培训', posts: ['gridWorker'], material: '讲义' },
  })),
  addSession: placed(async ({ world, ground }) => ({
    ...params(await plant.plantCourse(world, ground)),
    body: {
      id: newId(),
      startsAt: `${inDays(2)}T01:00:00.000Z`,
      endsAt: `${inDays(2)}T03:00:00.000Z`,
      place: '社区',
      trainer: '讲师',
      seats: 20,
    },
  })),
  addCourseFile: placed(async ({ world, ground }) => ({
    ...params(await plant.plantCourse(world, ground)),
    file: { name: '讲义.pdf', bytes: Buffer.from('%PDF-1.7\n%%EOF') },
  })),
  openCourseFile: {
    cells: ['own', 'inScope', 'outOfScope', 'otherRegion'],
    build: async ({ world, ground, cell, actor }) => {
      if (cell === 'own' && actor.role !== 'visitor') await plant.plantPost(world, ground, actor.personId)
      return params(await plant.plantCourseFile(world, ground, world.storageKey))
    },
  },
  // Its bytes go with it: they are nobody else's.
  removeCourseFile: placed(async ({ world, ground }) =>
    pressed(await plant.plantCourseFile(world, ground, `${ground.region}-${newId()}`)),
  ),
  listCourseSeats: placed(async ({ world, ground }) =>
    params(await plant.plantSession(world, ground, await plant.plantWorker(world, ground))),
  ),
  takeCourseSeat: owned(async ({ world, ground, cell, actor }) => {
    if (cell === 'own' && actor.role !== 'visitor') await plant.plantPost(world, ground, actor.personId)
    // Of somebody else's session: one for those who hold a post elsewhere.
    return pressed(await plant.plantSession(world, ground))
  }),
  leaveCourseSeat: owned(async (aim) =>
    pressed(await plant.plantSession(aim.world, aim.ground, await worker(aim))),
  ),
  confirmAttendance: placed(async ({ world, ground }) => {
    const person = await plant.plantWorker(world, ground)
    return { ...params(await plant.plantSession(world, ground, person)), body: { personIds: [person] } }
  }),
  listUntrained: atPath(({ ground }) => ({ query: { path: ground.community } }), { shows: named }),
  listWork: placed(() => ({}), { narrows: true, shows: named }),
  proposeWork: placed(async ({ world, ground }) => ({
    body: {
      id: newId(),
      workerId: await plant.plantWorker(world, ground),
      from: inDays(0),
      to: inDays(90),
      items: [{ name: '走访', doneWhen: '都走到', fact: 'visits' }],
    },
  })),
  getWork: {
    cells: ['own', 'inScope', 'outOfScope', 'otherRegion'],
    build: async (aim) => params((await workIn(aim, 'agreed')).id),
  },
  answerWork: owned(async (aim) => ({
    ...params((await workIn(aim, 'proposed')).id),
    body: { agrees: true },
  })),
  addWorkFact: mayLead('agreed', ({ item }) => ({ id: newId(), itemId: item, words: '走了十户' })),
  answerWorkFact: owned(async (aim) => ({
    ...params((await workIn(aim, 'shown')).fact),
    body: { words: '还有两户是晚上走的' },
  })),
  showWork: mayLead('agreed', () => ({})),
  concludeWork: mayLead('shown', (work) => ({ version: 1, outcomes: outcomes(work) })),
  appealWork: owned(async (aim) => ({
    ...params((await workIn(aim, 'concluded')).id),
    body: { words: '我不同意' },
  })),
  answerAppeal: placed(async ({ world, ground }) => {
    const who = { worker: await plant.plantWorker(world, ground), lead: newId() }
    const work = await plant.plantWork(world, ground, who, 'appealed')
    return { ...params(work.id), body: { words: '再核实过，改为做到', outcomes: outcomes(work) } }
  }),
  listMentorPairs: placed(
    async ({ world, ground }) => {
      await plant.plantPair(world, ground)
      return {}
    },
    { narrows: true, shows: named },
  ),
  pairMentor: placed(async ({ world, ground }) => ({
    body: {
      id: newId(),
      mentorId: await plant.plantWorker(world, ground),
      learnerId: await plant.plantWorker(world, ground),
      subject: '入户走访',
      from: inDays(0),
      until: inDays(100),
    },
  })),
  answerMentorPair: owned(async (aim) => ({
    ...params(await plant.plantPair(aim.world, aim.ground, await worker(aim))),
    body: { agrees: true },
  })),
  endMentorPair: owned(
    async (aim) => pressed(await plant.plantPair(aim.world, aim.ground, await worker(aim))),
    {
      cells: ['own', 'inScope', 'outOfScope', 'otherRegion'],
    },
  ),
  allowanceMonth: placed(
    async ({ world, ground }) => {
      await plant.plantAllowance(world, ground)
      return { query: { month: month() } }
    },
    { narrows: true, shows: named },
  ),
  allowanceFile: placed(
    async ({ world, ground }) => {
      await plant.plantAllowance(world, ground)
      return { query: { month: month() } }
    },
    { narrows: true, shows: named },
  ),
  setAllowance: placed(async ({ world, ground }) => ({
    body: {
      id: newId(),
      personId: await plant.plantWorker(world, ground),
      category: 'fullTime',
      from: inDays(0),
    },
  })),
  endAllowance: placed(async ({ world, ground }) => ({
    ...params(await plant.plantAllowance(world, ground)),
    body: { to: inDays(0) },
  })),
  myWork: plain(),
}
