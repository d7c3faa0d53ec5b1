import { type Flaw, inKernel, inRooms } from '../flaw.ts'

const PEOPLE = inRooms('people/views/people.ts')
const ORDER_PAGE = inRooms('orders/views/orderPage.ts')
const ORDER_POLICY = inRooms('orders/policy.ts')

/** Somebody reads what is not theirs. */
export const accessFlaws: readonly Flaw[] = [
  {
    name: 'IDOR: a person by id',
    why: 'The second gate is dropped from the page of one person; whoever knows the id reads it.',
    edits: [{ file: PEOPLE, find: "  if (!isMe) demandAt('getPerson', me, row.path ?? '/')\n", replace: '' }],
    caughtBy: { tests: ['tests/matrix/refusals.test.ts'] },
  },
  {
    name: 'IDOR: a session by id',
    why: 'Ending a session asks for the id alone, since the list shows only one’s own.',
    edits: [
      {
        file: inKernel('auth/sessions.ts'),
        find: 'where id = ${sessionId} and account_id = ${accountId} and revoked_at is null returning id',
        replace: 'where id = ${sessionId} and revoked_at is null returning id',
      },
    ],
    caughtBy: { tests: [inKernel('auth/sessions.test.ts'), inKernel('auth/http.test.ts')] },
  },
  {
    name: 'IDOR: a photo by id',
    why: 'Whoever is signed in and in whose area the order lies gets its photos; the policy of the order is not asked.',
    edits: [
      {
        file: inKernel('uploads/http.ts'),
        find: '(visitor !== undefined && orderId !== null && mayReadOrder(visitor, orderId)),',
        replace: '(visitor !== undefined && orderId !== null),',
      },
    ],
    caughtBy: { tests: ['tests/matrix/keptOut.test.ts'], only: 'getFile' },
  },
  {
    name: 'role gap: leaders open orders',
    why: 'A leader asked to see one order; the row was widened for everybody who leads.',
    edits: [
      {
        file: ORDER_POLICY,
        find: "  ...who('inScope', ...desk, 'gridWorker', 'auditor'),\n]",
        replace: "  ...who('inScope', ...desk, 'gridWorker', 'auditor', 'leader'),\n]",
      },
    ],
    caughtBy: { tests: ['tests/matrix/roles.test.ts'] },
  },
  {
    name: 'role gap: a step of somebody else',
    why: 'Whoever handled the order may approve it too: the row of the lifecycle takes one role too many.',
    edits: [
      {
        file: 'packages/contract/src/orders/lifecycle/handling.ts',
        find: "    to: ['followUp'],\n    who: inScope('reviewer'),",
        replace: "    to: ['followUp'],\n    who: [...inScope('reviewer'), ...doers],",
      },
    ],
    caughtBy: { tests: ['tools/lifecycle/page.test.ts'] },
  },
  {
    name: 'a list without its scope',
    why: 'The register is searched in the whole region; the masks are thought to be enough.',
    edits: [
      {
        file: PEOPLE,
        find: " and ${inRanges('p.path', rangesOf(me, rolesFor('listPeople')))}",
        replace: '',
      },
    ],
    caughtBy: { tests: [inRooms('people/people.test.ts')] },
  },
  {
    name: 'the end of a range forgets the terminator',
    why: 'Everything that begins alike: /c1/ reaches into /c10/.',
    edits: [
      {
        file: inKernel('db/scope.ts'),
        find: 'hi: `${path.slice(0, -1)}0`',
        replace: 'hi: `${path.slice(0, -1)}~`',
      },
    ],
    caughtBy: { tests: [inKernel('db/scope.test.ts')] },
  },
  {
    name: 'the net by LIKE',
    why: 'A prefix instead of a range in the database’s own net, without the slash at its end.',
    edits: [
      {
        file: 'db/migrations/0009_kernel_net.sql',
        find: 'if path >= lo collate "C" and path < hi collate "C" then',
        replace: "if path like rtrim(lo, '/') || '%' then",
      },
    ],
    caughtBy: { tests: ['tests/database/net.test.ts'] },
  },
  {
    name: 'a path without its terminator',
    why: 'Whether a place lies in an area is asked of names without the slash: building 1 holds building 12.',
    edits: [
      {
        file: inRooms('orders/rules/area.ts'),
        find: 'path.startsWith(area)',
        replace: "path.startsWith(area.replace(/\\/$/, ''))",
      },
    ],
    caughtBy: { tests: [inRooms('orders/rules/area.test.ts')] },
  },
  {
    name: 'row-level security off',
    why: 'Switched off for a day’s search for a fault, and forgotten.',
    edits: [
      {
        file: 'db/migrations/0009_kernel_net.sql',
        find: "select net_apply('notices', net_me('person_id') || ' or ' || net_system());",
        replace: 'alter table notices disable row level security;',
      },
    ],
    caughtBy: { tests: ['tests/database/rules.test.ts'] },
  },
  {
    name: 'the net without its region',
    why: 'One database serves one county, somebody thought.',
    edits: [
      {
        file: 'db/migrations/0009_kernel_net.sql',
        find: "declare region text := 'region_id = net_region_id()';",
        replace: "declare region text := 'true';",
      },
    ],
    caughtBy: { tests: ['tests/database/net.test.ts'] },
  },
  {
    name: 'an account of another region',
    why: 'Accounts are of the whole house: whoever administers one region binds those of another to a name of their own choice.',
    edits: [
      {
        file: inKernel('auth/doors/http.ts'),
        find: 'if (!account || !personId) throw notFound()',
        replace: 'if (!account) throw notFound()',
      },
    ],
    caughtBy: { tests: [inKernel('auth/doors/bindStaff.test.ts')] },
  },
  {
    name: 'the complained-of reads',
    why: 'The net’s first line looks superfluous: the policy names no such relation.',
    edits: [
      {
        file: 'db/migrations/0009_kernel_net.sql',
        find: '  if about_person = net_person() then return false; end if;\n',
        replace: '',
      },
    ],
    caughtBy: { tests: ['tests/database/net.test.ts', 'tests/matrix/complainedOf.test.ts'] },
  },
  {
    name: 'the complained-of hears',
    why: 'The live event leaves out whom it is about, to be shorter.',
    edits: [
      {
        file: inKernel('outbox/relay.ts'),
        find: '      ...(about.length > 0 ? { about } : {}),\n',
        replace: '',
      },
    ],
    caughtBy: { tests: ['tests/matrix/streams.test.ts', 'tests/matrix/complainedOf.test.ts'] },
  },
  {
    name: 'the anonymous requester shown',
    why: 'Two wishes are taken for one.',
    edits: [
      {
        file: inRooms('orders/rules/contact.ts'),
        find: 'const wished = order.anonymous || order.confidential',
        replace: 'const wished = order.confidential',
      },
    ],
    caughtBy: { tests: [inRooms('orders/rules/contact.test.ts'), 'tests/orders/loop.test.ts'] },
  },
  {
    name: 'remarks for staff shown to everybody',
    why: 'The timeline is shown as it is kept.',
    edits: [
      {
        file: ORDER_PAGE,
        find: "\n      .filter(({ audience }) => audience === 'everybody' || (audience === 'doers' ? doers : staff))",
        replace: '',
      },
    ],
    caughtBy: { tests: ['tests/matrix/matrix.test.ts'], only: 'getOrder' },
  },
  {
    name: 'a number unmasked',
    why: 'The page of one person decrypts whenever there is a number, for the one whose it is and for everybody else.',
    edits: [{ file: PEOPLE, find: 'isMe && row.cipher ?', replace: 'row.cipher ?' }],
    caughtBy: { tests: [inRooms('people/people.test.ts')] },
  },
  {
    name: 'a name unmasked in the order',
    why: 'The desk asked for the whole name.',
    edits: [
      {
        file: ORDER_PAGE,
        find: "name === 'masked' ? maskName(row.contactName) : null",
        replace: "name === 'masked' ? row.contactName : null",
      },
    ],
    caughtBy: { tests: ['tests/matrix/matrix.test.ts'], only: 'getOrder' },
  },
  {
    name: 'a reveal without its record',
    why: 'The record is written after the answer, and then not at all.',
    edits: [
      {
        file: inRooms('people/actions/revealPhone.ts'),
        find: "  await deps.db.commit(scopeOf(me), [\n    auditStatement(me, { action: 'revealPhone', subjectKind: 'person', subjectId: id, reason }),\n  ])\n",
        replace:
          "  void auditStatement(me, { action: 'revealPhone', subjectKind: 'person', subjectId: id, reason })\n",
      },
    ],
    caughtBy: { tests: [inRooms('people/people.test.ts')] },
  },
  {
    name: 'an export that tells of too few',
    why: 'The file says what the page leaves out: two ratings are two people.',
    edits: [
      {
        file: inRooms('insight/views/figures.ts'),
        find: 'rated < FEWEST_RATINGS',
        replace: 'rated === 0',
      },
    ],
    caughtBy: { tests: ['tests/matrix/numbers.test.ts'] },
  },
  {
    name: 'coverage that tells of too few',
    why: 'The wall says of every community how many are cared for, and two people are an address.',
    edits: [
      {
        file: inRooms('insight/ground.ts'),
        find: "what === 'care' ? tellable(counts) : counts",
        replace: 'counts',
      },
      { file: inRooms('insight/views/coverage.ts'), find: 'people < FEWEST_PEOPLE', replace: 'people === 0' },
      {
        file: inRooms('insight/ground.ts'),
        find: 'import { rollUp, tellable }',
        replace: 'import { rollUp }',
      },
      {
        file: inRooms('insight/views/coverage.ts'),
        find: 'import { FEWEST_PEOPLE, PEOPLE }',
        replace: 'import { PEOPLE }',
      },
    ],
    caughtBy: { tests: ['tests/insight/coverage.test.ts'] },
  },
  {
    name: 'an export with names unmasked',
    why: 'Beside each area the figures name whoever lives there: the leader wants to know whom to ask.',
    edits: [
      {
        file: inRooms('insight/views/figures.ts'),
        find: "json_build_object('path', a.path, 'name', a.name, 'open'",
        replace:
          "json_build_object('path', a.path, 'name', concat(a.name, (select string_agg(p.name, '、') from people p where p.region_id = a.region_id and starts_with(p.path, a.path))), 'open'",
      },
    ],
    caughtBy: { tests: ['tests/matrix/matrix.test.ts'], only: 'exportFigures' },
  },
]
