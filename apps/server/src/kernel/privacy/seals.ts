import sql from 'sql-template-tag'
import { auditStatement } from '../audit/audit.ts'
import { asOwner, type PrivacyNeeds } from './owner.ts'
import type { Kept } from './retention.ts'

/**
 * Takes entries of the audit away seal by seal once the newest of a seal is over. The last seal that goes stays without
 * its entries as the anchor of the next, and the cut is an entry of the chain itself: see `verifyAudit`.
 */
export async function cutAudit(needs: PrivacyNeeds, region: number): Promise<Kept> {
  const days = needs.catalogue.tables['audit_entries']?.columns['at']?.retention.days
  if (days === undefined) throw new Error('the catalogue does not say how long the audit is kept')
  return asOwner(needs, region, async (tx) => {
    const [last] = await tx.query<{ number: number; seq: number }>(sql`
      select number, last_seq as seq from audit_seals s where region_id = ${region} and at < app_now() - make_interval(days => ${days})
        and exists (select from audit_entries e where e.region_id = ${region} and e.seq between s.first_seq and s.last_seq)
      order by number desc limit 1`)
    if (!last) return { table: 'audit_entries', how: 'remove', rows: 0 }
    const gone = await tx.query(
      sql`delete from audit_entries where region_id = ${region} and seq <= ${last.seq} returning 1`,
    )
    await tx.query(sql`delete from audit_seals where region_id = ${region} and number < ${last.number}`)
    await tx.query(
      auditStatement(
        { region },
        { action: 'cutAudit', subjectKind: 'auditSeal', facts: { through: last.number, rows: gone.length } },
      ),
    )
    return { table: 'audit_entries', how: 'remove', rows: gone.length }
  })
}
