import { expect, test } from 'vitest'
import { migrateDatabase } from '../../apps/server/src/kernel/db/migrate.ts'
import { findPrograms, onDrill, openDrill } from './pgbackrest.ts'

const programs = await findPrograms()
if ('missing' in programs) process.stderr.write(`The pgBackRest drill is left out: ${programs.missing}\n`)

test.skipIf('missing' in programs)(
  'pgBackRest: a full backup, archived WAL, loss of the cluster, recovery to just before a marked moment',
  async () => {
    if ('missing' in programs) return
    const drill = await openDrill(programs.bin)
    try {
      await drill.start()
      await onDrill(drill.url, 'postgres', (client) =>
        client
          .query(`create role linli login; create role linli_app nologin; grant linli_app to linli`)
          .then(() => client.query('create database linli owner linli')),
      )
      const ownerUrl = drill.url.replace('postgres@', 'linli@')
      await migrateDatabase(ownerUrl)
      await drill.pgbackrest('stanza-create')
      await drill.pgbackrest('check')
      const acknowledged: number[] = []
      const write = (
        client: { query(text: string, values: unknown[]): Promise<unknown> },
        nth: number,
      ): Promise<unknown> =>
        client
          .query(
            `insert into regions (id, gb_code, name, preset, preset_version, founded_at) values ($1::int, $1::int::text, '{}', 'xihu', 1, now())`,
            [nth],
          )
          .then(() => acknowledged.push(nth))
      await onDrill(drill.url, 'linli', async (client) => {
        for (let nth = 1; nth <= 50; nth += 1) await write(client, nth)
      })
      await drill.pgbackrest('--type=full', 'backup')
      // pgBackRest knows by whole seconds when a backup ended, and takes one that ended before the target.
      await onDrill(drill.url, 'linli', (client) => client.query('select pg_sleep(2)'))
      // Acknowledged after the backup: they live in the archived WAL alone.
      const target = await onDrill(drill.url, 'linli', async (client) => {
        for (let nth = 51; nth <= 200; nth += 1) await write(client, nth)
        const { rows } = await client.query<{ at: string }>(
          `select (clock_timestamp() + interval '1 microsecond')::text as at`,
        )
        await client.query('select pg_sleep(0.1)')
        // The mistake: everything is wiped.
        await client.query('delete from regions')
        await client.query('select pg_switch_wal()')
        return rows[0]?.at ?? ''
      })
      await drill.pgbackrest('check') // the WAL of the mistake is archived as well
      await drill.stop('immediate')
      await drill.lose()
      await drill.pgbackrest('--type=time', `--target=${target}`, '--target-action=promote', 'restore')
      await drill.start()
      const found = await onDrill(drill.url, 'linli', async (client) => {
        await expect
          .poll(async () => (await client.query('select pg_is_in_recovery() as yes')).rows[0]?.yes)
          .toBe(false)
        return (await client.query<{ id: number }>('select id from regions order by id')).rows.map(
          ({ id }) => id,
        )
      })
      expect(found).toEqual(acknowledged)
      expect(found).toHaveLength(200)
    } finally {
      await drill.remove()
    }
  },
  240_000,
)
