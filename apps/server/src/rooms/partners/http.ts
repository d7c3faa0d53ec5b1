import { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { room } from '../../kernel/http/room.ts'
import { answerCard, cardFile, drawCard, sendCard } from './actions/cards.ts'
import { checkIn, checkInUnit, decideCheckIn, endCheckIn } from './actions/checkIn.ts'
import { issueLetter, letterFile, revokeLetter } from './actions/letters.ts'
import { getDocumentTemplate, listDocumentTemplates, uploadDocumentTemplate } from './actions/templates.ts'
import { followingListeners } from './follow.ts'
import type { PartnerNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { listCheckIns, unitCheckIns } from './views/checkIns.ts'
import { checkLetter, listCards, unitCards } from './views/documents.ts'
import { myReporting } from './views/myReporting.ts'

/** 双报到和双报告: who reports where, letters and feedback cards. */
export const partnersRoom = (needs: PartnerNeeds) =>
  room({
    name: 'partners',
    endpoints: partnerEndpoints,
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      myReporting: ({ me }) => myReporting(needs, me),
      checkIn: (request) => checkIn(needs, request),
      checkInUnit: (request) => checkInUnit(needs, request),
      listCheckIns: ({ me, query }) => listCheckIns(needs, me, query),
      unitCheckIns: ({ me, query }) => unitCheckIns(needs, me, query),
      decideCheckIn: (request) => decideCheckIn(needs, request),
      endCheckIn: (request) => endCheckIn(needs, request),
      issueLetter: (request) => issueLetter(needs, request),
      revokeLetter: (request) => revokeLetter(needs, request),
      letterFile: (request) => letterFile(needs, request),
      checkLetter: ({ region, params }) => checkLetter(needs.db, region, params.slug),
      drawCard: (request) => drawCard(needs, request),
      answerCard: (request) => answerCard(needs, request),
      sendCard: (request) => sendCard(needs, request),
      listCards: ({ me, query }) => listCards(needs.db, me, query),
      unitCards: ({ me, query }) => unitCards(needs.db, me, query),
      cardFile: (request) => cardFile(needs, request),
      listDocumentTemplates: ({ me, scope }) => listDocumentTemplates(needs.db, me, scope),
      getDocumentTemplate: ({ me, scope, params }) => getDocumentTemplate(needs.db, me, scope, params.kind),
      uploadDocumentTemplate: (request) => uploadDocumentTemplate(needs, request),
    },
  })
