import type { ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import type { ExportLedgerBody } from '@linli/contract/ledgers/shapes'
import { LEDGER_FORMATS } from '@linli/contract/ledgers/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Ledger } from '../../../kernel/ledgers/ledger.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { follow } from '../files/follow.ts'
import type { Job } from '../files/job.ts'
import type { LedgerNeeds } from '../needs.ts'
import * as store from '../store.ts'
import { ask, columnsOf, ledgerFor, sortOf } from '../views/asked.ts'
import { mayEdit } from '../views/list.ts'

type Request = HandlerRequest<typeof ledgerEndpoints.exportLedger>

/**
 * 导出台账: records who takes what out and what for, answers at once, and writes the file beside other work. The rows are
 * those that the person may read at this moment, masked as on the page.
 * @throws noSuchLedger, invalid, notFound for a template that is not there
 */
export async function exportLedger(needs: LedgerNeeds, request: Request): Promise<{ id: string }> {
  const { me, scope, params, body, remember } = request
  const ledger = ledgerFor(needs.ledgers, me, params.ledger)
  const template = await templateOf(needs, request, ledger)
  const job: Job = {
    id: newId(),
    me,
    scope,
    asked: ask(ledger, me, body.filters),
    // A place's own document says by itself which columns it shows.
    columns: template ? ledger.columns : columnsOf(ledger, body.columns),
    sort: sortOf(ledger, body.filters),
    format: body.format,
    purpose: body.purpose,
    path: body.filters.path ?? null,
    period: [body.filters.from, body.filters.to],
    row: body.row ?? null,
    template,
    comesBack: body.format === 'xlsx' && mayEdit(ledger, me),
  }
  await needs.db.commit(scope, [
    store.insertExport(me.region, me.personId, {
      id: job.id,
      ledger: ledger.key,
      format: body.format,
      columns: body.columns,
      filters: body.filters,
      name: nameOf(ledger, body),
    }),
    auditStatement(me, {
      action: 'exportLedger',
      subjectKind: 'ledger',
      subjectId: job.id,
      reason: body.purpose,
      facts: { ledger: ledger.key, format: body.format, columns: body.columns.join(',') },
    }),
    remember({ id: job.id }),
  ])
  follow(needs, job)
  return { id: job.id }
}

const ENDINGS = { xlsx: 'xlsx', csv: 'csv', docx: 'docx', print: 'json' } as const
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const nameOf = (ledger: Ledger, { format, row }: ExportLedgerBody): string =>
  `${ledger.name.zh}${row ? '-单行' : ''}-${today()}.${ENDINGS[format]}`

/** @throws invalid when something is asked of a format that it does not do; notFound */
async function templateOf(
  { db }: LedgerNeeds,
  { me, scope, body }: Request,
  ledger: Ledger,
): Promise<Job['template']> {
  const isDocument = body.format === 'docx'
  if (!isDocument && (body.template || body.row))
    throw invalid([{ field: 'format', message: `模板和单独一行只用于${LEDGER_FORMATS.docx.zh}。` }])
  if (!isDocument || !body.template) return null
  const [kept] = await db.read<Row & store.KeptTemplate>(scope, store.templateById(me.region, body.template))
  if (!kept || kept.ledger !== ledger.key) throw notFound()
  const wanted = body.row ? 'row' : 'table'
  if (kept.scope !== wanted)
    throw invalid([
      { field: 'template', message: '这个模板不是用在这里的：请选同样用于整份或单独一行的模板。' },
    ])
  return kept.content
}
