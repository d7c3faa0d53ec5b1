import type { Key } from './keys.ts'

/** One request at the door, as the web server understood it. */
export type Asked = {
  readonly method: string
  /** Below /open311, without a query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The form's fields; empty where none was sent. */
  readonly fields: URLSearchParams
  readonly files: readonly Buffer[]
  readonly accept: string | undefined
  /** A UUID by which a client may send the same request again. */
  readonly idempotencyKey: string | undefined
  readonly language: 'zh' | 'en'
  readonly address: string
  /** The region of a request that names none. */
  readonly region: number
  readonly publicUrl: string
}

/** What a method answers of, once region and key are known. */
export type Ask = Omit<Asked, 'query' | 'fields'> & {
  readonly key: Key | undefined
  readonly now: Date
  /** A parameter of query or form, without space around it; undefined where it is empty. */
  param(name: string): string | undefined
  /** The addresses of pictures that lie elsewhere, in words: nothing is fetched from there. */
  readonly pictures: string
  readonly attributes: ReadonlyMap<string, string>
}

/** The parts of a list with commas between them; undefined where nothing was asked. */
export const listOf = (written: string | undefined): string[] | undefined => {
  const parts = written
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts && parts.length > 0 ? parts : undefined
}
