import type { LedgerList, LedgerView } from '@linli/contract/ledgers/shapes'
import sql from 'sql-template-tag'
import { type Actor, holds, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { Ledger } from '../../../kernel/ledgers/ledger.ts'
import { type PlaceRules, placeRules } from '../../places/index.ts'
import { wordsOf } from '../cells.ts'
import type { LedgerNeeds } from '../needs.ts'

/** The ledgers that open to the reader, with their columns and the reader's own choice of them. */
export async function listLedgers(needs: LedgerNeeds, me: Actor): Promise<LedgerList> {
  const rules = await placeRules(needs.db, me.region)
  const chosen = await needs.db.read<Row & { ledger: string; columns: string[] }>(
    scopeOf(me),
    sql`select ledger, columns from ledger_choices where region_id = ${me.region} and person_id = ${me.personId}::uuid`,
  )
  const choices = new Map(chosen.map(({ ledger, columns }) => [ledger, columns]))
  const open = needs.ledgers.filter(({ roles }) => rangesOf(me, roles).length > 0)
  const keys = new Set(open.map(({ key }) => key))
  return {
    place: rules.name,
    items: open.map((ledger) => ({
      ...viewOf(ledger, me, rules, choices.get(ledger.key)),
      filledBy: [...(needs.filledBy[ledger.key] ?? [])],
      retires: rules.retiredLedgers.filter((row) => row.ledger === ledger.key).map(({ name }) => name),
    })),
    sets: rules.ledgerSets.map(({ key, name, parts }) => ({
      key,
      name,
      parts: parts
        .filter(({ ledger }) => keys.has(ledger))
        .map(({ name, ledger, only, columns }) => ({ name, ledger, only: [...only], columns: [...columns] })),
    })),
    mayKeepTemplates: holds(me, 'regionAdmin'),
  }
}

function viewOf(
  ledger: Ledger,
  me: Actor,
  rules: PlaceRules,
  choice: readonly string[] | undefined,
): Omit<LedgerView, 'filledBy' | 'retires'> {
  const all = ledger.columns.map(({ key }) => key)
  const known = choice?.filter((key) => all.includes(key)) ?? []
  return {
    key: ledger.key,
    name: ledger.name,
    about: ledger.about,
    columns: ledger.columns.map((column) => ({
      key: column.key,
      name: column.name,
      kind: column.kind,
      masked: column.mask !== undefined,
      sorts: column.sorts === true,
      filters: column.filters === true,
      values: [...wordsOf(column, rules)].map(([value, name]) => ({ value, name })),
      editable: column.edits !== undefined,
    })),
    chosen: known.length > 0 ? known : all,
    editable: mayEdit(ledger, me),
  }
}

/** Whether edited cells of the ledger may come back from this person. */
export const mayEdit = ({ edit }: Ledger, me: Actor): boolean =>
  edit !== undefined && rangesOf(me, edit.roles).length > 0
