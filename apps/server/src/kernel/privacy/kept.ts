import type { Words } from '@linli/contract'
import type { PrivacyCatalogue } from './catalogue.ts'

/** What stays after an erasure, with its reason: the tables of one reason in one line. */
export function keptAfterErasure({ owners, tables }: PrivacyCatalogue): { what: Words; why: Words }[] {
  const kept = Object.entries(owners).flatMap(([table, { why, hidden }]) => {
    const what = tables[table]?.purpose
    return why && what && !hidden ? [{ what, why }] : []
  })
  return [...Map.groupBy(kept, ({ why }) => why)].map(([why, of]) => ({
    what: { zh: of.map(({ what }) => what.zh).join('；'), en: of.map(({ what }) => what.en).join('; ') },
    why,
  }))
}
