import { setTimeout as pause } from 'node:timers/promises'
import { S3mini, S3NetworkError, S3ServiceError } from 's3mini'
import type { BucketAddress } from './storageAddress.ts'

/** How patient a bucket is with its server. */
export type Patience = {
  readonly tries: number
  /** The pause behind the first failed try; it doubles. Milliseconds. */
  readonly pause: number
  /** One request with its answer. Milliseconds. */
  readonly timeout: number
}
const PATIENCE: Patience = { tries: 6, pause: 300, timeout: 60_000 }

/** The few things we ask of an object store; each is asked again while the fault may pass. */
export type Bucket = {
  put(key: string, bytes: Buffer): Promise<void>
  /** The whole object, or undefined when there is none. */
  get(key: string): Promise<Buffer | undefined>
  /** A stretch of it: `from` included, `to` not. */
  stretch(key: string, from: number, to: number): Promise<Buffer>
  /** Bytes of the object, or undefined when there is none. */
  size(key: string): Promise<number | undefined>
  remove(key: string): Promise<void>
  /** Keys without the prefix. */
  keys(): Promise<string[]>
  /** Writes an object piece by piece; it is there when the last piece is, and not before. @param pieces each of 5 MiB or more but the last */
  putPieces(key: string, pieces: AsyncIterable<Buffer>): Promise<void>
}

/** Opens a bucket; nothing is asked of it yet. */
export function openBucket(address: BucketAddress, patience: Patience = PATIENCE): Bucket {
  const { prefix, ...login } = address
  // A redirect is an answer like any other: what is kept goes to the address of the settings and nowhere else.
  const direct: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'manual' })
  const s3 = new S3mini({ ...login, requestAbortTimeout: patience.timeout, fetch: direct })
  const asked = <T>(ask: () => Promise<T>): Promise<T> => patiently(ask, patience)
  const whole = async (answer: Response): Promise<Buffer> => {
    const bytes = Buffer.from(await answer.arrayBuffer())
    const told = answer.headers.get('content-length')
    if (told && Number(told) !== bytes.length) throw new S3NetworkError('the answer was cut off')
    return bytes
  }
  return {
    put: (key, bytes) => asked(async () => void (await s3.putObject(prefix + key, bytes))),
    get: (key) =>
      asked(async () => {
        const answer = await s3.getObjectResponse(prefix + key)
        return answer ? whole(answer) : undefined
      }),
    stretch: (key, from, to) =>
      asked(async () => whole(await s3.getObjectRaw(prefix + key, false, from, to))),
    size: (key) =>
      asked(async () =>
        (await s3.objectExists(prefix + key)) ? s3.getContentLength(prefix + key) : undefined,
      ),
    remove: (key) =>
      asked(async () => {
        await s3.deleteObject(prefix + key).catch((error: unknown) => {
          if (!(error instanceof S3ServiceError && error.status === 404)) throw error
        })
      }),
    keys: () =>
      asked(async () => {
        const found = await s3.listObjects('/', prefix)
        return (found ?? []).map(({ Key }) => Key.slice(prefix.length))
      }),
    putPieces: async (key, pieces) => {
      const upload = await asked(() => s3.getMultipartUploadId(prefix + key))
      try {
        const parts: { partNumber: number; etag: string }[] = []
        for await (const piece of pieces)
          parts.push(await asked(() => s3.uploadPart(prefix + key, upload, piece, parts.length + 1)))
        await asked(() => s3.completeMultipartUpload(prefix + key, upload, parts))
      } catch (error) {
        await s3.abortMultipartUpload(prefix + key, upload).catch(() => undefined) // the first error is the one to tell
        throw error
      }
    },
  }
}

async function patiently<T>(ask: () => Promise<T>, { tries, pause: first }: Patience): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await ask()
    } catch (error) {
      if (nth === tries || !mayPass(error)) throw error
      await pause(first * 2 ** (nth - 1) * (0.75 + Math.random() / 2))
    }
  }
}

/** A fault of the server or of the way to it, not of what we asked. */
function mayPass(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (cause instanceof S3ServiceError) return cause.status >= 500 || cause.status === 429
  if (cause instanceof S3NetworkError || cause instanceof TypeError) return true // fetch tells a lost connection as TypeError
  return cause instanceof Error && ['TimeoutError', 'AbortError', 'SocketError'].includes(cause.name)
}
