import { type Flaw, inKernel, inRooms } from '../flaw.ts'

const REDEMPTIONS = inRooms('points/store/redemptions.ts')
const ROUTES = inKernel('http/routes.ts')
const LEDGER = inRooms('points/store/ledger.ts')

/** Something is lost, doubled, or too early. */
export const onceFlaws: readonly Flaw[] = [
  {
    name: 'claim by read-then-write',
    why: 'The order’s state is looked at when it is read; the write asks nothing any more, and the event’s number is counted anew.',
    edits: [
      {
        file: inRooms('orders/store/order.ts'),
        find: '${expects.anyVersion ? sql`true` : sql`version = ${order.version}`} ${expects.where ?? empty}',
        replace: '${expects.where ? sql`true` : sql`version = ${order.version}`}',
      },
      {
        file: inRooms('orders/store/order.ts'),
        find: 'values (${scope.region}, ${newId()}, ${orderId}, ${event.version}, ${event.verb}',
        replace:
          'values (${scope.region}, ${newId()}, ${orderId}, coalesce((select o.version from orders o where o.region_id = ${scope.region} and o.id = ${orderId}), ${event.version}), ${event.verb}',
      },
      {
        file: inRooms('orders/actions/claimOrder.ts'),
        find: '  return inTurn(`${actor.region}/${id}`, () => claim(needs, actor, id, by, helper))',
        replace: '  return claim(needs, actor, id, by, helper)',
      },
    ],
    caughtBy: { tests: ['tests/orders/loop.test.ts'] },
  },
  {
    name: 'the quota by read-then-write',
    why: 'The lock on the helper’s row looked superfluous beside the count.',
    edits: [
      {
        file: inRooms('orders/store/claim.ts'),
        find: 'and person_id = ${personId}::uuid for update`',
        replace: 'and person_id = ${personId}::uuid`',
      },
    ],
    caughtBy: { tests: ['tests/orders/loop.test.ts'] },
  },
  {
    name: 'a step on what has changed meanwhile',
    why: 'The version that the sender saw is no longer compared.',
    edits: [
      {
        file: inRooms('orders/actions/takeStep.ts'),
        find: '  if (by.version !== undefined && by.version !== order.version) throw stale()\n',
        replace: '',
      },
    ],
    caughtBy: { tests: ['tests/orders/loop.test.ts'] },
  },
  {
    name: 'redeem by read-then-write',
    why: 'The person’s account is read without being held, and the month’s limit is counted twice at once.',
    edits: [
      {
        file: REDEMPTIONS,
        find: 'with mine as (select 1 from point_accounts where region_id = ${region} and person_id = ${personId}::uuid for update)',
        replace:
          'with mine as (select 1 from point_accounts where region_id = ${region} and person_id = ${personId}::uuid)',
      },
    ],
    caughtBy: { tests: [inRooms('points/meetings.test.ts')] },
  },
  {
    name: 'stock by read-then-write',
    why: 'The pieces are looked at by the page; taking them asks no more whether there are any.',
    edits: [
      {
        file: REDEMPTIONS,
        find: '      and (r.stock is null or r.stock >= ${quantity}::bigint)\n',
        replace: '',
      },
    ],
    caughtBy: { tests: [inRooms('points/meetings.test.ts'), inRooms('points/redemption.test.ts')] },
  },
  {
    name: 'the key ignored',
    why: 'Two requests met under one key; since then the server makes its own.',
    edits: [
      { file: ROUTES, find: '  return key.toLowerCase()\n', replace: '  return crypto.randomUUID()\n' },
    ],
    caughtBy: { tests: [inKernel('http/idempotency.test.ts')] },
  },
  {
    name: 'the key without its body',
    why: 'What was asked is left out of the comparison: another request under an old key hears the old answer.',
    edits: [{ file: ROUTES, find: '          request.body ?? null,\n', replace: '' }],
    caughtBy: { tests: [inKernel('http/idempotency.test.ts')] },
  },
  {
    name: 'the key of anybody',
    why: 'Whose key it was is not asked: who guesses it reads the answer.',
    edits: [
      {
        file: inKernel('http/idempotency.ts'),
        find: 'row.account_id !== (command.actor?.accountId ?? null) || !row.request_hash',
        replace: '!row.request_hash',
      },
    ],
    caughtBy: { tests: [inKernel('http/idempotency.test.ts'), 'tests/input/replay.test.ts'] },
  },
  {
    name: 'acknowledgement before commit',
    why: 'The answer need not wait for the disk.',
    edits: [
      {
        file: inKernel('db/database.ts'),
        find: '    await sendBatch(client, [COMMIT])\n',
        replace: '    sendBatch(client, [COMMIT]).catch(() => undefined)\n',
      },
    ],
    caughtBy: { tests: [inKernel('db/database.test.ts')] },
  },
  {
    name: 'a database that forgets',
    why: 'It was so much faster.',
    edits: [
      {
        file: inKernel('postgres/settings.ts'),
        find: "synchronous_commit: 'on'",
        replace: "synchronous_commit: 'off'",
      },
    ],
    caughtBy: { tests: [inKernel('postgres/startPostgres.test.ts')] },
  },
  {
    name: 'a deadline by the server’s clock',
    why: 'The time is put into the statement: each server has its own.',
    edits: [
      {
        file: inRooms('orders/store/deadlines.ts'),
        find: 'c.due_at <= app_now() and c.stopped_at is null and c.fired_at is null and c.paused_at is null',
        replace:
          'c.due_at <= ${new Date().toISOString()}::timestamptz and c.stopped_at is null and c.fired_at is null and c.paused_at is null',
      },
    ],
    caughtBy: { tests: ['tests/durability/deadlines.test.ts'] },
  },
  {
    name: 'a deadline that is not marked',
    why: 'The mark follows in a statement of its own and was lost.',
    edits: [
      {
        file: inRooms('orders/store/deadlines.ts'),
        find: 'update order_clocks c set fired_at = app_now(), alert_at',
        replace: 'update order_clocks c set fired_at = c.fired_at, alert_at',
      },
      {
        file: inRooms('orders/jobs.ts'),
        find: 'for (let marked = DEADLINES_AT_ONCE; marked === DEADLINES_AT_ONCE; fired += marked)',
        replace: 'for (let marked = -1; marked < 0; fired += marked)',
      },
    ],
    caughtBy: { tests: ['tests/orders/deadlines.test.ts'] },
  },
  {
    name: 'an entry of the ledger changed',
    why: 'A correction writes over the wrong entry; the application is given the right to.',
    edits: [
      {
        file: 'db/migrations/0005_points_ledger.sql',
        find: 'grant select, insert on point_entries to linli_app;',
        replace: 'grant select, insert, update on point_entries to linli_app;',
      },
      {
        file: inRooms('points/actions/correctEntry.ts'),
        find: '      lockAccounts(me.region, [debitAccount, creditAccount]),\n',
        replace:
          '      lockAccounts(me.region, [debitAccount, creditAccount]),\n      sql`update point_entries set reason = ${body.reason} where region_id = ${me.region} and id = ${params.id}::uuid`,\n',
      },
      {
        file: inRooms('points/actions/correctEntry.ts'),
        find: "import { auditStatement } from '../../../kernel/audit/audit.ts'\n",
        replace:
          "import sql from 'sql-template-tag'\nimport { auditStatement } from '../../../kernel/audit/audit.ts'\n",
      },
    ],
    caughtBy: { tests: ['tests/database/rules.test.ts'] },
  },
  {
    name: 'points from nowhere',
    why: 'The giver’s side is left out, since an issuer may lie below nothing anyway.',
    edits: [
      {
        file: LEDGER,
        find: 'then ${balance}::bigint else -${balance}::bigint end,',
        replace: "then ${balance}::bigint when a.kind = 'issuer' then 0 else -${balance}::bigint end,",
      },
    ],
    caughtBy: {
      tests: [inRooms('points/actions/correctEntry.test.ts'), inRooms('points/actions/settleOrder.test.ts')],
    },
  },
  {
    name: 'the same event twice',
    why: 'The relay reads the rows first and marks them afterwards, without holding them.',
    edits: [
      {
        file: inKernel('outbox/relay.ts'),
        find: 'and relayed_at is null order by seq limit ${BATCH} for update skip locked))',
        replace: 'and relayed_at is null order by seq limit ${BATCH}))',
      },
    ],
    caughtBy: { tests: [inKernel('outbox/relay.test.ts'), 'tests/orders/counters.property.test.ts'] },
  },
]
