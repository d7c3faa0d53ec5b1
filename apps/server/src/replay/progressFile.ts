import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Which messages have come to their end, one line each; what is written last may be cut short and is then played again. */
export type ProgressFile = { readonly done: ReadonlySet<string>; add(messageId: string): Promise<void> }

export async function openProgress(file: string): Promise<ProgressFile> {
  await mkdir(dirname(file), { recursive: true })
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n')
  lines.pop() // after the last line's end, or what a crash left of a line
  const done = new Set(lines)
  return {
    done,
    add: async (messageId) => {
      await appendFile(file, `${messageId}\n`)
      done.add(messageId)
    },
  }
}
