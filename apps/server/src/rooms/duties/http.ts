import { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { hashToken } from '../../kernel/auth/tokens.ts'
import { room } from '../../kernel/http/room.ts'
import { notFound } from '../../kernel/problem.ts'
import { changeDuty, confirmHours } from './actions/changeDuty.ts'
import { closeRoster, confirmServed } from './actions/closeRoster.ts'
import { continueRoster, endStanding } from './actions/continueRoster.ts'
import { readPostLog, readRosterLog, writeDutyLog } from './actions/dutyLog.ts'
import { fillPlace } from './actions/fillPlace.ts'
import { answerRoster, askMembers } from './actions/members.ts'
import { openDutyCalendar } from './actions/openCalendar.ts'
import { openRoster } from './actions/openRoster.ts'
import { acceptRoster, proposeRoster } from './actions/rosterSteps.ts'
import { endDuty, startDuty } from './actions/serveDuty.ts'
import { agreeSwap, askSwap, confirmSwap, withdrawSwap } from './actions/swaps.ts'
import { followingListeners } from './follow.ts'
import { gateCode, today } from './gateCode.ts'
import type { DutiesNeeds } from './needs.ts'
import { demandAt, policy } from './policy.ts'
import { postPath } from './store/duties.ts'
import { listDuties, myDuties } from './views/duties.ts'
import { listFitting } from './views/fitting.ts'
import { listGateCodes } from './views/gateCodes.ts'
import { listMembers } from './views/members.ts'
import { rosterReach } from './views/reach.ts'
import { listRosters, rosterView } from './views/rosters.ts'
import { dutyCalendar, stationDuty, stationDutyCalendar } from './views/station.ts'

export const dutiesRoom = (needs: DutiesNeeds) =>
  room({
    name: 'duties',
    endpoints: dutiesEndpoints,
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      listRosters: ({ me, query }) => listRosters(needs.db, me, query),
      getRoster: ({ me, params }) => rosterView(needs, me, params.id),
      listDuties: ({ me, params, query }) => listDuties(needs.db, me, params.id, query.day, query.until),
      rosterReach: ({ me, params, query }) => rosterReach(needs, me, params.id, query.groups?.split(',')),
      continueRoster: (request) => continueRoster(needs, request),
      endStanding: (request) => endStanding(needs, request),
      confirmServed: (request) => confirmServed(needs, request),
      closeRoster: (request) => closeRoster(needs, request),
      listGateCodes: ({ me, params }) => listGateCodes(needs, me, params.id),
      openRoster: (request) => openRoster(needs, request),
      askMembers: (request) => askMembers(needs, request),
      answerRoster: (request) => answerRoster(needs, request),
      proposeRoster: (request) => proposeRoster(needs, request),
      changeDuty: (request) => changeDuty(needs, request),
      fillPlace: (request) => fillPlace(needs, request),
      listFitting: ({ me, params, query }) => listFitting(needs, me, params.id, query),
      acceptRoster: (request) => acceptRoster(needs, request),
      myDuties: ({ me }) => myDuties(needs.db, me),
      showGateCode: async ({ me, scope, params }) => {
        const path = await postPath(needs.db, scope, params.id)
        if (path === undefined) throw notFound()
        demandAt('showGateCode', me, path)
        const day = today(needs.db)
        return { code: gateCode(needs.crypto, me.region, params.id, day), day }
      },
      startDuty: (request) => startDuty(needs, request),
      endDuty: (request) => endDuty(needs, request),
      confirmHours: (request) => confirmHours(needs, request),
      askSwap: (request) => askSwap(needs, request),
      withdrawSwap: (request) => withdrawSwap(needs, request),
      agreeSwap: (request) => agreeSwap(needs, request),
      confirmSwap: (request) => confirmSwap(needs, request),
      listMembers: ({ me, params }) => listMembers(needs.db, me, params.id),
      stationDuty: ({ region, params }) => stationDuty(needs.db, region, params.slug),
      stationDutyCalendar: async ({ region, params }) => ({
        ...(await stationDutyCalendar(needs.db, region, params.slug)),
        mediaType: dutiesEndpoints.stationDutyCalendar.file,
      }),
      openDutyCalendar: (request) => openDutyCalendar(needs, request),
      dutyCalendar: async ({ region, params }) => ({
        ...(await dutyCalendar(needs.db, region, hashToken(params.secret))),
        mediaType: dutiesEndpoints.dutyCalendar.file,
      }),
      writeDutyLog: (request) => writeDutyLog(needs, request),
      readPostLog: (request) => readPostLog(needs, request),
      readRosterLog: (request) => readRosterLog(needs, request),
    },
  })
