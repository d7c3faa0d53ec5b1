import { staffEndpoints } from '@linli/contract/staff/endpoints'
import { room } from '../../kernel/http/room.ts'
import { addCourseFile, openCourseFile, removeCourseFile } from './actions/files.ts'
import {
  answerMentorPair,
  endAllowance,
  endMentorPair,
  pairMentor,
  setAllowance,
} from './actions/pairsAndPay.ts'
import {
  addSession,
  confirmAttendance,
  leaveCourseSeat,
  openCourse,
  takeCourseSeat,
} from './actions/training.ts'
import * as work from './actions/work.ts'
import { followingListeners } from './follow.ts'
import type { StaffNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { allowanceFile, allowanceMonth, listMentorPairs } from './views/pairsAndPay.ts'
import { listCourseSeats, listCourses, listUntrained } from './views/training.ts'
import { listWork, myWork, workView } from './views/work.ts'

export const staffRoom = (needs: StaffNeeds) =>
  room({
    name: 'staff',
    endpoints: staffEndpoints,
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      listCourses: ({ me }) => listCourses(needs, me),
      openCourse: (request) => openCourse(needs, request),
      addSession: (request) => addSession(needs, request),
      addCourseFile: (request) => addCourseFile(needs, request),
      openCourseFile: ({ me, params }) => openCourseFile(needs, me, params.id),
      removeCourseFile: (request) => removeCourseFile(needs, request),
      listCourseSeats: ({ me, params }) => listCourseSeats(needs, me, params.id),
      takeCourseSeat: (request) => takeCourseSeat(needs, request),
      leaveCourseSeat: (request) => leaveCourseSeat(needs, request),
      confirmAttendance: (request) => confirmAttendance(needs, request),
      listUntrained: ({ me, query }) => listUntrained(needs, me, query.path),
      listWork: ({ me }) => listWork(needs, me),
      proposeWork: (request) => work.proposeWork(needs, request),
      getWork: ({ me, params }) => workView(needs, me, params.id),
      answerWork: (request) => work.answerWork(needs, request),
      addWorkFact: (request) => work.addWorkFact(needs, request),
      answerWorkFact: (request) => work.answerWorkFact(needs, request),
      showWork: (request) => work.showWork(needs, request),
      concludeWork: (request) => work.concludeWork(needs, request),
      appealWork: (request) => work.appealWork(needs, request),
      answerAppeal: (request) => work.answerAppeal(needs, request),
      listMentorPairs: ({ me }) => listMentorPairs(needs, me),
      pairMentor: (request) => pairMentor(needs, request),
      answerMentorPair: (request) => answerMentorPair(needs, request),
      endMentorPair: (request) => endMentorPair(needs, request),
      allowanceMonth: ({ me, query }) => allowanceMonth(needs, me, query.month),
      allowanceFile: async ({ me, query }) => ({
        ...(await allowanceFile(needs, me, query.month)),
        mediaType: staffEndpoints.allowanceFile.file,
      }),
      setAllowance: (request) => setAllowance(needs, request),
      endAllowance: (request) => endAllowance(needs, request),
      myWork: ({ me }) => myWork(needs, me),
    },
  })
