import { COOLING_OFF_DAYS } from '@linli/contract/privacy/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf, systemScope } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { erasePerson } from '../../../kernel/privacy/erase.ts'
import {
  cancelErasureStatement,
  dueErasures,
  erasedStatement,
  erasureStatement,
  listedErasureStatement,
} from '../store/ownData.ts'
import { erasureWaiting, holdsPost, noErasure } from './errors.ts'
import type { Asking, OwnDataNeeds } from './needs.ts'

type Asked = { id: string; dueAt: string }
const DAY_MILLISECONDS = 86_400_000

/** 注销: in seven days, unless it is taken back. @throws holdsPost, erasureWaiting */
export async function askErasure({ db }: OwnDataNeeds, { me, remember }: Asking<Asked>): Promise<Asked> {
  const dueAt = new Date(Date.now() + db.shift() + COOLING_OFF_DAYS * DAY_MILLISECONDS).toISOString()
  const answer = { id: newId(), dueAt } // for the eye; what counts is the database's own time
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      erasureStatement(me.region, me, answer.id),
      auditStatement(me, { action: 'askErasure', subjectKind: 'person', subjectId: me.personId }),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'holdsPost') throw holdsPost()
    throw violated(error) === 'erasures_one' ? erasureWaiting() : error
  }
  return answer
}

/** Takes it back. @throws noErasure */
export async function cancelErasure(
  { db }: OwnDataNeeds,
  { me, remember }: Asking<{ id: string }>,
): Promise<{ id: string }> {
  const answer = { id: me.personId }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      cancelErasureStatement(me.region, me.personId),
      auditStatement(me, { action: 'cancelErasure', subjectKind: 'person', subjectId: me.personId }),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'noErasure' ? noErasure() : error
  }
  return answer
}

/**
 * Erases everybody whose seven days are over, and takes what had waited for an order that has closed since. Safe to repeat
 * and to break off: who is not noted as erased comes again. @returns how many were worked on
 */
export async function eraseDue(needs: OwnDataNeeds, region: number): Promise<number> {
  const due = await dueErasures(needs.db, region)
  for (const { personId, accountId } of due) {
    await needs.listErasure({ region, personId, at: new Date().toISOString() })
    await erase(needs, region, personId)
    if (accountId) needs.grantsChanged(accountId)
  }
  return due.length
}

/** Erases people whose time is over without their asking; listed like the others, for a restore of an older backup. */
export async function erasePeople(
  needs: OwnDataNeeds,
  region: number,
  personIds: readonly string[],
): Promise<void> {
  for (const personId of personIds) {
    await needs.listErasure({ region, personId, at: new Date().toISOString() })
    await erasePerson(needs.privacy, region, personId)
  }
}

async function erase(needs: OwnDataNeeds, region: number, personId: string): Promise<void> {
  await erasePerson(needs.privacy, region, personId)
  await needs.db.commit(systemScope(region), [erasedStatement(region, personId)])
}

/**
 * After a restore: everybody on the list is erased again from the older data, those of other regions and of nobody left
 * out. Safe to repeat. @returns how many people were erased
 */
export async function reapplyErasures(
  needs: OwnDataNeeds,
  list: readonly { region: number; personId: string; at: string }[],
): Promise<number> {
  for (const { region, personId, at } of list) {
    await needs.db.commit(systemScope(region), [listedErasureStatement(region, personId, at)])
    await erase(needs, region, personId)
  }
  return list.length
}
