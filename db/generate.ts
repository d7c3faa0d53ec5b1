import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { migrateDatabase } from '../apps/server/src/kernel/db/migrate.ts'
import { temporaryPostgres } from '../apps/server/src/kernel/postgres/index.ts'
import { renderProcessing } from './catalogue/processing.ts'
import { renderCatalogue } from './catalogue/render.ts'
import { readColumns } from './columns.ts'
import { renderRowTypes } from './rowTypes.ts'

// Writes what is made from the migrations: `node db/generate.ts` after each new one.
const server = await temporaryPostgres()
try {
  await migrateDatabase(server.ownerUrl)
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  const columns = await readColumns(client)
  await client.end()
  await writeFile(fileURLToPath(new URL('tables.ts', import.meta.url)), renderRowTypes(columns))
  await writeFile(
    fileURLToPath(new URL('../docs/privacy/processing.md', import.meta.url)),
    renderProcessing(),
  )
  await writeFile(
    fileURLToPath(new URL('../docs/data-catalogue.md', import.meta.url)),
    renderCatalogue(columns),
  )
} finally {
  await server.stop()
}
