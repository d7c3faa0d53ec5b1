import { type Flaw, inRooms } from '../flaw.ts'

const TESTS = { tests: [inRooms('partners/partners.test.ts')] }

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
]
