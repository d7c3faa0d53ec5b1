export { AlreadyRunning, PostgresError, type PostgresProblem } from './errors.ts'
export type { PostgresLog } from './log.ts'
export { type DatabasePlan, ensureDatabase, type Role } from './roles.ts'
export { type RunningPostgres, type StartOptions, startPostgres } from './startPostgres.ts'
