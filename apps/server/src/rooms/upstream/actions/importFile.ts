import type { upstreamEndpoints } from '@linli/contract/upstream/endpoints'
import { SENDER_FIELDS } from '@linli/contract/upstream/words'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { every } from '../../../kernel/jobs/ticker.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { takingTurns } from '../../../kernel/turns.ts'
import { wrongTable } from '../errors.ts'
import type { UpstreamNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import type { TakenRow } from '../rules/rows.ts'
import { beatRun, insertRun, insertUpstreamOrder, type Progress, rememberColumns } from '../store.ts'
import type { KnownSender } from '../views/senders.ts'
import { type Looked, lookAt } from './checkFile.ts'

type Request = HandlerRequest<typeof upstreamEndpoints.importSenderFile>
const BEAT_MILLISECONDS = 1000
/** Imports of a process at once: people at their pages come first. */
const turn = takingTurns(1)

/**
 * 导入: answers at once and goes on beside other work; its row says every second how far it is. A file with a wrong row
 * writes nothing. Each row is an order of its own under the sender's number, so that a file that comes again, or an
 * import that broke off, adds only what is not here yet.
 * @throws forbidden, notFound, wrongFile
 */
export async function importFile(
  needs: UpstreamNeeds,
  { me, scope, params, file, remember }: Request,
): Promise<{ run: string }> {
  demandRegion(policy.operations.importSenderFile, me)
  const looked = await lookAt(needs, me, scope, params.id, file)
  const { checked } = looked
  if (checked.missing.length > 0)
    throw wrong(`没有列对应：${checked.missing.map((field) => SENDER_FIELDS[field].zh).join('、')}。`)
  if (checked.wrong > 0) throw wrong(`有 ${checked.wrong} 行要改，先检查这个文件，改好再导入。`)
  const run = newId()
  const progress: Progress = { rows: checked.rowsRead, placed: 0, known: checked.known }
  await needs.db.commit(scope, [
    insertRun(me.region, run, looked.sender.id, me.personId, progress),
    rememberColumns(me.region, looked.sender.id, checked.columns),
    auditStatement(me, {
      action: 'importSenderFile',
      subjectKind: 'sender',
      subjectId: looked.sender.id,
      facts: { rows: checked.rowsRead, fresh: checked.fresh, known: checked.known },
    }),
    remember({ run }),
  ])
  follow(needs, me, scope, run, progress, looked)
  return { run }
}

const wrong = (message: string) => wrongTable([{ field: 'file', message }])

/** Places the orders of a file one after another. */
function follow(
  needs: UpstreamNeeds,
  me: Actor,
  scope: Scope,
  run: string,
  progress: Progress,
  { sender, fresh, places }: Looked,
): void {
  const write = async (statement: Sql): Promise<void> => {
    await needs.db.commit(scope, [statement])
  }
  const say = (state: 'running' | 'over' | 'lost') => write(beatRun(me.region, run, state, progress))
  const beat = every(BEAT_MILLISECONDS, () => say('running'), needs.report)
  const work = async (): Promise<void> => {
    const items = new Map((await needs.items(me.region)).map(({ key, name }) => [name.zh, key]))
    for (const row of fresh) {
      const isPlaced = await place(
        needs,
        me,
        sender,
        row,
        places.get(row.row) ?? sender.path,
        items.get(row.item),
      )
      progress[isPlaced ? 'placed' : 'known'] += 1
    }
  }
  const ended = turn(work).then(
    async () => {
      await beat.stop()
      await say('over')
    },
    async (error: Error) => {
      await beat.stop()
      needs.report(error)
      await say('lost')
    },
  )
  void ended.catch(needs.report)
}

/** One row as an order, with its sender's number in the same commit. @returns false when the number came in meanwhile */
async function place(
  needs: UpstreamNeeds,
  { region, personId }: Actor,
  sender: KnownSender,
  row: TakenRow,
  path: string,
  item: string | undefined,
): Promise<boolean> {
  const id = newId()
  const { number, kind, urgency, title, detail, address, phone, name, confidential, sentAt, dueAt } = row
  try {
    await needs.placeOrder(region, {
      id,
      channel: sender.decides ? 'upstream' : 'imported',
      path,
      ...(kind ? { kind } : {}),
      ...(item === undefined ? {} : { item }),
      ...(title === '' ? {} : { title }),
      ...(urgency ? { urgency } : {}),
      detail,
      address: address || null,
      placedBy: personId,
      about: { phone },
      name,
      confidential,
      vulnerable: false,
      senderDueAt: dueAt,
      alsoNumbered: number,
      also: () => [insertUpstreamOrder(region, { id, senderId: sender.id, number, sentAt })],
    })
    return true
  } catch (error) {
    if (violated(error) === 'upstream_orders_number') return false
    throw error
  }
}
