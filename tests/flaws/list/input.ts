import { type Flaw, inKernel, inRooms } from '../flaw.ts'

const ROUTES = inKernel('http/routes.ts')

/** Something comes in that should not. */
export const inputFlaws: readonly Flaw[] = [
  {
    name: 'mass assignment',
    why: 'A client sent a field too many and got an error; since then unknown fields are let through.',
    edits: [
      {
        file: 'packages/contract/src/schema.ts',
        find: 'Type.Object(properties, { additionalProperties: false,',
        replace: 'Type.Object(properties, { additionalProperties: true,',
      },
    ],
    caughtBy: { tests: ['tests/matrix/massAssignment.test.ts'] },
  },
  {
    name: 'SQL by template: a name',
    why: 'The search for a name is put together as text, since a pattern cannot be a parameter, somebody thought.',
    edits: [
      {
        file: inRooms('people/views/people.ts'),
        find: 'import sql, { empty, type Sql } from',
        replace: 'import sql, { empty, raw, type Sql } from',
      },
      {
        file: inRooms('people/views/people.ts'),
        find: 'sql`and p.name collate "C" >= ${query.name} and p.name collate "C" < ${`${query.name}${LAST}`}`',
        replace: "sql`and p.name like ${raw(`'${query.name}%'`)}`",
      },
    ],
    caughtBy: { tests: ['tests/input/searches.test.ts'] },
  },
  {
    name: 'SQL by template: words of a search',
    why: 'The doubling of quotes in words looked wrong and was taken out; the words go into the statement itself.',
    edits: [
      {
        file: inRooms('orders/views/lists.ts'),
        find: 'import sql, { join, type Sql } from',
        replace: 'import sql, { join, raw, type Sql } from',
      },
      {
        file: inRooms('orders/views/lists.ts'),
        find: 'sql`o.number >= ${q} and o.number < ${`${q}~`}`',
        replace: "sql`o.number like ${raw(`'${q}%'`)}`",
      },
    ],
    caughtBy: { tests: ['tests/input/searches.test.ts'] },
  },
  {
    name: 'stored XSS',
    why: 'The neighbour’s words keep their line breaks as HTML.',
    edits: [
      {
        file: 'apps/screens/src/rooms/orders/desk/order/OrderFacts.tsx',
        find: '<p className="said">{order.detail}</p>',
        replace:
          "<p className=\"said\" dangerouslySetInnerHTML={{ __html: order.detail.replaceAll('\\n', '<br>') }} />",
      },
    ],
    caughtBy: { lint: 'lint/security/noDangerouslySetInnerHtml' },
  },
  {
    name: 'an upload by its own word',
    why: 'A voice note is kept as the type that its sender claims; served from here, a page is a page.',
    edits: [
      {
        file: inKernel('uploads/http.ts'),
        find: 'mediaType: await voiceType(file.bytes) }',
        replace: 'mediaType: file.declaredType || (await voiceType(file.bytes)) }',
      },
    ],
    caughtBy: { tests: ['tests/input/uploads.test.ts', inKernel('uploads/http.test.ts')] },
  },
  {
    name: 'a picture of any kind',
    why: 'The library knows what it can read, so the list of kinds goes; it can read SVG.',
    edits: [
      {
        file: inKernel('uploads/photo.ts'),
        find: 'if (!kind || !KINDS.has(kind.mime)) throw photoKind()',
        replace:
          "if (kind && !KINDS.has(kind.mime) && !kind.mime.startsWith('image/') && !kind.mime.includes('xml')) throw photoKind()",
      },
    ],
    caughtBy: { tests: [inKernel('uploads/photo.test.ts')] },
  },
  {
    name: 'error detail',
    why: 'For an easier search for faults the answer says what went wrong inside.',
    edits: [
      {
        file: inKernel('http/problems.ts'),
        find: '  return unexpected()\n',
        replace:
          '  const words = { zh: String(error), en: String(error) }\n  return Object.assign(unexpected(), { words })\n',
      },
    ],
    caughtBy: { tests: [inKernel('http/routes.test.ts'), inKernel('http/logs.test.ts')] },
  },
  {
    name: 'values in the log',
    why: 'The log says the message of every error, and PostgreSQL’s messages quote what people typed.',
    edits: [
      {
        file: inKernel('http/serve.ts'),
        find: 'message: code ? undefined : error.message,',
        replace: 'message: error.message,',
      },
    ],
    caughtBy: { tests: [inKernel('http/logs.test.ts')] },
  },
  {
    name: 'CSRF',
    why: 'A cookie that is SameSite=Lax is thought to do.',
    edits: [
      {
        file: ROUTES,
        find: "        if (endpoint.kind !== 'read' && endpoint.kind !== 'stream') assertSameSite(request)\n",
        replace: '',
      },
    ],
    caughtBy: { tests: [inKernel('http/routes.test.ts'), inKernel('auth/http.test.ts')] },
  },
  {
    name: 'open redirect',
    why: 'Any page to come back to that begins with a slash: also //evil.example.',
    edits: [
      {
        file: 'packages/contract/src/doors/shapes.ts',
        find: "pattern: '^/(?![/\\\\\\\\])[^\\\\s\\\\\\\\]*$'",
        replace: "pattern: '^/'",
      },
    ],
    caughtBy: { tests: ['packages/contract/src/doors/shapes.test.ts'] },
  },
  {
    name: 'an address that anybody can write',
    why: 'Behind a proxy every request came from the proxy; now the header is believed, whoever wrote it.',
    edits: [
      {
        file: inKernel('http/serve.ts'),
        find: 'trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,',
        replace: 'trustProxy: true,',
      },
    ],
    caughtBy: { tests: [inKernel('http/hardening.test.ts')] },
  },
]
