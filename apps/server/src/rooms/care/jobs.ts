import { systemScope } from '../../kernel/auth/actor.ts'
import type { Tx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxStatement } from '../../kernel/outbox/outbox.ts'
import type { CareNeeds } from './needs.ts'
import { nextTold } from './rules/rhythm.ts'
import * as store from './store/alarms.ts'
import { endPlan } from './store/plans.ts'

type Terms = Awaited<ReturnType<CareNeeds['terms']>>
const ORDER = 4

/**
 * Goes on with every alarm whose time has come: the carer, then the stand-in, then the community are told, and at last an
 * order is asked for. Step, mark and news are one transaction, so that two instances and a kill take each step once.
 * @returns how many steps were taken
 */
export async function alarmCare(needs: CareNeeds, region: number): Promise<number> {
  const terms = await needs.terms(region)
  const scope = systemScope(region)
  let fired = 0
  for (let count = store.ALARMS_AT_ONCE; count === store.ALARMS_AT_ONCE; fired += count)
    count = await needs.db.transaction(scope, (tx) => goOn(tx, region, terms))
  for (let count = store.ALARMS_AT_ONCE; count === store.ALARMS_AT_ONCE; fired += count)
    count = await needs.db.transaction(scope, (tx) => tellUnseen(tx, region, terms.unseenDays))
  return fired
}

async function goOn(tx: Tx, region: number, { rhythms }: Terms): Promise<number> {
  const passed = await tx.query<store.PassedLine>(store.passedLines(region))
  const ended = new Set<string>()
  for (const line of passed) {
    if (ended.has(line.planId)) continue
    if (line.isOver) {
      ended.add(line.planId)
      for (const statement of endPlan(region, line.planId, null, 'over')) await tx.query(statement)
      continue
    }
    const rhythm = rhythms.find(({ key }) => key === line.rhythm)
    if (!rhythm) {
      await tx.query(store.silence(region, line))
      continue
    }
    const next = nextTold(rhythm, Date.parse(line.dueAt), line.step + 1)
    const orderId = line.step + 1 === ORDER ? newId() : null
    const nextAt = next === null ? null : new Date(next).toISOString()
    for (const statement of store.stepStatements(region, line, { nextAt, orderId })) await tx.query(statement)
    await tellStep(tx, region, line, orderId)
  }
  return passed.length
}

async function tellStep(
  tx: Tx,
  region: number,
  line: store.PassedLine,
  orderId: string | null,
): Promise<void> {
  const { planId, path, carerId, standIn, deputies } = line
  if (orderId) {
    await tx.query(
      outboxStatement(region, 'care.orderWanted.1', { id: planId, orderId, dueAt: line.dueAt, people: [] }),
    )
    return
  }
  // Whoever took the day over stands where the carer does.
  const told = [
    () => [standIn ?? carerId],
    () => deputies.filter((one) => one !== standIn),
    async () => (await tx.query<{ id: string }>(store.deskOf(region, path))).map(({ id }) => id),
  ][line.step]
  const event = ['contactMissing', 'standInNeeded', 'communityTold'][line.step]
  if (!told || !event) throw new Error(`an alarm has no step ${line.step + 1}`)
  await tx.query(store.tell(region, event, planId, await told()))
}

async function tellUnseen(tx: Tx, region: number, days: number): Promise<number> {
  const unseen = await tx.query<store.Unseen>(store.markUnseen(region, days))
  for (const { id, path, carerId, guardianId, deputies } of unseen) {
    const desk = await tx.query<{ id: string }>(store.deskOf(region, path))
    const people = [carerId, guardianId, ...deputies, ...desk.map((one) => one.id)]
    await tx.query(store.tell(region, 'personUnseen', id, people))
  }
  return unseen.length
}
