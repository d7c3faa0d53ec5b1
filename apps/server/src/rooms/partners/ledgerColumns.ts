import { areaWords, type LedgerColumn } from '../../kernel/ledgers/ledger.ts'

/** The community of a row, by the table's alias. */
export const ledgerArea = (alias: string): LedgerColumn => ({
  key: 'area',
  name: { zh: '社区', en: 'Community' },
  kind: 'text',
  sql: areaWords(`${alias}.region_id`, `${alias}.path`),
})
/** The unit, joined as `u`. */
export const ledgerUnit: LedgerColumn = {
  key: 'unit',
  name: { zh: '单位', en: 'Unit' },
  kind: 'text',
  sql: "u.name ->> 'zh'",
}
