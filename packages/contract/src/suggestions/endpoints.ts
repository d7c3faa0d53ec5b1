import { endpoints } from '../endpoint.ts'
import * as shapes from './shapes.ts'

/** 建议: what helps whoever decides. None of it decides. */
export const suggestionEndpoints = endpoints({
  suggestOrder: {
    kind: 'read',
    method: 'POST',
    path: '/suggestions',
    summary: { zh: '写单时的建议', en: 'Suggestions while an order is written' },
    body: shapes.WordsBody,
    response: shapes.OrderAdvice,
  },
  readWords: {
    kind: 'read',
    method: 'POST',
    path: '/suggestions/words',
    summary: {
      zh: '从原话里读出事项、地点、时间和可能重复的单',
      en: 'What a caller’s words say: item, place, time, similar orders',
    },
    body: shapes.WordsBody,
    response: shapes.ReadWords,
  },
  listSimilar: {
    kind: 'read',
    method: 'GET',
    path: '/orders/:id/similar',
    summary: { zh: '可能是同一件事的单', en: 'Orders that may be the same matter' },
    params: shapes.SimilarParams,
    response: shapes.SimilarOrders,
  },
  listHotSpots: {
    kind: 'read',
    method: 'GET',
    path: '/hot-spots',
    summary: { zh: '多人反映的事', en: 'Matters that several people reported' },
    response: shapes.HotSpots,
  },
  getSuggestionTerms: {
    kind: 'read',
    method: 'GET',
    path: '/suggestions/terms',
    summary: { zh: '建议怎么用、学得怎么样', en: 'How suggestions are used and how well they learned' },
    response: shapes.SuggestionTerms,
  },
  setSuggestionTerms: {
    kind: 'command',
    method: 'POST',
    path: '/suggestions/terms',
    summary: { zh: '定领先多少才先填上', en: 'Set the margin from which an item is filled in' },
    body: shapes.SetTermsBody,
    response: shapes.TermsSet,
  },
  maskWords: {
    kind: 'read',
    method: 'POST',
    path: '/suggestions/masked',
    summary: { zh: '隐去个人信息，给人复核', en: 'Mask personal data, for a person to review' },
    body: shapes.MaskBody,
    response: shapes.MaskedWords,
  },
})
