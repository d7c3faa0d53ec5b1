import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'

const asks = `
  import { show } from ${JSON.stringify(new URL('./program.ts', import.meta.url).href)}
  await show('node', '-e', 'console.log(process.pid); setInterval(() => undefined, 1000)')
  console.log('went on')`

it.each(['SIGINT', 'SIGTERM'] as const)('a tool that is shown ends with us at %s', async (request) => {
  const shower = spawn(process.execPath, ['--input-type=module', '-e', asks], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  const output = createInterface({ input: shower.stdout })
  output.on('line', (line) => lines.push(line))
  await once(output, 'line')
  const tool = Number(lines[0])
  expect(process.kill(tool, 0)).toBe(true)
  shower.kill(request)
  const [code] = await once(shower, 'exit')
  expect(code).toBe(143)
  expect(() => process.kill(tool, 0)).toThrow('ESRCH')
  expect(lines).toEqual([String(tool)])
})
