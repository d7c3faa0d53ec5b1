import { type Flaw, inRooms } from '../flaw.ts'

const TESTS = { tests: [inRooms('partners/partners.test.ts')] }
const REPORTS = { tests: [inRooms('partners/unitReports/reports.test.ts')] }
const PLEDGES = { tests: [inRooms('partners/pledges/pledges.test.ts')] }

/** What goes from the community to somebody's employer, and what a public page tells. */
export const partnerFlaws: readonly Flaw[] = [
  {
    name: 'a feedback card sent without consent',
    why: 'The office had drawn the card and the member was slow to answer; the guard on the state was in the way.',
    edits: [
      {
        file: inRooms('partners/store/documents.ts'),
        find: "and state = 'agreed' and consented_at is not null",
        replace: "and state <> 'sent'",
      },
      {
        file: inRooms('partners/store/documents.ts'),
        find: "set state = 'sent', sent_by",
        replace: "set state = 'sent', consented_at = coalesce(consented_at, app_now()), sent_by",
      },
    ],
    caughtBy: TESTS,
  },
  {
    name: 'the public page of a letter tells whose it is',
    why: 'Whoever checks a letter would like to ring its bearer: name and number were added to the answer.',
    edits: [
      {
        file: 'packages/contract/src/partners/shapes.ts',
        find: 'export const LetterCheck = Shape({',
        replace: 'export const LetterCheck = Shape({ phone: Nullable(Type.String()),',
      },
      {
        file: inRooms('partners/views/documents.ts'),
        find: 'sql`select l.number, u.name as "unitName",',
        replace:
          'sql`select l.number, (select p.phone_tail from people p where p.region_id = l.region_id and p.id = l.person_id) as phone, u.name as "unitName",',
      },
    ],
    caughtBy: TESTS,
  },
  {
    name: 'a feedback card is read by the unit before the member saw it',
    why: 'The list of the unit was slow under the net: it was read by the system’s hand, and the condition looked like the net’s.',
    edits: [
      {
        file: inRooms('partners/views/documents.ts'),
        find: "::uuid[]) and f.state = 'sent'`,",
        replace: '::uuid[])`,',
      },
      {
        file: inRooms('partners/views/documents.ts'),
        find: '    scopeOf(me),\n    sql`select ${CARD} ${CARD_FROM} where f.region_id = ${me.region} and ${where}',
        replace:
          '    systemScope(me.region),\n    sql`select ${CARD} ${CARD_FROM} where f.region_id = ${me.region} and ${where}',
      },
    ],
    caughtBy: TESTS,
  },
  {
    name: 'a unit’s report counts cards that nobody agreed to send',
    why: 'The report looked too small, since some cards were still with their members.',
    edits: [
      {
        file: inRooms('partners/unitReports/views.ts'),
        find: "f.path = r.path and f.state = 'sent'",
        replace: 'f.path = r.path',
      },
    ],
    caughtBy: REPORTS,
  },
  {
    name: 'a unit’s report is taken away before the unit saw it',
    why: 'The office needed the document today; the unit’s answer was made optional.',
    edits: [
      {
        file: inRooms('partners/unitReports/actions.ts'),
        find: "  if (found.state === 'drawn' && !liaisonOf(me).includes(found.unitId)) throw notAnswered()\n",
        replace: '',
      },
    ],
    caughtBy: REPORTS,
  },
  {
    name: 'a page for the neighbours is shown to everybody',
    why: 'The public wall was empty; it was given every page that is not taken down.',
    edits: [
      {
        file: inRooms('partners/pledges/views.ts'),
        find: "sql`p.audience = 'everybody' and ${ON_WALL}`",
        replace: 'ON_WALL',
      },
    ],
    caughtBy: PLEDGES,
  },
  {
    name: 'somebody says of their own promise that it was kept',
    why: 'Whoever holds a post of the office pressed the button on their own page; both guards asked for the wrong thing.',
    edits: [
      {
        file: inRooms('partners/pledges/actions.ts'),
        find: '  if (found.personId === me.personId) throw forbidden()\n  const isOffice',
        replace: '  const isOffice',
      },
      {
        file: inRooms('partners/pledges/store.ts'),
        find: ' and g.person_id <> ${me.personId}::uuid\n',
        replace: '\n',
      },
    ],
    caughtBy: PLEDGES,
  },
  {
    name: 'a page that was taken back leaves its promises',
    why: 'Taking a page back deleted the page and forgot what stands in the other table.',
    edits: [
      {
        file: inRooms('partners/pledges/store.ts'),
        find: '  with promises as (delete from pledges where region_id = ${me.region} and person_id = ${me.personId}::uuid returning 1),\n  gone as',
        replace: '  with gone as',
      },
    ],
    caughtBy: PLEDGES,
  },
]
