import type { ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { wrongTemplate } from '../errors.ts'
import type { LedgerNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import * as store from '../store.ts'
import { checkTemplate } from '../templates/inThread.ts'
import { ledgerFor } from '../views/asked.ts'

type Request<O extends keyof typeof ledgerEndpoints> = HandlerRequest<(typeof ledgerEndpoints)[O]>

/** Keeps a place's own document for a ledger; the whole place uses it. @throws forbidden, noSuchLedger, wrongTemplate */
export async function addTemplate(
  { db, ledgers }: LedgerNeeds,
  { me, scope, params, query, file, remember }: Request<'addLedgerTemplate'>,
): Promise<{ id: string }> {
  demandRegion(policy.operations.addLedgerTemplate, me)
  const ledger = ledgerFor(ledgers, me, params.ledger)
  if (!file) throw wrongTemplate([{ field: 'file', message: '请选一个 .docx 文件。' }])
  await checkTemplate(ledger.columns, query.scope, file.bytes)
  const answer = { id: newId() }
  await db.commit(scope, [
    store.insertTemplate(me.region, me.personId, {
      ...answer,
      ledger: ledger.key,
      scope: query.scope,
      name: query.name,
      content: file.bytes,
    }),
    auditStatement(me, { action: 'addLedgerTemplate', subjectKind: 'ledgerTemplate', subjectId: answer.id }),
    remember(answer),
  ])
  return answer
}

/** What was made with it stays; nothing new is. @throws forbidden, notFound */
export async function withdrawTemplate(
  { db }: LedgerNeeds,
  { me, scope, params, remember }: Request<'withdrawLedgerTemplate'>,
): Promise<{ id: string }> {
  demandRegion(policy.operations.withdrawLedgerTemplate, me)
  const [kept] = await db.read<Row & store.KeptTemplate>(scope, store.templateById(me.region, params.id))
  if (!kept) throw notFound()
  await db.commit(scope, [
    store.withdrawTemplate(me.region, params.id),
    auditStatement(me, {
      action: 'withdrawLedgerTemplate',
      subjectKind: 'ledgerTemplate',
      subjectId: params.id,
    }),
    remember({ id: params.id }),
  ])
  return { id: params.id }
}
