import { utils, write } from '@e965/xlsx'
import { RESULTS, STATES } from '@linli/contract'
import type { upstreamEndpoints } from '@linli/contract/upstream/endpoints'
import { RETURNED_FIELDS, SENDER_FIELDS, type SenderField } from '@linli/contract/upstream/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { FileAnswer, HandlerRequest } from '../../../kernel/http/room.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { csvLine, guarded } from '../../../kernel/tables/guarded.ts'
import { policy } from '../policy.ts'
import { answersTo, type OrderAnswer } from '../views/answers.ts'
import { senderById } from '../views/senders.ts'

type Request = HandlerRequest<typeof upstreamEndpoints.returnToSender>
const MEDIA = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/**
 * 导出给转来方: its numbers with state, result and times, in the columns of its own files in their order; what it did not
 * have a column for stands behind them. Names, numbers to call and addresses stay here: the sender has its own. Recorded.
 * @throws forbidden, notFound
 */
export async function returnToSender(
  db: Database,
  { me, scope, params, query }: Request,
): Promise<FileAnswer> {
  demandRegion(policy.operations.returnToSender, me)
  const sender = await senderById(db, scope, params.id)
  if (!sender) throw notFound()
  const answers = await answersTo(db, scope, sender.id, [query.from ?? null, query.to ?? null])
  const lacking = RETURNED_FIELDS.filter((field) => !sender.columns.some((column) => column.field === field))
  const columns = [
    ...sender.columns,
    ...lacking.map((field) => ({ heading: SENDER_FIELDS[field].zh, field })),
  ]
  const lines = [
    columns.map(({ heading }) => guarded(heading)),
    ...answers.map((answer) => columns.map(({ field }) => guarded(cellOf(answer, field)))),
  ]
  await db.commit(scope, [
    auditStatement(me, {
      action: 'returnToSender',
      subjectKind: 'sender',
      subjectId: sender.id,
      facts: { rows: answers.length, format: query.format },
    }),
  ])
  const file =
    query.format === 'csv' ? Buffer.from(`\ufeff${lines.map(csvLine).join('')}`) : workbookOf(lines)
  return { file, mediaType: MEDIA[query.format], name: `${sender.name}.${query.format}` }
}

function workbookOf(lines: readonly (readonly string[])[]): Buffer {
  const sheet = utils.aoa_to_sheet(lines.map((line) => [...line]))
  sheet['!cols'] = (lines[0] ?? []).map((heading) => ({ wch: Math.max(12, heading.length * 2 + 2) }))
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '办理情况')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // the type of `write` is any
}

const timeIn = (at: string | null): string =>
  at ? new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ') : ''

function cellOf(answer: OrderAnswer, field: SenderField | null): string {
  switch (field) {
    case 'number':
      return answer.number
    case 'title':
      return answer.title ?? ''
    case 'sentAt':
    case 'dueAt':
    case 'contactedAt':
    case 'handledAt':
      return timeIn(answer[field])
    case 'state':
      return STATES[answer.state].zh
    case 'unit':
      return answer.unit ?? ''
    case 'resolved':
      return answer.resolved ? RESULTS[answer.resolved].zh : ''
    case 'reply':
      return answer.reply ?? ''
    default:
      return ''
  }
}
