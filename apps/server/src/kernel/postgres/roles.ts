import pg from 'pg'

/** A role and its password. */
export type Role = { name: string; password: string }

/** The database Linli lives in and its two roles: one owns it and migrates, the other serves requests. */
export type DatabasePlan = { database: string; owner: Role; app: Role }

/**
 * Makes sure of the database and its roles; safe to repeat. Neither role is a superuser or passes row-level security
 * by; the application's role owns nothing and may create nothing. Existing roles keep their passwords.
 * @param adminUrl a superuser, or a role with CREATEROLE and CREATEDB
 */
export async function ensureDatabase(adminUrl: string, plan: DatabasePlan): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    for (const role of [plan.owner, plan.app]) await ensureRole(admin, role)
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [plan.database])
    const database = pg.escapeIdentifier(plan.database)
    const owner = pg.escapeIdentifier(plan.owner.name)
    const app = pg.escapeIdentifier(plan.app.name)
    // An administrator who is no superuser must be a member of a role to give it a database.
    await admin.query(`grant ${owner} to current_user`)
    if (!rowCount)
      await admin.query(`create database ${database} owner ${owner} template template0 encoding 'UTF8'`)
    await admin.query(`revoke all on database ${database} from public`)
    await admin.query(`grant connect on database ${database} to ${app}`)
  } finally {
    await admin.end()
  }
}

async function ensureRole(admin: pg.Client, { name, password }: Role): Promise<void> {
  const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name])
  if (rowCount) return
  await admin.query(`create role ${pg.escapeIdentifier(name)} login password ${pg.escapeLiteral(password)}`)
}
