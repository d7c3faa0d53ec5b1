import { type Flaw, inRooms } from '../flaw.ts'

/** What stands on a household's card by separate consent comes out where it must not. */
export const cardFlaws: readonly Flaw[] = [
  {
    name: 'a tag in a list',
    why: 'The list of households marks those with tags, to save the grid worker a press: a list of the weak.',
    edits: [
      {
        file: inRooms('places/views/households.ts'),
        find: 'select h.id, h.path, h.room,',
        replace: `select h.id, h.path, concat(h.room, (select ' ★' from card_tags t where t.region_id = h.region_id and t.household_id = h.id limit 1)) as room,`,
      },
    ],
    caughtBy: { tests: ['tests/database/cardsApart.test.ts'] },
  },
  {
    name: 'notes for the door to who never calls there',
    why: 'The field rule is not asked: whoever opens a card reads the notes that were meant for visitors.',
    edits: [
      {
        file: inRooms('people/cards/openCard.ts'),
        find: "visiting === 'clear'",
        replace: "visiting !== 'masked'",
      },
    ],
    caughtBy: { tests: ['tests/matrix/matrix.test.ts'], only: 'openCard' },
  },
  {
    name: 'a tag without a consent',
    why: 'That there is a consent is enough; that it was given, and still holds, is not asked.',
    edits: [
      {
        file: inRooms('people/store/cardConsents.ts'),
        find: 'and household_id = ${tag.householdId}::uuid and given and withdrawn_at is null and expires_at > app_now() for share),',
        replace: 'and household_id = ${tag.householdId}::uuid for share),',
      },
    ],
    caughtBy: { tests: [inRooms('people/cards/consents.test.ts')] },
  },
  {
    name: 'the family reads along',
    why: 'Whoever lives there reads every entry of the card, their own or not.',
    edits: [
      {
        file: inRooms('people/cards/mine.ts'),
        find: 'NOBODY : spokenForBy(personId)',
        replace: 'NOBODY : NOBODY',
      },
      {
        file: inRooms('people/views/cards.ts'),
        find: 'NOBODY = sql`false`',
        replace: 'NOBODY = sql`true`',
      },
    ],
    caughtBy: { tests: [inRooms('people/cards/consents.test.ts')] },
  },
]
