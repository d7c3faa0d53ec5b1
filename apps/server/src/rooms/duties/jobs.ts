import type { RosterOutcome } from '@linli/contract/duties/shapes'
import { systemScope } from '../../kernel/auth/actor.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxStatement } from '../../kernel/outbox/outbox.ts'
import { inWorker } from '../../kernel/solver/inWorker.ts'
import type { DutiesNeeds } from './needs.ts'
import { earlierLoad } from './rules/earlierLoad.ts'
import { freeDaysOf, isFreeDay, taskOf } from './rules/rosterDays.ts'
import type { RosterPlan, RosterTask } from './rules/rosterTask.ts'
import { replaceProposal, rosterMembers, rosterPosts, servedBefore } from './store/planning.ts'
import {
  progressStatement,
  proposedStatement,
  type Roster,
  takePlanning,
  unplannedStatement,
} from './store/rosters.ts'

/** A plan takes seconds; whatever takes a minute has gone wrong. */
const SECONDS = 60
/** So many gaps are told one by one. */
const GAPS_TOLD = 200

/** Plans the rosters that wait in a region, one after the other. To be called every few seconds. */
export async function planRosters(needs: DutiesNeeds, region: number): Promise<void> {
  while (await planOne(needs, region));
}

function planOne(needs: DutiesNeeds, region: number): Promise<boolean> {
  return needs.db.transaction(systemScope(region), async (tx) => {
    const roster = await takePlanning(tx, region)
    if (!roster) return false
    try {
      await propose(needs, tx, region, roster)
    } catch (error) {
      await needs.db.commit(systemScope(region), [
        unplannedStatement(region, roster.id),
        outboxStatement(region, 'duties.planFailed.1', {
          id: roster.id,
          people: roster.plannedBy ? [roster.plannedBy] : [],
        }),
      ])
      throw error
    }
    return true
  })
}

async function propose(needs: DutiesNeeds, tx: Tx, region: number, roster: Roster): Promise<void> {
  const posts = await rosterPosts(tx, region, roster.id)
  const members = await rosterMembers(tx, region, roster)
  const calendar = await needs.calendar(region)
  const load = earlierLoad(
    await servedBefore(tx, region, roster),
    members.map(({ id }) => id),
    (day) => isFreeDay(day, calendar),
  )
  const loaded = members.map((member) => ({ ...member, earlier: load.get(member.id) }))
  const task = taskOf(roster, posts, loaded, freeDaysOf(roster, calendar))
  const plan = await planInWorker(task, (share) => {
    // How far it is is only shown: a word that is lost is followed by the next.
    needs.db
      .commit(systemScope(region), [progressStatement(region, roster.id, Math.floor(share * 99))])
      .catch(() => undefined)
  })
  const duties = plan.duties.map(({ day, shift, post, member }) => {
    const { start, minutes, key } = at(task.shifts, shift)
    const from = day * 1440 + start
    return {
      id: newId(),
      post: at(posts, post).id,
      person: at(members, member).id,
      shift: key,
      from,
      to: from + minutes,
    }
  })
  for (const statement of replaceProposal(region, roster, duties)) await tx.query(statement)
  await tx.query(proposedStatement(region, roster.id, outcomeOf(task, plan, roster.fromOn)))
}

/** The roster planner in a thread of its own. @throws OutOfTime */
export const planInWorker = (task: RosterTask, progress?: (share: number) => void): Promise<RosterPlan> =>
  inWorker<RosterPlan>({
    module: new URL('./rules/planRoster.ts', import.meta.url),
    name: 'planRoster',
    input: task,
    seconds: SECONDS,
    ...(progress ? { progress } : {}),
  })

function outcomeOf(task: RosterTask, plan: RosterPlan, fromOn: string): RosterOutcome {
  return {
    places: plan.places,
    filled: plan.duties.length,
    bound: plan.bound,
    gaps: plan.gaps.slice(0, GAPS_TOLD).map(({ day, shift, post, missing, why }) => ({
      day: new Date(Date.parse(fromOn) + day * 86_400_000).toISOString().slice(0, 10),
      shift: at(task.shifts, shift).key,
      postId: at(task.posts, post).id,
      missing,
      why,
    })),
    moreGaps: Math.max(0, plan.gaps.length - GAPS_TOLD),
    leastHours: hours(plan.minutes.least),
    mostHours: hours(plan.minutes.most),
    leastNights: plan.nights.least,
    mostNights: plan.nights.most,
  }
}

const hours = (minutes: number): number => Math.round(minutes / 6) / 10

function at<T>(list: readonly T[], index: number): T {
  const found = list[index]
  if (found === undefined) throw new Error(`nothing at ${index}`)
  return found
}
