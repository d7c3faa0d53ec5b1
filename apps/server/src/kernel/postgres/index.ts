export { AlreadyRunning, PostgresError, type PostgresProblem } from './errors.ts'
export type { PostgresLog } from './log.ts'
export { type RunningPostgres, type StartOptions, startPostgres } from './startPostgres.ts'
export { type TemporaryPostgres, temporaryPostgres } from './temporaryPostgres.ts'
