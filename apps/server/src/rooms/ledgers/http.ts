import { LEDGER_MEDIA, ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import { room } from '../../kernel/http/room.ts'
import { chooseColumns } from './actions/chooseColumns.ts'
import { exportLedger } from './actions/exportLedger.ts'
import { fetchExport } from './actions/fetchExport.ts'
import { setLedgerMinutes } from './actions/setLedgerMinutes.ts'
import { addTemplate, withdrawTemplate } from './actions/templates.ts'
import { compareLedger } from './compare/compareLedger.ts'
import type { LedgerNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { type ExportRow, myExports, type TemplateRow, templatesOf } from './store.ts'
import { templateToBegin } from './templates/inThread.ts'
import { ledgerFor } from './views/asked.ts'
import { formLedgers } from './views/forms.ts'
import { listLedgers } from './views/list.ts'
import { readLedger } from './views/page.ts'
import { retiredLedgers } from './views/retired.ts'
import { sumLedger } from './views/totals.ts'

const EXPORTS = 20

/** @throws when two ledgers have one key */
export function ledgersRoom(needs: LedgerNeeds) {
  const { db, ledgers } = needs
  const keys = ledgers.map(({ key }) => key)
  if (new Set(keys).size < keys.length) throw new Error(`a ledger's key is used twice: ${keys.join(', ')}`)
  return room({
    name: 'ledgers',
    endpoints: ledgerEndpoints,
    policy,
    handlers: {
      listLedgers: ({ me }) => listLedgers(needs, me),
      readLedger: ({ me, params, query }) => readLedger(needs, me, params.ledger, query),
      sumLedger: ({ me, params, query }) => sumLedger(needs, me, params.ledger, query),
      formLedgers: ({ region }) => formLedgers(needs, region),
      chooseColumns: (request) => chooseColumns(needs, request),
      exportLedger: (request) => exportLedger(needs, request),
      listExports: async ({ me, scope }) => ({
        items: await db.read<ExportRow>(scope, myExports(me.region, me.personId, EXPORTS)),
      }),
      fetchExport: ({ me, params }) => fetchExport(needs, me, params.id),
      listLedgerTemplates: async ({ me, scope, params }) => ({
        items: await db.read<TemplateRow>(
          scope,
          templatesOf(me.region, ledgerFor(ledgers, me, params.ledger).key),
        ),
      }),
      addLedgerTemplate: (request) => addTemplate(needs, request),
      withdrawLedgerTemplate: (request) => withdrawTemplate(needs, request),
      defaultLedgerTemplate: async ({ me, params, query }) => {
        const ledger = ledgerFor(ledgers, me, params.ledger)
        return {
          file: await templateToBegin(query.scope, ledger.columns),
          mediaType: LEDGER_MEDIA.docx,
          name: `${ledger.name.zh}-模板.docx`,
        }
      },
      compareLedger: (request) => compareLedger(needs, request),
      retiredLedgers: ({ me, query }) => retiredLedgers(needs, me, query.months),
      setLedgerMinutes: (request) => setLedgerMinutes(needs, request),
    },
  })
}
