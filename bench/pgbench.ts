import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Transactions a second of Debian's pgbench with a script; 0 when there is none on this machine.
 * @param length how long it runs: in seconds, or in transactions of each client
 */
export function pgbench(
  url: string,
  script: string,
  clients: number,
  length: { readonly seconds: number } | { readonly each: number },
): number {
  const folder = mkdtempSync(join(tmpdir(), 'linli-pgbench-'))
  const file = join(folder, 'script.sql')
  writeFileSync(file, script)
  const long =
    'each' in length ? ['-t', String(length.each)] : ['-T', String(Math.max(1, Math.round(length.seconds)))]
  try {
    const out = execFileSync(
      'pgbench',
      ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', ...long, '-f', file, url],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    )
    return Number(out.match(/tps = ([\d.]+)/)?.[1] ?? 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
