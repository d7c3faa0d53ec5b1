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
