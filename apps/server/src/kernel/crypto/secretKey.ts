import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { CryptoError } from './provider.ts'

/**
 * The 32-byte master key: SECRET_KEY, or outside production one that is made once in the data directory.
 * Whoever loses it loses phone numbers and second factors; it belongs into the backup, apart from the data.
 * @throws CryptoError when the kept key is damaged, or in production without SECRET_KEY
 */
export async function openSecretKey(
  config: Pick<Config, 'secretKey' | 'production' | 'dataDir'>,
): Promise<Buffer> {
  if (config.secretKey) return secretKeyOf(config.secretKey, 'SECRET_KEY')
  if (config.production) throw new CryptoError('SECRET_KEY is needed in production')
  const path = join(config.dataDir, 'secret.key')
  const kept = await readKept(path)
  if (kept) return kept
  await mkdir(config.dataDir, { recursive: true })
  await makeOnce(path)
  return (await readKept(path)) ?? checked(Buffer.alloc(0), path)
}

/** A key as the environment writes it. @param source the variable, named when it is wrong @throws CryptoError */
export const secretKeyOf = (text: string, source: string): Buffer =>
  checked(Buffer.from(text, 'base64'), source)

async function readKept(path: string): Promise<Buffer | undefined> {
  try {
    return checked(Buffer.from((await readFile(path, 'utf8')).trim(), 'base64'), path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Written whole under another name and then linked: of two processes that start together, one key remains. */
async function makeOnce(path: string): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await link(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
}

function checked(key: Buffer, source: string): Buffer {
  if (key.length !== 32)
    throw new CryptoError(
      `${source} 不是 32 字节的密钥，请从备份恢复。 ${source} does not hold a 32-byte key; restore it from the backup.`,
    )
  return key
}
