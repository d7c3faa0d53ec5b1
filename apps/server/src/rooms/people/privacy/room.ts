import { privacyEndpoints } from '@linli/contract/privacy/endpoints'
import { room } from '../../../kernel/http/room.ts'
import { collectPerson } from '../../../kernel/privacy/collect.ts'
import { listDataRequests, looksAt, myPrivacy } from '../views/ownData.ts'
import { answerDataRequest, askOffice } from './askOffice.ts'
import { askCopy, fetchCopy } from './copies.ts'
import { askErasure, cancelErasure } from './erasure.ts'
import type { OwnDataNeeds } from './needs.ts'
import { privacyPolicy } from './policy.ts'
import { setConsent } from './setConsent.ts'
import { shownPart } from './shown.ts'

/** One's own data and the office that answers for it, as the server registers them. */
export const privacyRoom = (needs: OwnDataNeeds) =>
  room({
    name: 'privacy',
    endpoints: privacyEndpoints,
    policy: privacyPolicy,
    handlers: {
      getMyPrivacy: async ({ me }) => ({ ...(await myPrivacy(needs.db, me)), kept: [...needs.kept] }),
      readMyData: async ({ me }) => {
        const { parts } = await collectPerson(
          { ...needs.privacy, crypto: needs.crypto },
          me.region,
          me.personId,
        )
        return { parts: parts.map(shownPart).filter(({ rows }) => rows.length > 0) }
      },
      listLooksAtMe: ({ me, query }) => looksAt(needs.db, me, query),
      setConsent: (request) => setConsent(needs, request, request.body),
      askCopy: (request) => askCopy(needs, request),
      fetchCopy: (request) => fetchCopy(needs, request, request.params.id),
      askErasure: (request) => askErasure(needs, request),
      cancelErasure: (request) => cancelErasure(needs, request),
      askOffice: (request) => askOffice(needs, request, request.body),
      listDataRequests: ({ me, query }) => listDataRequests(needs.db, me, query),
      answerDataRequest: (request) => answerDataRequest(needs, request, request.params.id, request.body),
    },
  })
