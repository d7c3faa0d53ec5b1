import type { Endpoints, Words } from '@linli/contract'
import { activityDeskEndpoints } from '@linli/contract/activities/endpoints'
import { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { merchantDeskEndpoints } from '@linli/contract/merchants/endpoints'
import { orderEndpoints } from '@linli/contract/orders/endpoints'
import { agreementEndpoints } from '@linli/contract/partners/agreementEndpoints'
import { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { reportEndpoints } from '@linli/contract/partners/reportEndpoints'
import { peopleEndpoints } from '@linli/contract/people/endpoints'
import { teamEndpoints } from '@linli/contract/people/teamEndpoints'
import { placeEndpoints } from '@linli/contract/places/endpoints'
import { redrawEndpoints } from '@linli/contract/places/redrawEndpoints'
import { pointsEndpoints } from '@linli/contract/points/endpoints'
import { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import { staffEndpoints } from '@linli/contract/staff/endpoints'
import { stationEndpoints } from '@linli/contract/stations/endpoints'
import { lendingEndpoints, queueEndpoints } from '@linli/contract/stations/queueEndpoints'
import { visitEndpoints } from '@linli/contract/visits/endpoints'

/** An operation whose form fills a ledger, with its name. */
export type Filling = { readonly operation: string; readonly name: Words }

const by = <E extends Endpoints>(endpoints: E, ...operations: (keyof E & string)[]): Filling[] =>
  operations.flatMap((operation) => {
    const endpoint = endpoints[operation]
    return endpoint ? [{ operation, name: endpoint.summary }] : []
  })

const orders = by(orderEndpoints, 'placeOrder')

/** What fills each ledger: the operations that people do anyway. Nobody types a ledger. */
export const filledBy: { readonly [ledger: string]: readonly Filling[] } = {
  orders,
  gridReports: orders,
  visits: by(visitEndpoints, 'recordVisits'),
  duties: by(dutiesEndpoints, 'acceptRoster', 'confirmHours', 'confirmServed'),
  patrols: by(dutiesEndpoints, 'writeDutyLog'),
  stations: by(stationEndpoints, 'addStation'),
  premises: by(stationEndpoints, 'addStation', 'addBookable'),
  bookings: by(stationEndpoints, 'book', 'bookFor'),
  loans: by(lendingEndpoints, 'lend', 'takeBack'),
  queueNumbers: by(queueEndpoints, 'takeNumber', 'takeNumberAtCounter', 'callNext'),
  activities: by(activityDeskEndpoints, 'planActivity', 'sumUpActivity'),
  activityHelp: by(activityDeskEndpoints, 'sumUpActivity'),
  merchants: by(merchantDeskEndpoints, 'addMerchant', 'changeOwnMerchant'),
  trustNotices: by(merchantDeskEndpoints, 'giveTrustNotice', 'decideObjection', 'concludeNotice'),
  trainings: by(staffEndpoints, 'addSession', 'confirmAttendance'),
  mentorPairs: by(staffEndpoints, 'pairMentor', 'answerMentorPair'),
  areas: by(placeEndpoints, 'openArea'),
  households: by(placeEndpoints, 'importRegister'),
  partyBodies: by(redrawEndpoints, 'openPartyBody'),
  redraws: by(redrawEndpoints, 'redrawAreas'),
  helpers: by(peopleEndpoints, 'joinAsHelper', 'verifySkill'),
  posts: [...by(peopleEndpoints, 'assignPost', 'endPost'), ...by(placeEndpoints, 'importRegister')],
  teams: by(teamEndpoints, 'openTeam', 'joinTeam'),
  checkIns: by(partnerEndpoints, 'checkIn', 'checkInUnit'),
  promises: by(agreementEndpoints, 'proposeAgreement', 'reportPromise'),
  letters: by(partnerEndpoints, 'issueLetter'),
  feedbackCards: by(partnerEndpoints, 'drawCard'),
  unitReports: by(reportEndpoints, 'drawReport', 'answerReport'),
  points: [...by(redemptionEndpoints, 'redeemPoints'), ...by(pointsEndpoints, 'correctEntry')],
}
