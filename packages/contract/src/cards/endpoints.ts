import { type Endpoint, endpoints } from '../endpoint.ts'
import { Shape, type TSchema } from '../schema.ts'
import type { Words } from '../words.ts'
import * as shapes from './shapes.ts'

const household = { params: shapes.HouseholdParams } as const
const consent = { params: shapes.ConsentParams } as const
const command = <const P extends Endpoint['path'], B extends TSchema, R extends TSchema>(
  path: P,
  summary: Words,
  body: B,
  response: R,
) => ({ kind: 'command', method: 'POST', path, summary, body, response }) as const

/**
 * The card of a household. It is opened by the household's id, one at a time and with a reason; no list, filter, export or
 * figure anywhere holds what stands on it.
 */
export const cardEndpoints = endpoints({
  openCard: {
    ...command(
      '/households/:id/card/open',
      { zh: '打开住户卡', en: 'Open the card of a household' },
      shapes.OpeningBody,
      shapes.CardView,
    ),
    ...household,
    kind: 'session', // what stands on a card is never kept with the command
  },
  openTags: {
    ...command(
      '/households/:id/card/tags/open',
      { zh: '查看单独同意的内容', en: 'Show what needs separate consent' },
      shapes.OpeningBody,
      shapes.TagsView,
    ),
    ...household,
    kind: 'session',
  },
  changeCard: {
    ...command(
      '/households/:id/card',
      { zh: '修改住户卡', en: 'Change the card of a household' },
      shapes.ChangeCardBody,
      shapes.Changed,
    ),
    ...household,
  },
  askConsent: {
    ...command(
      '/households/:id/card/consents',
      { zh: '征求单独同意', en: 'Ask for separate consent' },
      shapes.AskConsentBody,
      shapes.Done,
    ),
    ...household,
    status: 201,
  },
  consentAtDoor: {
    ...command(
      '/households/:id/card/consents/door',
      { zh: '当面征求同意', en: 'Record what somebody pressed at the door' },
      shapes.ConsentAtDoorBody,
      shapes.Done,
    ),
    ...household,
    status: 201,
  },
  setTag: {
    ...command(
      '/households/:id/card/tags',
      { zh: '按同意记上', en: 'Note what was agreed to' },
      shapes.SetTagBody,
      shapes.Done,
    ),
    ...household,
    status: 201,
  },
  endTag: {
    ...command('/card-tags/:id/end', { zh: '不再记', en: 'End a tag' }, shapes.EndTagBody, shapes.Done),
    params: shapes.TagParams,
  },
  recordReferral: {
    ...command(
      '/households/:id/card/referrals',
      { zh: '记一次转介或交接', en: 'Record a referral or hand-over' },
      shapes.ReferralBody,
      shapes.Done,
    ),
    ...household,
    status: 201,
  },
  closeReferral: {
    ...command(
      '/card-referrals/:id/close',
      { zh: '转介办完了', en: 'Close a referral' },
      Shape({}),
      shapes.Done,
    ),
    params: shapes.ReferralParams,
  },
  getMyCard: {
    kind: 'read',
    method: 'GET',
    path: '/me/card',
    summary: { zh: '我家的卡', en: "My household's card" },
    response: shapes.MyCardAnswer,
  },
  correctMyCard: command(
    '/me/card/corrections',
    { zh: '更正我家的卡', en: "Correct my household's card" },
    shapes.CorrectMyCardBody,
    shapes.Corrected,
  ),
  answerConsent: {
    ...command(
      '/me/card/consents/:id/answer',
      { zh: '同意或不同意', en: 'Agree or decline' },
      shapes.ConsentAnswerBody,
      shapes.Done,
    ),
    ...consent,
  },
  withdrawConsent: {
    ...command(
      '/me/card/consents/:id/withdraw',
      { zh: '撤回同意', en: 'Take a consent back' },
      Shape({}),
      shapes.Done,
    ),
    ...consent,
  },
})
