import { describe, expect, test } from 'vitest'
import { temporaryPostgres } from './temporaryPostgres.ts'
import { query, started, temporaryDataDir } from './testing.ts'

describe('temporaryPostgres', () => {
  test('is a whole server that leaves nothing behind', async () => {
    const server = await temporaryPostgres({ given: '' })
    expect(await query(server.appUrl, 'select current_user as role, current_database() as name')).toEqual([
      { role: 'linli_app', name: 'linli_test' },
    ])
    await server.stop()
    await expect(query(server.appUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('uses a given server through a role that is no superuser, twice, and refuses one in use', async () => {
    const host = await started(await temporaryDataDir())
    await expect(temporaryPostgres({ given: host.superuserUrl })).rejects.toMatchObject({
      code: 'testServerTaken',
    })

    await query(host.superuserUrl, `create role creator login createrole createdb password 'open'`)
    await query(host.superuserUrl.replace(/linli$/, 'postgres'), 'drop database linli')
    await query(host.superuserUrl.replace(/linli$/, 'postgres'), 'drop role linli_owner, linli_app')
    const given = `postgresql://creator:open@127.0.0.1:${host.port}/postgres`
    await temporaryPostgres({ given })
    const server = await temporaryPostgres({ given })
    await query(server.ownerUrl, 'create table note (n int)')
    await expect(query(server.appUrl, 'create table t (n int)')).rejects.toMatchObject({ code: '42501' })
  })
})
