import sql from 'sql-template-tag'

export const balance = sql`select 0`
