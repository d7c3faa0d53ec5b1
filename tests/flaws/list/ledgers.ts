import { type Flaw, inRooms } from '../flaw.ts'

/** A list leaves the house with somebody else's rows, or an old file writes over what was done since. */
export const ledgerFlaws: readonly Flaw[] = [
  {
    name: 'an export of areas that are not the asker’s',
    why: 'The page narrows itself by the areas chosen in its filter, and the reader’s own areas went out of the condition with a rewrite.',
    edits: [
      {
        file: inRooms('ledgers/views/asked.ts'),
        find: '    inRanges(ledger.path, ranges),\n',
        replace: '',
      },
    ],
    caughtBy: { tests: [inRooms('ledgers/ledgers.test.ts')], only: 'pages through every row' },
  },
  {
    name: 'an old file over a cell that was changed meanwhile',
    why: 'What stands now is no longer held against what was exported: the later change of a colleague is overwritten as if nobody had made it.',
    edits: [
      {
        file: inRooms('ledgers/compare/difference.ts'),
        find: "same(base, current) ? 'change' : 'conflict'",
        replace: "'change'",
      },
    ],
    caughtBy: { tests: [inRooms('ledgers/comesBack.test.ts')] },
  },
  {
    name: 'measured minutes that change the months before',
    why: 'The newest figure is taken for every month: what was saved last year grows with a measurement of today.',
    edits: [
      {
        file: inRooms('ledgers/views/retired.ts'),
        find: 'measured.find(({ since }) => since <= month)',
        replace: 'measured[0]',
      },
    ],
    caughtBy: { tests: [inRooms('ledgers/retired.test.ts')] },
  },
  {
    name: 'a room that goes to an activity over somebody’s booking',
    why: 'The slot is taken for the activity whoever has it: a resident comes to a room that is full of people.',
    edits: [
      {
        file: inRooms('stations/store/held.ts'),
        find: '(s.taken = 0 and s.held_by is null)',
        replace: '(s.held_by is null)',
      },
    ],
    caughtBy: { tests: [inRooms('activities/rooms.test.ts')] },
  },
]
