import sql, { empty, join, type Sql } from 'sql-template-tag'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import { type ClockKey, keyOf } from '../rules/clockKeys.ts'
import type { AlertTimes } from '../rules/clockRules.ts'
import type { ClockMove, ClockPlan } from '../rules/clocks.ts'
import { TOLD, toldLimit, toldMoves, toldPiece } from '../rules/toldClocks.ts'
import type { DuePiece } from '../rules/workTime.ts'

const CLOCK = sql`'clock', c.clock, 'unitId', c.unit_id, 'round', c.round, 'amount', c.amount, 'unit', c.unit, 'rule', c.rule_version, 'startedAt', c.started_at, 'dueAt', c.due_at,
  'changes', c.changes, 'pausedAt', c.paused_at, 'stoppedAt', c.stopped_at`

/** The clocks of an order that run or stand still, and those of its round that have ended, the latest first; `o` is the order. */
export const CLOCK_COLUMNS: Sql = sql`
  (select coalesce(json_agg(json_build_object(${CLOCK}) order by c.started_at), '[]')
     from order_clocks c where c.region_id = o.region_id and c.order_id = o.id and c.stopped_at is null) as clocks,
  (select coalesce(json_agg(json_build_object(${CLOCK}) order by c.started_at desc), '[]')
     from order_clocks c where c.region_id = o.region_id and c.order_id = o.id and c.stopped_at is not null and c.round = o.round) as rested`

/** A clock's key, as the rules name it. */
const KEY = sql`(clock || coalesce('@' || unit_id, ''))`

const instant = (at: number): string => new Date(at).toISOString()

/** What holds for the moment of the command, by the database's own clock. */
const byPiece = (pieces: readonly DuePiece[], say: (piece: DuePiece) => Sql): Sql => {
  const last = pieces.at(-1)
  if (!last) throw new Error('a due time has no pieces')
  const before = pieces
    .slice(0, -1)
    .map((piece) => sql`when app_now() <= ${piece.until}::timestamptz then ${say(piece)}`)
  return before.length === 0 ? say(last) : sql`case ${join(before, ' ')} else ${say(last)} end`
}

const dueOfPiece = (piece: DuePiece): Sql =>
  'at' in piece
    ? sql`${instant(piece.at)}::timestamptz`
    : sql`app_now() + make_interval(secs => ${piece.after / 1000}::float8)`
export const dueStart = (pieces: readonly DuePiece[]): Sql => byPiece(pieces, dueOfPiece)

/**
 * The earliest of the clocks that run after the step, by the transaction's time; of two that are due together the one
 * that began last.
 */
export function nextDue({ starts, moves, remain }: ClockPlan): Sql {
  const running = remain
    .filter(({ pausedAt }) => !pausedAt)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
  const candidates = [
    ...starts.map(({ clock, due }) => [dueStart(due), clock] as const),
    ...moves.map(({ clock, due }) => [sql`${instant(due)}::timestamptz`, clock] as const),
    ...running.map(({ clock, dueAt }) => [sql`${dueAt}::timestamptz`, clock] as const),
  ]
  if (candidates.length === 0) return sql`due_at = null, due_clock = null`
  const [only] = candidates
  if (only && candidates.length === 1) return sql`due_at = ${only[0]}, due_clock = ${only[1]}`
  const rows = candidates.map(([due, clock], rank) => sql`(${due}, ${clock}, ${rank}::int)`)
  return sql`(due_at, due_clock) = (select next.due, next.clock from (values ${join(rows)}) next(due, clock, rank) order by next.due, next.rank limit 1)`
}

const alertsOf = ({ warn, escalate }: AlertTimes) => {
  const [alert, later] = [warn ?? escalate, escalate].map((at) => (at === null ? null : instant(at)))
  return { alert: alert ?? null, later: later ?? null, isWarned: warn === null }
}

/** Stops, pauses and moves the clocks as planned; before the new ones start, of which one may have the name of one that stops. */
export function stopStatements(scope: Scope, orderId: string, round: number, plan: ClockPlan): Sql[] {
  const mine = sql`region_id = ${scope.region} and order_id = ${orderId}::uuid and stopped_at is null`
  const named = (keys: readonly ClockKey[]): Sql => sql`${KEY} = any(${[...keys]}::text[])`
  return [
    ...(plan.stops.length > 0
      ? [sql`update order_clocks set stopped_at = app_now() where ${mine} and ${named(plan.stops)}`]
      : []),
    ...(plan.pauses.length > 0
      ? [
          sql`update order_clocks set paused_at = app_now() where ${mine} and paused_at is null and ${named(plan.pauses)}`,
        ]
      : []),
    ...plan.moves.map((move) =>
      moveClockStatement(
        move,
        plan.policy,
        move.wasStopped
          ? // Of whoever has it now: an order that was given back has an older clock of the same kind in this round.
            sql`region_id = ${scope.region} and id = (select id from order_clocks where region_id = ${scope.region} and order_id = ${orderId}::uuid
              and round = ${round} and ${KEY} = ${keyOf(move)} order by started_at desc limit 1)`
          : sql`${mine} and ${KEY} = ${keyOf(move)}`,
      ),
    ),
  ]
}

/** A clock runs until another time: the limit as it first was stays beside it, and what was told of the old one is told anew of the new. */
export function moveClockStatement(
  move: Omit<ClockMove, 'wasStopped'>,
  policy: string,
  where: Sql,
  keepsPause = false,
): Sql {
  const { limit, due, changes } = move
  const until = sql`${instant(due)}::timestamptz`
  const { alert, later, isWarned } = alertsOf(move.alerts)
  return sql`update order_clocks set amount = ${limit.amount}, unit = ${limit.unit}, rule_version = ${limit.version}, policy = ${policy},
      first_due_at = case when abs(extract(epoch from due_at - ${until})) < 1 then first_due_at else coalesce(first_due_at, due_at) end,
      due_at = ${until}, changes = ${JSON.stringify(changes)}::jsonb, stopped_at = null${keepsPause ? empty : sql`, paused_at = null`},
      fired_at = case when ${until} > app_now() then null else fired_at end,
      escalated_at = case when ${until} > app_now() then null else escalated_at end,
      warned_at = ${isWarned ? sql`warned_at` : sql`null`}, escalate_at = ${later}::timestamptz,
      alert_at = case when ${until} > app_now() or escalated_at is null then ${alert}::timestamptz end
    where ${where}`
}

/** Starts the clocks as planned. */
export const startStatements = (
  scope: Scope,
  orderId: string,
  round: number,
  wave: number,
  { starts, policy }: ClockPlan,
): Sql[] =>
  starts.map(({ clock, unitId, limit, due, alerts }) => {
    const { alert, later } = alertsOf(alerts)
    return sql`insert into order_clocks (region_id, id, order_id, clock, unit_id, round, wave, amount, unit, rule_version, started_at, due_at, policy, alert_at, escalate_at)
      values (${scope.region}, ${newId()}, ${orderId}, ${clock}, ${unitId}::uuid, ${round}, ${wave}, ${limit.amount}, ${limit.unit}, ${limit.version}, app_now(), ${dueStart(due)},
        ${policy}, ${alert}::timestamptz, ${later}::timestamptz)`
  })

/** The facts of a step's event with the limits it set, so that the events alone tell when what was due, whatever the rules become. */
export function factsWithClocks(facts: { [key: string]: unknown }, plan: ClockPlan | undefined): Sql {
  if (!plan) return sql`${JSON.stringify(facts)}::jsonb`
  const told: { [key: string]: unknown } = { ...facts, ...toldMoves(plan.moves) }
  const later: Sql[] = []
  for (const start of plan.starts) {
    const { limit, due } = start
    const [only] = due
    if (only && due.length === 1) told[TOLD + keyOf(start)] = toldLimit(limit) + toldPiece(only)
    else
      later.push(
        sql` || jsonb_build_object(${TOLD + keyOf(start)}::text, ${toldLimit(limit)}::text || ${byPiece(due, (piece) => sql`${toldPiece(piece)}::text`)})`,
      )
  }
  return sql`${JSON.stringify(told)}::jsonb${join(later.length > 0 ? later : [empty], '')}`
}
