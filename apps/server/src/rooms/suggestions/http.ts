import { suggestionEndpoints } from '@linli/contract/suggestions/endpoints'
import type { Actor } from '../../kernel/auth/actor.ts'
import { room } from '../../kernel/http/room.ts'
import type { Access } from '../../kernel/policy/policy.ts'
import { demand } from '../../kernel/policy/policy.ts'
import { notFound } from '../../kernel/problem.ts'
import { setSuggestionTerms } from './actions/setSuggestionTerms.ts'
import type { SuggestionNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { termsNow } from './store.ts'
import { orderAdvice, readWords } from './views/advice.ts'
import { maskedWords } from './views/masked.ts'
import { wordsOfOrder } from './views/orders.ts'
import { hotSpots, similarTo } from './views/similar.ts'

/** 建议: what helps whoever decides, each with why. Nothing here changes an order or speaks to anybody. */
export const suggestionsRoom = (needs: SuggestionNeeds) => {
  /** The second gate of what concerns one order. @throws notFound, forbidden */
  const demandOrder = async (access: Access, actor: Actor, id: string): Promise<void> => {
    const standing = await needs.standingOf(actor, id)
    if (!standing) throw notFound()
    demand(access, actor, standing)
  }
  return room({
    name: 'suggestions',
    endpoints: suggestionEndpoints,
    policy,
    handlers: {
      suggestOrder: ({ me, body }) => orderAdvice(needs, me, body),
      readWords: ({ me, body }) => readWords(needs, me, body),
      listSimilar: async ({ me, params: { id } }) => {
        await demandOrder(policy.operations.listSimilar, me, id)
        const order = await wordsOfOrder(needs.db, me, id)
        if (!order) throw notFound()
        return similarTo(needs, me, { id, ...order })
      },
      listHotSpots: ({ me }) => hotSpots(needs, me),
      getSuggestionTerms: ({ region }) => termsNow(needs.db, region),
      setSuggestionTerms: (request) => setSuggestionTerms(needs, request),
      maskWords: async ({ me, region, body }) => {
        await demandOrder(policy.operations.maskWords, me, body.orderId)
        return maskedWords(needs, region, body.orderId, body.text)
      },
    },
  })
}
