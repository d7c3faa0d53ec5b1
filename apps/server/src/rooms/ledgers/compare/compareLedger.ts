import type { ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import type { Cells, LedgerDifference, RowDifference } from '@linli/contract/ledgers/shapes'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import type { Ledger } from '../../../kernel/ledgers/ledger.ts'
import { placeRules } from '../../places/index.ts'
import { wordsOf } from '../cells.ts'
import { notEditable, wrongFile } from '../errors.ts'
import { BASE_HEADING, ROW_HEADING } from '../files/xlsx.ts'
import type { LedgerNeeds } from '../needs.ts'
import { ledgerFor } from '../views/asked.ts'
import { mayEdit } from '../views/list.ts'
import { rowsNow } from '../views/rowsNow.ts'
import { differenceOf, type FileLine } from './difference.ts'
import { readWorkbook } from './readWorkbook.ts'
import type { Sheet } from './workbookWorker.ts'

/** So many changed rows are shown at once; the rest comes when these are settled. */
const MOST_SHOWN = 200

/**
 * 对照改过的表: reads an edited export and says cell by cell what it would change. Changes nothing: what a person accepts
 * goes through the room's own command, row by row, with the body that stands here.
 * @throws noSuchLedger, notEditable, wrongFile
 */
export async function compareLedger(
  needs: LedgerNeeds,
  { me, scope, params, file, remember }: HandlerRequest<typeof ledgerEndpoints.compareLedger>,
): Promise<LedgerDifference> {
  const ledger = ledgerFor(needs.ledgers, me, params.ledger)
  if (!ledger.edit || !mayEdit(ledger, me)) throw notEditable()
  const rules = await placeRules(needs.db, me.region)
  const lines = linesOf(ledger, await readWorkbook(file))
  const rows = await rowsNow(
    needs.db,
    me,
    ledger,
    rules,
    lines.flatMap(({ id }) => id ?? []),
  )
  const words = new Map(ledger.columns.map((column) => [column.key, wordsOf(column, rules)]))
  const differences = lines.flatMap((line): RowDifference[] => {
    const one = differenceOf(line, rows.get(line.id ?? ''), ledger.columns, words)
    return one ? [one] : []
  })
  const answer = {
    operation: ledger.edit.operation,
    fields: Object.fromEntries(ledger.columns.flatMap(({ key, edits }) => (edits ? [[key, edits]] : []))),
    rowsRead: lines.length,
    rowsUnchanged: lines.length - differences.length,
    rows: differences.slice(0, MOST_SHOWN),
    more: Math.max(0, differences.length - MOST_SHOWN),
  }
  await needs.db.commit(scope, [remember(answer)])
  return answer
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @throws wrongFile when it is no export of this ledger that may come back */
function linesOf(ledger: Ledger, sheet: Sheet): FileLine[] {
  const heading = (sheet[0] ?? []).map((cell) => String(cell ?? '').trim())
  const [idAt, baseAt] = [heading.indexOf(ROW_HEADING), heading.indexOf(BASE_HEADING)]
  if (idAt < 0 || baseAt < 0)
    throw wrongFile([
      {
        field: 'file',
        message: '这张表不是从这本台账导出的，或隐藏的编号列被删掉了。请重新导出，在导出的表里改。',
      },
    ])
  const places = ledger.columns.flatMap(({ key, name }) => {
    const at = heading.indexOf(name.zh)
    return at < 0 ? [] : [{ key, at }]
  })
  return sheet.slice(1).flatMap((cells, at): FileLine[] => {
    if (cells.every((cell) => cell === null || cell === '')) return []
    const id = String(cells[idAt] ?? '')
    return [
      {
        line: at + 2,
        id: UUID.test(id) ? id : null,
        base: baseOf(cells[baseAt]),
        values: new Map(places.map(({ key, at: place }) => [key, cells[place] ?? null])),
      },
    ]
  })
}

/** What the export wrote beside the row; a cell that somebody spoilt is as if nothing had been exported, so that nothing is taken for unchanged. */
function baseOf(cell: unknown): Cells {
  try {
    const base: unknown = JSON.parse(String(cell))
    return typeof base === 'object' && base !== null ? (base as Cells) : {} // compared cell by cell, never written
  } catch {
    return {}
  }
}
