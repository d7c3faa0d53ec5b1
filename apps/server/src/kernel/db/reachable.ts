import pg from 'pg'

const OLDEST = 150_000

/**
 * Why a given database cannot be used, as a sentence that says what to do, or undefined when it can.
 * @param url the operator's DATABASE_URL; its password is never repeated
 */
export async function whyUnreachable(url: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  try {
    await client.connect()
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version`)
    if (rows[0].version < OLDEST)
      return `DATABASE_URL 指向的 PostgreSQL 太旧，需要 15 或更新的版本。 The PostgreSQL behind DATABASE_URL is too old; 15 or newer is needed.`
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return `连不上 DATABASE_URL 指向的数据库（${code}），请检查地址、账号、密码和库名，并确认它已经启动。 The database behind DATABASE_URL does not answer (${code}); check address, login, password and database name, and that it runs.`
  } finally {
    await client.end()
  }
}
