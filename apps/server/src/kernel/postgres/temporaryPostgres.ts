import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { PostgresError } from './errors.ts'
import { factsOf } from './files.ts'
import { clearLeftovers } from './leftovers.ts'
import { livingHolder } from './lock.ts'
import type { PostgresLog } from './log.ts'
import { ensureDatabase } from './roles.ts'
import { startPostgres } from './startPostgres.ts'

/** A server for one run of the tests, with the roles `linli_owner` and `linli_app` and the empty database `linli_test`. */
export type TemporaryPostgres = {
  /** May create databases and, when it is a superuser, see everything. */
  superuserUrl: string
  ownerUrl: string
  appUrl: string
  stop(): Promise<void>
}

const prefix = 'linli-test-'
