import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import { followRows } from '../../places/index.ts'

/** Check-ins, letters, cards and agreements go to the successor of an ended area; what has ended stays. Safe to repeat. */
export const followPartners = (db: Database, region: number): Promise<number> =>
  followRows(db, region, [
    { table: 'check_ins', key: ['id'], where: sql`m.state in ('asked', 'accepted')` },
    { table: 'letters', key: ['id'], where: sql`m.revoked_at is null` },
    { table: 'feedback_cards', key: ['id'], where: sql`true` },
    { table: 'pledge_pages', key: ['id'], where: sql`true` },
    { table: 'pledges', key: ['id'], where: sql`true` },
    { table: 'menu_items', key: ['id'], where: sql`m.closed_at is null` },
    { table: 'menu_takes', key: ['id'], where: sql`m.left_at is null` },
    { table: 'partner_lists', key: ['id'], where: sql`true` },
    { table: 'unit_reports', key: ['id'], where: sql`true` },
    { table: 'agreements', key: ['id'], where: sql`m.state in ('proposed', 'signed')` },
  ])
