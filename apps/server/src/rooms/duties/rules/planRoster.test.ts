import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DAY, EVENING, NIGHT, people, RUNS, someone } from '../../../../../../tests/kit/rosters.ts'
import { planRoster } from './planRoster.ts'
import type { RosterPlan, RosterTask } from './rosterTask.ts'

const THREE = [DAY, EVENING, NIGHT]
const gates = (count: number, needed: number) =>
  Array.from({ length: count }, (_, id) => ({ id: String(id), needed, skill: null }))
const task = (more: Partial<RosterTask>): RosterTask => ({
  days: 7,
  firstWeekday: 1,
  freeDays: [5, 6],
  restMinutes: 660,
  weekMinutes: 2400,
  shifts: THREE,
  posts: gates(2, 1),
  members: people(12),
  ...more,
})

const tasks = fc
  .record({
    days: fc.integer({ min: 1, max: 10 }),
    firstWeekday: fc.integer({ min: 1, max: 7 }),
    freeDays: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }),
    restMinutes: fc.constantFrom(0, 480, 660, 1440),
    weekMinutes: fc.constantFrom(480, 1440, 2400, 10_080),
    shifts: fc.constantFrom(THREE, [
      { key: 'morning', start: 450, minutes: 240 },
      { key: 'noon', start: 660, minutes: 180 },
      { key: 'night', start: 1200, minutes: 720 },
    ]),
    posts: fc.array(
      fc.record({
        needed: fc.integer({ min: 1, max: 3 }),
        skill: fc.constantFrom(null, 'driving', 'nursing'),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    members: fc.array(
      fc.record({
        skills: fc.subarray(['driving', 'nursing']),
        offDays: fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }),
        offShifts: fc.subarray(['night', 'noon', 'evening']),
        wishes: fc.subarray(['day', 'morning']),
        busy: fc.constantFrom([], [[500, 900] as const]),
      }),
      { maxLength: 16 },
    ),
  })
  .map(
    (made): RosterTask => ({
      ...made,
      posts: made.posts.map((post, id) => ({ id: String(id), ...post })),
      members: made.members.map((member, id) => ({ id: String(id), ...member })),
    }),
  )

type Timed = { from: number; to: number; day: number; post: number; shift: number }
/** Each member's duties in order of time. */
function lives(given: RosterTask, { duties }: RosterPlan): Timed[][] {
  return given.members.map((_, member) =>
    duties
      .filter((duty) => duty.member === member)
      .map(({ day, shift, post }) => {
        const { start = 0, minutes = 0 } = given.shifts[shift] ?? {}
        return { day, shift, post, from: day * 1440 + start, to: day * 1440 + start + minutes }
      })
      .sort((a, b) => a.from - b.from),
  )
}

describe('the roster planner', () => {
  it('puts nobody in two places, keeps rest and hours, skill and presence, whatever the task', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        for (const [index, life] of lives(given, planRoster(given)).entries()) {
          const member = given.members[index]
          const weeks = new Map<number, number>()
          for (const [at, duty] of life.entries()) {
            const before = life[at - 1]
            if (before) expect(duty.from - before.to).toBeGreaterThanOrEqual(given.restMinutes)
            const skill = given.posts[duty.post]?.skill
            if (skill) expect(member?.skills).toContain(skill)
            expect(member?.offDays).not.toContain(duty.day)
            expect(member?.offDays).not.toContain(Math.floor((duty.to - 1) / 1440))
            expect(member?.offShifts).not.toContain(given.shifts[duty.shift]?.key)
            for (const [from, to] of member?.busy ?? [])
              expect(duty.to + given.restMinutes <= from || to + given.restMinutes <= duty.from).toBe(true)
            const week = Math.floor((duty.day + given.firstWeekday - 1) / 7)
            weeks.set(week, (weeks.get(week) ?? 0) + duty.to - duty.from)
          }
          for (const minutes of weeks.values()) expect(minutes).toBeLessThanOrEqual(given.weekMinutes)
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('fills each place or names it, never a place twice, and never fills more than any plan could', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        const plan = planRoster(given)
        const seats = new Map<string, number>()
        const key = (day: number, shift: number, post: number) => `${day}/${shift}/${post}`
        for (const { day, shift, post } of plan.duties)
          seats.set(key(day, shift, post), (seats.get(key(day, shift, post)) ?? 0) + 1)
        for (const { day, shift, post, missing } of plan.gaps)
          seats.set(key(day, shift, post), (seats.get(key(day, shift, post)) ?? 0) + missing)
        for (let day = 0; day < given.days; day += 1)
          for (const shift of given.shifts.keys())
            for (const [post, { needed }] of given.posts.entries())
              expect(seats.get(key(day, shift, post))).toBe(needed)
        expect(plan.places - plan.duties.length).toBeGreaterThanOrEqual(plan.bound)
      }),
      { numRuns: RUNS },
    )
  })

  it('leaves nothing open that somebody rested, present and able could take', () => {
    fc.assert(
      fc.property(tasks, (given) => {
        const plan = planRoster(given)
        const all = lives(given, plan)
        for (const gap of plan.gaps) {
          const { start = 0, minutes = 0 } = given.shifts[gap.shift] ?? {}
          const [from, to] = [gap.day * 1440 + start, gap.day * 1440 + start + minutes]
          const skill = given.posts[gap.post]?.skill
          const week = Math.floor((gap.day + given.firstWeekday - 1) / 7)
          const idle = given.members.filter((member, index) => {
            const life = all[index] ?? []
            const rested = life.every(
              (duty) => duty.to + given.restMinutes <= from || to + given.restMinutes <= duty.from,
            )
            const served = life
              .filter(({ day }) => Math.floor((day + given.firstWeekday - 1) / 7) === week)
              .reduce((sum, duty) => sum + duty.to - duty.from, 0)
            const present =
              ![gap.day, Math.floor((to - 1) / 1440)].some((day) => member.offDays.includes(day)) &&
              !member.offShifts.includes(given.shifts[gap.shift]?.key ?? '') &&
              member.busy.every(([a, b]) => b + given.restMinutes <= from || to + given.restMinutes <= a)
            const able = !skill || member.skills.includes(skill)
            return able && present && rested && served + minutes <= given.weekMinutes
          })
          expect(idle).toEqual([])
        }
      }),
      { numRuns: RUNS },
    )
  })

  it('shares hours and nights evenly among people who are all alike', () => {
    const plan = planRoster(task({ days: 28, members: people(14) }))
    expect(plan.gaps).toEqual([])
    expect(plan.minutes.most - plan.minutes.least).toBeLessThanOrEqual(480)
    expect(plan.nights.most - plan.nights.least).toBeLessThanOrEqual(1)
    expect(plan.freeDays.most - plan.freeDays.least).toBeLessThanOrEqual(2)
  })

  it('shares evenly round the clock too, where nobody is free for one duty more: two go on with each other’s', () => {
    // Thirteen large grids, two in each of three shifts, eight people a grid.
    const plan = planRoster(task({ weekMinutes: 3360, posts: gates(13, 2), members: people(104) }))
    expect(plan.gaps).toEqual([])
    expect(plan.minutes.most - plan.minutes.least).toBeLessThanOrEqual(480)
    expect(plan.nights.most - plan.nights.least).toBeLessThanOrEqual(1)
  })

  it('plans nobody for a shift that is over, and fills the one that runs', () => {
    const of = (now: number) => planRoster(task({ days: 2, now }))
    const first = ({ duties }: RosterPlan) =>
      new Set(duties.flatMap(({ day, shift }) => (day === 0 ? shift : [])))
    expect(of(479)).toMatchObject({ places: 12, gaps: [], bound: 0 })
    expect(of(480)).toMatchObject({ places: 10, gaps: [], bound: 0 })
    expect(first(of(480))).toEqual(new Set([0, 1]))
    expect(first(of(900))).toEqual(new Set([0, 1]))
    expect(of(2880)).toMatchObject({ places: 0, duties: [], gaps: [], bound: 0 })
  })

  it('mans every gate once before any gate twice when there are too few', () => {
    const plan = planRoster(task({ days: 1, posts: gates(10, 2), members: people(40) }))
    expect(plan.duties).toHaveLength(40)
    expect(plan.bound).toBe(20)
    for (const gap of plan.gaps) expect(gap).toMatchObject({ missing: 1, why: 'resting' })
    expect(new Set(plan.duties.map(({ shift, post }) => `${shift}/${post}`)).size).toBe(30)
  })

  it('lets people change posts within a shift when only one of them has the skill', () => {
    const posts = [
      { id: 'desk', needed: 1, skill: 'driving' },
      { id: 'van', needed: 1, skill: 'nursing' },
    ]
    const members = [someone(0, { skills: ['driving', 'nursing'] }), someone(1, { skills: ['driving'] })]
    const plan = planRoster(task({ days: 1, shifts: THREE.slice(0, 1), posts, members }))
    expect(plan.gaps).toEqual([])
  })

  it('gives the wished shift and the wished day among those who have as much', () => {
    const shifts = [DAY, EVENING]
    const wishing = [someone(0), someone(1, { wishes: ['day'] })]
    const byShift = planRoster(task({ days: 1, shifts, posts: gates(1, 1), members: wishing }))
    expect(byShift.duties.map(({ shift, member }) => [shift, member])).toEqual([
      [0, 1],
      [1, 0],
    ])
    const byDay = [someone(0), someone(1, { wishDays: [0] })]
    const plan = planRoster(task({ days: 2, shifts: [DAY], posts: gates(1, 1), members: byDay }))
    expect(plan.duties.map(({ day, member }) => [day, member])).toEqual([
      [0, 1],
      [1, 0],
    ])
  })

  it('lets people stand where they stood last, and keeps those with a skill for the posts that want it', () => {
    const plan = planRoster(task({ days: 3, shifts: [DAY], posts: gates(2, 1), members: people(2) }))
    expect(new Set(plan.duties.map(({ post, member }) => `${post}${member}`))).toEqual(new Set(['00', '11']))
    const posts = gates(1, 1)
    const kept = planRoster(
      task({ days: 1, shifts: [DAY], posts, members: [someone(0, { skills: ['driving'] }), someone(1)] }),
    )
    expect(kept.duties.map(({ member }) => member)).toEqual([1])
  })

  it('frees somebody by giving another duty of theirs to whoever is free for that alone', () => {
    const posts = [{ id: 'van', needed: 1, skill: null }]
    const members = [someone(0), someone(1, { offShifts: ['evening'] })]
    const plan = planRoster(
      task({ days: 1, shifts: [DAY, EVENING], restMinutes: 60, posts, members: [...members] }),
    )
    expect(plan.gaps).toEqual([])
    expect(plan.duties.map(({ shift, member }) => [shift, member])).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect(plan.minutes).toEqual({ least: 480, most: 480 })
  })

  it('says why a place stays open', () => {
    const why = (more: Partial<RosterTask>) =>
      planRoster(task({ days: 1, shifts: THREE.slice(0, 2), posts: gates(1, 1), ...more })).gaps.map(
        (gap) => gap.why,
      )
    expect(why({ posts: [{ id: 'a', needed: 1, skill: 'nursing' }] })).toEqual(['noSkill', 'noSkill'])
    expect(why({ members: [someone(0, { offDays: [0] })] })).toEqual(['away', 'away'])
    expect(why({ members: people(1) })).toEqual(['resting'])
    expect(why({ members: people(1), restMinutes: 0, weekMinutes: 480 })).toEqual(['weekFull'])
    expect(why({ members: people(1), posts: gates(2, 1), shifts: THREE.slice(0, 1) })).toEqual(['taken'])
  })

  it('plans nothing for nobody, and tells how far it is', () => {
    const told: number[] = []
    const plan = planRoster(task({ members: [] }), (share) => told.push(share))
    expect(plan.duties).toEqual([])
    expect(plan.bound).toBe(plan.places)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBe(1)
  })
})
