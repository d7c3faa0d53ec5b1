import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption'
import { BackupError, changed, cut } from './problems.ts'

/** An age key pair (age-encryption.org/v1): whoever has the recipient can write, only the identity can read. */
export async function newKeyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** @throws BackupError wrongRecipient */
export function assertRecipients(recipients: readonly string[]): void {
  if (recipients.length === 0)
    throw new BackupError(
      'wrongRecipient',
      'BACKUP_RECIPIENT 是空的：备份一定加密给谁。',
      'BACKUP_RECIPIENT is empty: a backup is always encrypted for somebody.',
    )
  const encrypter = new Encrypter()
  for (const recipient of recipients)
    try {
      encrypter.addRecipient(recipient)
    } catch (cause) {
      throw new BackupError(
        'wrongRecipient',
        `BACKUP_RECIPIENT 里的“${recipient.slice(0, 12)}…”不是 age 公钥（以 age1 开头）。`,
        `“${recipient.slice(0, 12)}…” in BACKUP_RECIPIENT is no age recipient (they begin with age1).`,
        { cause },
      )
    }
}

/** Encrypts a stream for each of the recipients; 64 KiB are in memory at a time. */
export async function sealed(stream: Readable, recipients: readonly string[]): Promise<Readable> {
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  return fromWeb(await encrypter.encrypt(toWeb(stream)))
}

/**
 * Opens what `sealed` made. Every 64 KiB are proved before they are given on, the end of the file as well.
 * @throws BackupError notABackup, wrongKey; the stream fails with `changed` or `cut`
 */
export async function opened(
  stream: Readable,
  identities: readonly string[],
): Promise<AsyncIterable<Buffer>> {
  const decrypter = new Decrypter()
  for (const identity of identities) decrypter.addIdentity(identity)
  let ended = false
  stream.once('end', () => {
    ended = true
  })
  const plain = await decrypter.decrypt(toWeb(stream)).catch((cause: unknown) => {
    throw whyClosed(cause)
  })
  return proved(fromWeb(plain), () => ended)
}

/** To the cipher a cut file is one whose last piece does not fit: only whether more was to come tells the two apart. */
async function* proved(plain: Readable, ended: () => boolean): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of plain) yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
  } catch (cause) {
    if (!(cause instanceof Error) || !/invalid tag|final chunk|ciphertext|expected/i.test(cause.message))
      throw cause
    throw ended() ? cut(cause) : changed('密文 cipher text', cause)
  }
}

function whyClosed(cause: unknown): BackupError {
  const message = cause instanceof Error ? cause.message : ''
  if (/no identity matched/i.test(message))
    return new BackupError(
      'wrongKey',
      '这把私钥打不开这份备份。请用当时 BACKUP_RECIPIENT 对应的私钥文件（--identity）。',
      'This key does not open this backup. Give the identity that belongs to the recipient it was made for (--identity).',
      { cause },
    )
  return new BackupError(
    'notABackup',
    '这个文件不是邻里的备份，或者开头已经损坏。请换一份备份。',
    'This file is no backup of Linli, or its beginning is damaged. Restore another one.',
    { cause },
  )
}

/**
 * The private keys in a file as `age-keygen` and `npm run backup -- --new-key` write it: comments begin with #.
 * @throws BackupError noIdentity
 */
export async function readIdentities(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const identities = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('AGE-SECRET-KEY-'))
  const decrypter = new Decrypter()
  try {
    if (identities.length === 0) throw new Error('no identity in the file')
    for (const identity of identities) decrypter.addIdentity(identity)
    return identities
  } catch (cause) {
    throw new BackupError(
      'noIdentity',
      `${path} 里没有可用的私钥（以 AGE-SECRET-KEY- 开头的一行）。请检查文件路径。`,
      `${path} holds no usable private key (a line that begins with AGE-SECRET-KEY-). Check the path.`,
      { cause },
    )
  }
}

// Node's and the library's stream types differ by name only.
const toWeb = (stream: Readable): globalThis.ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>
const fromWeb = (stream: globalThis.ReadableStream<Uint8Array>): Readable =>
  Readable.fromWeb(stream as unknown as ReadableStream)
