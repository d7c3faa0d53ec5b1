import pg from 'pg'
import { connected } from './client.ts'

/** A role and its password. */
export type Role = { name: string; password: string }

/** The database Linli lives in and its two roles: one owns it and migrates, the other serves requests. */
export type DatabasePlan = { database: string; owner: Role; app: Role }

/**
 * Makes sure of the database and its roles; safe to repeat. The application's role owns nothing and may create nothing.
 * @param adminUrl a superuser, or a role with CREATEROLE and CREATEDB
 */
export async function ensureDatabase(adminUrl: string, plan: DatabasePlan): Promise<void> {
  await ensureRoles(adminUrl, [plan.owner, plan.app])
  await connected(adminUrl, async (admin) => {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [plan.database])
    const database = pg.escapeIdentifier(plan.database)
    const owner = pg.escapeIdentifier(plan.owner.name)
    const app = pg.escapeIdentifier(plan.app.name)
    // An administrator who is no superuser must be a member of a role to give it a database.
    await admin.query(`grant ${owner} to current_user`)
    if (!rowCount) {
      await admin.query(`create database ${database} owner ${owner} template template0 encoding 'UTF8'`)
    }
    await admin.query(`revoke all on database ${database} from public`)
    await admin.query(`grant connect on database ${database} to ${app}`)
    // Another instance joins by the owner's address alone: its requests take the application's role.
    await admin.query(`grant ${app} to ${owner}`)
  })
}

/**
 * Makes the roles that are missing: no superusers, and row-level security applies to them. Existing ones keep their
 * passwords.
 */
export async function ensureRoles(adminUrl: string, roles: Role[]): Promise<void> {
  await connected(adminUrl, async (admin) => {
    for (const { name, password } of roles) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [name])
      const secret = pg.escapeLiteral(password)
      if (!rowCount) await admin.query(`create role ${pg.escapeIdentifier(name)} login password ${secret}`)
    }
  })
}

/** Drops a database, with the connections to it, if it is there. */
export async function dropDatabase(adminUrl: string, database: string): Promise<void> {
  const name = pg.escapeIdentifier(database)
  await connected(adminUrl, (admin) => admin.query(`drop database if exists ${name} with (force)`))
}

/**
 * Whether a server lets us in; false when it refuses the password.
 * @throws every other error of the connection
 */
export async function answers(url: string): Promise<boolean> {
  try {
    return await connected(url, async () => true)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') return false
    throw error
  }
}
