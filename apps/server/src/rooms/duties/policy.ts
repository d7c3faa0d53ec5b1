import type { Role } from '@linli/contract'
import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { type Actor, covers } from '../../kernel/auth/actor.ts'
import { demand, type Policy, who } from '../../kernel/policy/policy.ts'

/** Who draws up rosters. */
export const PLANNERS: readonly Role[] = ['dispatcher', 'regionAdmin']
const planners = who('inScope', ...PLANNERS)
const oneself = who('own', 'resident')

/** Rosters are drawn up by those who dispatch in the area; what one answers, serves and swaps is one's own. */
export const policy: Policy<keyof typeof dutiesEndpoints> = {
  operations: {
    listRosters: planners,
    getRoster: planners,
    listDuties: planners,
    openRoster: planners,
    askMembers: planners,
    rosterReach: planners,
    continueRoster: planners,
    confirmServed: planners,
    closeRoster: planners,
    listGateCodes: planners,
    endStanding: oneself,
    proposeRoster: planners,
    changeDuty: planners,
    fillPlace: planners,
    listFitting: planners,
    acceptRoster: planners,
    showGateCode: planners,
    confirmHours: planners,
    confirmSwap: planners,
    myDuties: oneself,
    answerRoster: oneself,
    startDuty: oneself,
    endDuty: oneself,
    askSwap: oneself,
    withdrawSwap: oneself,
    agreeSwap: oneself,
    listMembers: planners,
    readRosterLog: planners,
    writeDutyLog: oneself,
    readPostLog: oneself,
    openDutyCalendar: oneself,
    dutyCalendar: 'public', // whoever knows the address: a phone's calendar cannot sign in
    stationDuty: 'public',
    stationDutyCalendar: 'public',
  },
  subjects: { '/rosters/:id': 'roster', '/duties/:id': 'duty', '/swaps/:id': 'swap' },
}

/** The second gate for what lies at a place. @throws forbidden */
export function demandAt(operation: keyof typeof policy.operations, actor: Actor, path: string): void {
  demand(policy.operations[operation], actor, (role) => (covers(actor, role, path) ? ['inScope'] : []))
}
