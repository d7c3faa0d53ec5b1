import type pg from 'pg'

const NEEDED = ['fsync', 'synchronous_commit', 'full_page_writes'] as const

/**
 * Refuses a database that may forget what it acknowledged.
 * @throws with the settings to change
 */
export async function assertDurable(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(`select name, setting from pg_settings where name = any($1)`, [NEEDED])
  const off = rows.filter((row) => row.setting === 'off').map((row) => row.name)
  if (off.length > 0)
    throw new Error(
      `数据库的 ${off.join('、')} 已关闭，断电会丢单，请打开后再启动。 The database must run with ${off.join(', ')} on.`,
    )
}
