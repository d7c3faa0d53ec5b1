import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, onTestFinished, test } from 'vitest'
import { clusterProcesses } from './processes.ts'
import { query, started, temporaryDataDir } from './testing.ts'

/** Starts a server in a Node process of its own and resolves to that process once the server answers. */
async function ownerProcess(dataDir: string) {
  const program = `
    import { startPostgres } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
    const silent = { info() {}, warn() {}, error() {} }
    const server = await startPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: silent })
    console.log(server.ownerUrl)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void owner.kill('SIGKILL'))
  const [ownerUrl] = await once(createInterface({ input: owner.stdout }), 'line')
  return { owner, ownerUrl: String(ownerUrl) }
}

async function postmasterOf(cluster: string, url: string): Promise<number> {
  const [row] = await query(url, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`)
  expect(await clusterProcesses(cluster)).toContain(row?.['pid'])
  return Number(row?.['pid'])
}

describe('recovery', () => {
  test('a killed server comes back on the same address, with what was committed, again and again', async () => {
    const dataDir = await temporaryDataDir()
    const crashed: unknown[] = []
    let restarted = Promise.withResolvers<void>()
    const server = await started(dataDir, {
      onCrash: ({ signal }) => crashed.push(signal),
      onRestart: () => restarted.resolve(),
    })
    await query(server.ownerUrl, 'create table note (n int)')
    for (const n of [1, 2]) {
      await query(server.ownerUrl, `insert into note values (${n})`)
      process.kill(await postmasterOf(join(dataDir, 'postgres/cluster'), server.superuserUrl), 'SIGKILL')
      await restarted.promise
      restarted = Promise.withResolvers()
    }
    expect(await query(server.ownerUrl, 'select n from note order by n')).toEqual([{ n: 1 }, { n: 2 }])
    expect(crashed).toEqual(['SIGKILL', 'SIGKILL'])
  })

  test('a server killed with all its children comes back', async () => {
    const dataDir = await temporaryDataDir()
    const restarted = Promise.withResolvers<void>()
    const server = await started(dataDir, { onRestart: () => restarted.resolve() })
    for (const pid of await clusterProcesses(join(dataDir, 'postgres/cluster'))) process.kill(pid, 'SIGKILL')
    await restarted.promise
    expect(await query(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('a killed server whose child is busy comes back', async () => {
    const dataDir = await temporaryDataDir()
    const restarted = Promise.withResolvers<void>()
    const server = await started(dataDir, { onRestart: () => restarted.resolve() })
    const busy = query(server.ownerUrl, 'select count(*) from generate_series(1, 1e12::bigint)').catch(
      () => 'cut',
    )
    const postmaster = await postmasterOf(join(dataDir, 'postgres/cluster'), server.superuserUrl)
    process.kill(postmaster, 'SIGKILL')
    await restarted.promise
    expect(await busy).toBe('cut')
    expect(await query(server.appUrl, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('stopping during a restart stops for good', async () => {
    const dataDir = await temporaryDataDir()
    const cluster = join(dataDir, 'postgres/cluster')
    const crashed = Promise.withResolvers<void>()
    const server = await started(dataDir, { onCrash: () => crashed.resolve() })
    process.kill(await postmasterOf(cluster, server.superuserUrl), 'SIGKILL')
    await crashed.promise
    await server.stop()
    expect(await clusterProcesses(cluster)).toEqual([])
  })

  test.each([
    ['alone', false],
    ['with its server', true],
  ])(
    'after its owner was killed %s the next start works at once, at the same address',
    async (_, withServer) => {
      const dataDir = await temporaryDataDir()
      const cluster = join(dataDir, 'postgres/cluster')
      const { owner, ownerUrl } = await ownerProcess(dataDir)
      await query(ownerUrl, 'create table note as select 7 as n')
      const left = await clusterProcesses(cluster)
      expect(left.length).toBeGreaterThan(1)
      owner.kill('SIGKILL')
      if (withServer) for (const pid of left) process.kill(pid, 'SIGKILL')
      await once(owner, 'exit')

      const next = await started(dataDir)
      expect(next.ownerUrl).toBe(ownerUrl)
      expect(await query(next.ownerUrl, 'select n from note')).toEqual([{ n: 7 }])
      const now = await clusterProcesses(cluster)
      expect(left.filter((pid) => now.includes(pid))).toEqual([])
    },
  )

  test('a living owner in another process is not disturbed', async () => {
    const dataDir = await temporaryDataDir()
    const { owner, ownerUrl } = await ownerProcess(dataDir)
    await expect(started(dataDir)).rejects.toMatchObject({ pid: owner.pid })
    expect(await query(ownerUrl, 'select 1 as one')).toEqual([{ one: 1 }])
    owner.kill('SIGKILL')
    await once(owner, 'exit')
    await (await started(dataDir)).stop()
  })
})
