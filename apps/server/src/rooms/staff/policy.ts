import type { Role } from '@linli/contract'
import type { staffEndpoints } from '@linli/contract/staff/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../kernel/policy/policy.ts'

/** Who trains, agrees on work and answers appeals in an area. */
export const MANAGERS = ['dispatcher', 'regionAdmin'] as const satisfies Role[]
const managers = who('inScope', ...MANAGERS)
const payers = who('inScope', 'regionAdmin')
const oneself = who('own', 'resident')

/** Courses and posts are the area's; what was agreed with somebody is theirs, the lead's, and of who answers an appeal. */
export const policy = {
  operations: {
    listCourses: managers,
    openCourse: managers,
    addSession: managers,
    addCourseFile: managers,
    openCourseFile: [...oneself, ...managers],
    removeCourseFile: managers,
    listCourseSeats: managers,
    confirmAttendance: managers,
    listUntrained: managers,
    takeCourseSeat: oneself,
    leaveCourseSeat: oneself,
    listWork: managers,
    proposeWork: managers,
    getWork: [...oneself, ...managers],
    answerWork: oneself,
    addWorkFact: managers,
    answerWorkFact: oneself,
    showWork: managers,
    concludeWork: managers,
    appealWork: oneself,
    answerAppeal: managers,
    listMentorPairs: managers,
    pairMentor: managers,
    answerMentorPair: oneself,
    endMentorPair: [...oneself, ...managers],
    allowanceMonth: payers,
    allowanceFile: payers,
    setAllowance: payers,
    endAllowance: payers,
    myWork: oneself,
  },
  stepUp: ['allowanceFile'],
  subjects: {
    '/courses/:id': 'course',
    '/course-sessions/:id': 'course',
    '/course-files/:id': 'course',
    '/work-agreements/:id': 'workAgreement',
    '/work-facts/:id': 'workAgreement',
    '/mentor-pairs/:id': 'mentorPair',
    '/allowances/:id': 'allowance',
  },
} as const satisfies Policy<keyof typeof staffEndpoints>

/** The second gate of what lies at a place. @throws forbidden */
export function demandAt(operation: keyof typeof policy.operations, actor: Actor, path: string): void {
  demand(policy.operations[operation], actor, (role) => (covers(actor, role, path) ? ['inScope'] : []))
}
