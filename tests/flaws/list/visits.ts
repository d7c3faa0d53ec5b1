import { type Flaw, inRooms } from '../flaw.ts'

/** A visit tells more than it must, or what was asked of nobody. */
export const visitFlaws: readonly Flaw[] = [
  {
    name: 'a form that asks who lives alone',
    why: 'The check of a form looks at its shape only: its answers become the list of the weak that the cards refuse to be.',
    edits: [
      {
        file: 'packages/contract/src/visits/form.ts',
        find: 'if (delicate) faults.set(at, delicate)',
        replace: "if (delicate && kind === 'note') faults.set(at, delicate)",
      },
    ],
    caughtBy: { tests: [inRooms('visits/walking.test.ts')] },
  },
  {
    name: 'a picture of a home without a look on record',
    why: 'The photo is read first and the look written down when there is time: nobody at home learns who saw it.',
    edits: [
      {
        file: inRooms('visits/actions/photos.ts'),
        find: "action: 'openVisitPhoto',",
        replace: "action: 'keepVisitPhoto',",
      },
    ],
    caughtBy: { tests: [inRooms('visits/walking.test.ts')] },
  },
  {
    name: 'what was not chosen takes its orders along',
    why: 'Of two versions one holds, and the other is put away with all of it: an order that a neighbour waits for belongs to no visit.',
    edits: [
      {
        file: 'packages/contract/src/visits/settle.ts',
        find: 'versions.flatMap((version) => version.orders)',
        replace: 'kept.orders',
      },
    ],
    caughtBy: { tests: ['packages/contract/src/visits/settle.property.test.ts'] },
  },
  {
    name: 'two people settle one visit',
    why: 'Both looked and saw two versions; without holding them each adds what holds, and the visit stands twice again.',
    edits: [
      {
        file: inRooms('visits/store.ts'),
        find: 'and visit_id = ${visit}::uuid order by id for update`',
        replace: 'and visit_id = ${visit}::uuid order by id`',
      },
    ],
    caughtBy: {
      tests: [inRooms('visits/settling.test.ts')],
      only: 'settled by one of two at the same moment',
    },
  },
  {
    name: 'a key of a form that comes back',
    why: 'A question was taken out, another takes its key: what was answered to the one is summed up under the other.',
    edits: [
      {
        file: inRooms('visits/actions/campaigns.ts'),
        find: 'checkForm(body.questions, goneKeys(found.forms))',
        replace: 'checkForm(body.questions)',
      },
    ],
    caughtBy: { tests: [inRooms('visits/visits.test.ts')] },
  },
  {
    name: 'words of a home in the list of answers',
    why: 'A list is handier with everything in it: what somebody said at their door is read by the screenful, and no look is on record.',
    edits: [
      {
        file: inRooms('visits/rules/listed.ts'),
        find: "    case 'decimal':\n",
        replace: "    case 'decimal':\n    case 'text':\n",
      },
    ],
    caughtBy: { tests: [inRooms('visits/answers.test.ts')] },
  },
]
