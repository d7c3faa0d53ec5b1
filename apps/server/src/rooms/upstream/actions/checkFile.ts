import { plainPhone } from '@linli/contract/plainPhone'
import type { upstreamEndpoints } from '@linli/contract/upstream/endpoints'
import type { CheckedFile, CheckedRow } from '@linli/contract/upstream/shapes'
import type { RowFate } from '@linli/contract/upstream/words'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest, UploadedFile } from '../../../kernel/http/room.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { UpstreamNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { missingIn } from '../rules/columns.ts'
import { readRows, type TakenRow } from '../rules/rows.ts'
import { knownNumbers, type Match, ordersOfPhones } from '../views/matches.ts'
import { type KnownSender, senderById } from '../views/senders.ts'
import { placesOf } from './placesOf.ts'
import { readFile } from './readFile.ts'

type Request = HandlerRequest<typeof upstreamEndpoints.checkSenderFile>
/** So many rows of each fate are named. */
const MOST_NAMED = 100

export type Looked = {
  readonly sender: KnownSender
  readonly fresh: readonly TakenRow[]
  readonly known: ReadonlyMap<string, Match>
  readonly places: ReadonlyMap<number, string>
  readonly checked: CheckedFile
}

/** 检查: what a file would do, row by row; nothing of it is written. @throws forbidden, notFound, wrongFile */
export async function checkFile(
  needs: UpstreamNeeds,
  { me, scope, params, file, remember }: Request,
): Promise<CheckedFile> {
  demandRegion(policy.operations.checkSenderFile, me)
  const { checked } = await lookAt(needs, me, scope, params.id, file)
  await needs.db.commit(scope, [remember(checked)])
  return checked
}

/** Reads a sender's file and compares it with what is here. @throws notFound, wrongFile */
export async function lookAt(
  needs: UpstreamNeeds,
  me: Actor,
  scope: Scope,
  senderId: string,
  file: UploadedFile | undefined,
): Promise<Looked> {
  const sender = await senderById(needs.db, scope, senderId)
  if (!sender) throw notFound()
  const { columns, rows } = await readFile(file, sender.columns)
  const missing = missingIn(columns)
  const nothing = { fresh: 0, known: 0, similar: 0, unplaced: 0, wrong: 0, rows: [] }
  if (missing.length > 0)
    return {
      sender,
      fresh: [],
      known: new Map(),
      places: new Map(),
      checked: { columns, missing, rowsRead: rows.length, ...nothing },
    }
  const { taken, faults } = readRows(rows, columns, plainPhone)
  const known = await knownNumbers(
    needs.db,
    scope,
    sender.id,
    taken.map(({ number }) => number),
  )
  const fresh = taken.filter(({ number }) => !known.has(number))
  const digests = new Map(
    fresh.flatMap(({ row, phone }) => (phone ? [[row, needs.crypto.lookUp(phone).toString('hex')]] : [])),
  )
  const similar = await ordersOfPhones(needs.db, scope, [...new Set(digests.values())])
  const places = await placesOf(needs, me.region, fresh)
  const named: CheckedRow[] = [
    ...faults.map(({ row, number, fault }) => rowOf(row, number, 'wrong', { ...fault })),
    ...taken.flatMap(({ row, number }) => {
      const order = known.get(number)
      return order ? [rowOf(row, number, 'known', { order })] : []
    }),
    ...fresh.flatMap(({ row, number }) => {
      const order = similar.get(digests.get(row) ?? '')
      return order ? [rowOf(row, number, 'similar', { order })] : []
    }),
  ]
  const of = (fate: RowFate): CheckedRow[] => named.filter((one) => one.fate === fate)
  const checked: CheckedFile = {
    columns,
    missing,
    rowsRead: rows.length,
    fresh: fresh.length,
    known: known.size,
    similar: of('similar').length,
    unplaced: fresh.length - places.size,
    wrong: faults.length,
    rows: (['wrong', 'similar', 'known'] as const)
      .flatMap((fate) => of(fate).slice(0, MOST_NAMED))
      .sort((a, b) => a.row - b.row),
  }
  return { sender, fresh, known, places, checked }
}

const rowOf = (
  row: number,
  number: string,
  fate: RowFate,
  more: Partial<Pick<CheckedRow, 'order' | 'column' | 'problem' | 'remedy'>>,
): CheckedRow => ({ row, number, fate, order: null, column: null, problem: null, remedy: null, ...more })
