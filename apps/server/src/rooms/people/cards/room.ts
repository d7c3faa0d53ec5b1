import { cardEndpoints } from '@linli/contract/cards/endpoints'
import type { Deps } from '../../../kernel/deps.ts'
import { room } from '../../../kernel/http/room.ts'
import { changeCard } from './changeCard.ts'
import { consentAtDoor } from './consentAtDoor.ts'
import { answerConsent, askConsent, withdrawConsent } from './consents.ts'
import { correctMyCard, myCard } from './mine.ts'
import { openCard, openTags } from './openCard.ts'
import { cardPolicy } from './policy.ts'
import { closeReferral, recordReferral } from './referrals.ts'
import { endTag, setTag } from './tags.ts'

/** The cards of households, as the server registers them. */
export const cardsRoom = (deps: Deps) =>
  room({
    name: 'cards',
    endpoints: cardEndpoints,
    policy: cardPolicy,
    handlers: {
      openCard: ({ me, params, body }) => openCard(deps, me, params.id, body),
      openTags: ({ me, params, body }) => openTags(deps, me, params.id, body),
      changeCard: (q) => changeCard(deps, q, q.params.id, q.body),
      askConsent: (q) => askConsent(deps, q, q.params.id, q.body),
      consentAtDoor: (q) => consentAtDoor(deps, q, q.params.id, q.body),
      setTag: (q) => setTag(deps, q, q.params.id, q.body),
      endTag: (q) => endTag(deps, q, q.params.id, q.body),
      recordReferral: (q) => recordReferral(deps, q, q.params.id, q.body),
      closeReferral: (q) => closeReferral(deps, q, q.params.id),
      getMyCard: async ({ me }) => ({ card: await myCard(deps, me) }),
      correctMyCard: (q) => correctMyCard(deps, q, q.body),
      answerConsent: (q) => answerConsent(deps, q, q.params.id, q.body),
      withdrawConsent: (q) => withdrawConsent(deps, q, q.params.id),
    },
  })
