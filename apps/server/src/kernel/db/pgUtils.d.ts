// pg publishes this file and no types of it.
declare module 'pg/lib/utils.js' {
  /** A value as the server is sent it: text, or the bytes of a buffer. */
  export function prepareValue(value: unknown): string | Buffer | null
}
