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
]
