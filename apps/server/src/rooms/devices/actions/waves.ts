import type { DeviceRule } from '@linli/contract'
import type { EmergencyCause } from '@linli/contract/devices/words'
import type { Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { DeviceNeeds } from '../needs.ts'
import { isNight } from '../rules/night.ts'
import { askedIn } from '../rules/waves.ts'
import { contactsOf, deskOf, pairedWith } from '../store/near.ts'
import * as store from '../store/presses.ts'

type Press = store.PressFacts

/** Who is asked in a wave of the place's rule. */
async function whoIn(needs: DeviceNeeds, region: number, rule: DeviceRule, press: Press, wave: number) {
  const { db } = needs
  const [paired, gridWorkers, desk, helpers, contacts] = await Promise.all([
    pairedWith(db, region, press),
    needs.gridWorkersNear(region, press.path),
    deskOf(db, region, press.path),
    needs.helpersNear(region, press.path),
    contactsOf(db, region, press.deviceId),
  ])
  const ids = (people: readonly { personId: string }[]) => people.map(({ personId }) => personId)
  const night = isNight(Date.now() + db.shift(), rule)
  const around = { paired: ids(paired), gridWorkers, desk: ids(desk), helpers, contacts }
  return askedIn(rule.waves[wave - 1]?.asks ?? [], around, { ...press, night })
}

/** What a wave writes: who is asked, in the history and in everybody's pocket. */
function waveStatements(region: number, press: Press, wave: number, asked: readonly store.Asked[]): Sql[] {
  const people = asked.map(({ personId }) => personId)
  return [
    store.askStatement(region, press, wave, asked),
    store.stepStatement(region, press, 'wave', { wave, people: people.length }),
    outboxStatement(region, 'devices.pressWave.1', { id: press.id, path: press.path, people }),
  ]
}

/**
 * The emergency begins: the first wave is asked at once and the order becomes an emergency, in one commit. Who is nearer
 * than anybody else may still be rung up by whoever made it one.
 * @throws pressMoved (as Refused) when somebody dealt with it meanwhile
 */
export async function raise(
  needs: DeviceNeeds,
  region: number,
  press: Press,
  why: EmergencyCause,
  by: { readonly person?: string; readonly also?: readonly Sql[] } = {},
): Promise<void> {
  const { rule } = await needs.terms(region)
  const asked = await whoIn(needs, region, rule, press, 1)
  const also = [
    ...(by.also ?? []),
    store.raiseStatement(region, press, why, rule.waves[0]?.seconds ?? 0),
    store.stepStatement(region, press, why, by.person ? { by: by.person } : {}),
    ...waveStatements(region, press, 1, asked),
  ]
  await withOrder(needs, region, also, [], (more) =>
    needs.orders.accept(press.orderId, { system: region }, rule.emergencyItem, more),
  )
}

/** The order's step and ours in one commit; where the order does not take that step any more, ours alone: nobody waits for it. */
export async function withOrder(
  needs: DeviceNeeds,
  region: number,
  also: readonly Sql[],
  remember: readonly Sql[],
  step: (also: readonly Sql[]) => Promise<unknown>,
): Promise<void> {
  try {
    await step(also)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await needs.db.commit(systemScope(region), [...remember, ...also])
  }
}

/**
 * Answers every silence that is over: a press that nobody called back, or whose call had no result, becomes an emergency;
 * a wave that nobody acknowledged is louder and wider, and after the last somebody must be rung up; whoever went and did
 * not arrive is asked for no more. Each step is one conditional write: two instances take it once.
 * @returns how many steps were taken
 */
export async function goOnPresses(needs: DeviceNeeds, region: number): Promise<number> {
  let taken = 0
  // Until none is left: after a power cut many are due at once.
  for (let due = store.AT_ONCE, before = -1; due === store.AT_ONCE && taken > before; ) {
    before = taken
    const presses = await store.duePresses(needs.db, region)
    due = presses.length
    for (const press of presses) taken += await unlessOvertaken(() => goOn(needs, region, press))
  }
  return taken
}

/** One when the step was taken; none when somebody dealt with the press, or another instance took the step. */
async function unlessOvertaken(step: () => Promise<void>): Promise<number> {
  try {
    await step()
    return 1
  } catch (error) {
    if (error instanceof Refused && error.code === 'pressMoved') return 0
    throw error
  }
}

async function goOn(needs: DeviceNeeds, region: number, press: Press): Promise<void> {
  const { db } = needs
  if (press.stage === 'calling') return raise(needs, region, press, 'silence')
  if (press.goingBy) return void (await db.commit(systemScope(region), [store.lostStatement(region, press)]))
  const { rule } = await needs.terms(region)
  const silent = (await store.silentOf(db, region, press.id)).map(({ personId }) => personId)
  const louder = [
    store.stepStatement(region, press, 'louder', { wave: press.wave, people: silent.length }),
    outboxStatement(region, 'devices.pressLouder.1', { id: press.id, path: press.path, people: silent }),
  ]
  const next = press.wave + 1
  const wave = rule.waves[next - 1]
  if (wave) {
    const asked = (await whoIn(needs, region, rule, press, next)).filter(
      ({ personId }) => !silent.includes(personId),
    )
    await db.commit(systemScope(region), [
      store.widenStatement(region, press, wave.seconds),
      ...(silent.length > 0 ? louder : []),
      ...waveStatements(region, press, next, asked),
    ])
    return
  }
  const people = (await deskOf(db, region, press.path)).map(({ personId }) => personId)
  await db.commit(systemScope(region), [
    store.ringStatement(region, press),
    ...(silent.length > 0 ? louder : []),
    store.stepStatement(region, press, 'ring', { people: people.length }),
    outboxStatement(region, 'devices.ringNeeded.1', { id: press.id, path: press.path, people }),
  ])
}
