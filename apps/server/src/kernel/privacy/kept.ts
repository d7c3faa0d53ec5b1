import type { Words } from '@linli/contract'
import type { PrivacyCatalogue } from './catalogue.ts'

/** What stays after an erasure, with its reason: the tables of one reason in one line. */
export function keptAfterErasure({
  owners,
  told,
}: Pick<PrivacyCatalogue, 'owners' | 'told'>): { what: Words; why: Words }[] {
  const kept = Object.entries(owners).flatMap(([table, { why, hidden }]) => {
    const what = told[table]
    return why && what && !hidden ? [{ what, why }] : []
  })
  return [...Map.groupBy(kept, ({ why }) => why)].map(([why, of]) => {
    const what = [...new Set(of.map(({ what }) => what))]
    return { what: { zh: what.map(({ zh }) => zh).join('、'), en: what.map(({ en }) => en).join('; ') }, why }
  })
}
