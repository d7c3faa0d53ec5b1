/** The part of a structured logger (pino has it) that the database launcher writes to. */
export type PostgresLog = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** A logger that writes nothing. */
export const silent: PostgresLog = { info() {}, warn() {}, error() {} }
