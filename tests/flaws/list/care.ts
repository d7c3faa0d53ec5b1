import { type Flaw, inRooms } from '../flaw.ts'

/** A plan of care comes out to whom it is no concern, or an appeal is decided by whoever is appealed against. */
export const careFlaws: readonly Flaw[] = [
  {
    name: 'a plan of care read by another community',
    why: 'Whoever arranges care anywhere reads every plan: the area of the home is not asked.',
    edits: [
      {
        file: inRooms('care/views/plans.ts'),
        find: "return DESK.some((role) => covers(me, role, plan.path)) ? 'desk' : undefined",
        replace:
          "return DESK.some((role) => me.grants.some((grant) => grant.role === role)) ? 'desk' : undefined",
      },
    ],
    caughtBy: { tests: [inRooms('care/care.test.ts')] },
  },
  {
    name: 'an alarm twice',
    why: 'Two instances look at the same missed contact: the row is not held, and each tells the carer.',
    edits: [
      {
        file: inRooms('care/store/alarms.ts'),
        find: 'for update of l skip locked`',
        replace: '`',
      },
    ],
    caughtBy: { tests: [inRooms('care/care.test.ts')] },
  },
  {
    name: 'an appeal answered by who concluded',
    why: 'The lead manages the place like everybody who may answer, so nobody asks whose result it is.',
    edits: [
      {
        file: inRooms('staff/actions/work.ts'),
        find: 'if ([leadId, workerId].includes(personId)) throw ownAppeal()',
        replace: 'if (workerId === personId) throw ownAppeal()',
      },
    ],
    caughtBy: { tests: [inRooms('staff/staff.test.ts')] },
  },
]
