import { availableParallelism } from 'node:os'
import type { Finding } from './checks/program.ts'
import { steps } from './checks/steps.ts'

/** Runs every check, as many at a time as there are cores, and returns the names of those that failed. */
async function check(): Promise<string[]> {
  const failed: string[] = []
  const waiting = steps.values()
  const worker = async (): Promise<void> => {
    for (const step of waiting) {
      const began = performance.now()
      const finding: Finding = await step.run().catch((error: unknown) => {
        return error instanceof Error ? (error.stack ?? error.message) : String(error)
      })
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${finding === undefined ? 'ok    ' : 'FAILED'}  ${step.name} (${seconds} s)`)
      if (finding === undefined) continue
      console.log(finding.replace(/^/gm, '        '))
      failed.push(step.name)
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, worker))
  return failed
}

const failed = await check()
if (failed.length > 0) {
  console.log(`\n${failed.length} of ${steps.length} checks failed: ${failed.join(', ')}`)
  process.exitCode = 1
}
