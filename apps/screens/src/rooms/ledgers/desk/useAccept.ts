import type { LedgerDifference, RowDifference } from '@linli/contract/ledgers/shapes'
import { useState } from 'react'
import type { Input, Operation } from '../../../kit/endpoints.ts'
import { useCommand } from '../../../kit/useCommand.ts'

/** Carries the cells of a row that a person accepts, by the room's own command and in its own words. */
export function useAccept({ operation, fields }: LedgerDifference, row: RowDifference) {
  const [done, setDone] = useState(false)
  const { send, sending, failure } = useCommand(operation as Operation) // named by the server, whose contract this is
  async function accept(columns: readonly string[]): Promise<void> {
    const changed = row.cells.flatMap(({ column, file }) => {
      const field = fields[column]
      return field && columns.includes(column) ? [[field, file] as const] : []
    })
    const input = { params: { id: row.id }, body: { ...row.body, ...Object.fromEntries(changed) } }
    const answer = await send(input as unknown as Input<Operation>) // the body came from the server, made for this command
    if (answer !== undefined) setDone(true)
  }
  return { accept, sending, failure, done }
}
