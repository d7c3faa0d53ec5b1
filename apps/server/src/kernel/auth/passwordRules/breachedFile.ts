import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { ConfigError } from '../../config.ts'

/** Passwords that are known to have leaked. */
export type BreachedPasswords = { has(password: string): Promise<boolean> }

const LINE = /^([0-9A-Fa-f]{40})(?::\d+)?\r?$/
/** Forty letters of a hash, a count and the line's end are fewer. */
const LONGEST_LINE = 128

/**
 * An operator's file of leaked passwords as Have I Been Pwned gives it away: one SHA-1 in hexadecimal a line, with or
 * without `:count`, ordered by hash. It is searched where it lies, by halves: 35 GB take some thirty short reads.
 * @throws ConfigError when the file cannot be read or begins with something else
 */
export async function openBreachedFile(path: string): Promise<BreachedPasswords> {
  const first = await withFile(path, (file) => lineAt(file, 0)).catch((error: Error) => {
    throw new ConfigError([
      `BREACHED_PASSWORDS 的文件打不开：${error.message}。 BREACHED_PASSWORDS cannot be read.`,
    ])
  })
  if (!LINE.test(first.text))
    throw new ConfigError([
      'BREACHED_PASSWORDS 的每一行应是一个 SHA-1（40 位十六进制），按散列排序，可带“:次数”。 Each line of BREACHED_PASSWORDS must be a SHA-1 in hexadecimal, ordered, with or without “:count”.',
    ])
  return {
    has: (password) =>
      withFile(path, async (file) =>
        search(file, (await file.stat()).size, createHash('sha1').update(password, 'utf8').digest('hex')),
      ),
  }
}

/** A file may be replaced by a newer one while the house runs: it is opened for each question. */
async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, 'r')
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

/** Whether a line begins with the hash. `low` is always the start of a line; every line before it is smaller. */
async function search(file: FileHandle, size: number, hash: string): Promise<boolean> {
  let [low, high] = [0, size]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    const start = middle === low ? low : (await lineAt(file, middle - 1)).next
    if (start >= high) {
      high = middle // no line begins between the middle and the end
      continue
    }
    const { text, next } = await lineAt(file, start)
    const here = LINE.exec(text)?.[1]?.toLowerCase()
    if (here === undefined) throw new Error(`BREACHED_PASSWORDS holds no SHA-1 at byte ${start}`)
    if (here === hash) return true
    if (here < hash) low = next
    else high = middle
  }
  return false
}

/** The rest of the line from a byte on, without its end, and where the next one begins. */
async function lineAt(file: FileHandle, from: number): Promise<{ text: string; next: number }> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(LONGEST_LINE), 0, LONGEST_LINE, from)
  const read = buffer.subarray(0, bytesRead)
  const end = read.indexOf(10)
  const length = end === -1 ? bytesRead : end
  return { text: read.toString('latin1', 0, length), next: from + length + 1 }
}
