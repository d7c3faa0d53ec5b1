import type { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import type { RedeemResult } from '@linli/contract/points/redemptionShapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { keyReused } from '../../../kernel/problem.ts'
import { tooFewPoints } from '../errors.ts'
import type { PointsNeeds } from '../needs.ts'
import { newCode, newNumber } from '../pickUp.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/redemptions.ts'
import { tell } from '../told.ts'

type Needs = Pick<PointsNeeds, 'db' | 'crypto' | 'redemptionRule'>
type Request = Pick<
  HandlerRequest<typeof redemptionEndpoints.redeemPoints>,
  'me' | 'scope' | 'body' | 'remember'
>

/** So often another code and number are drawn when one is taken already. */
const DRAWS = 5
const HOUR = 3600_000

/**
 * 兑换: pieces are taken off the shelf and the points are held until the merchant hands over; a balance is all it needs.
 * @throws notOffered, termsChanged, soldOut, monthlyLimit, tooFewPoints, belowBase; keyReused when the id is taken
 */
export async function redeemPoints(needs: Needs, request: Request): Promise<RedeemResult> {
  const rule = await needs.redemptionRule(request.me.region)
  for (let draw = 1; ; draw += 1) {
    const now = Date.now() + needs.db.shift()
    const answer: RedeemResult = {
      id: request.body.id,
      number: newNumber(now),
      points: request.body.points,
      collectBefore: new Date(now + rule.holdHours * HOUR).toISOString(),
    }
    const remindAt = new Date(now + (rule.holdHours - rule.remindHours) * HOUR).toISOString()
    try {
      await hold(needs, request, answer, newCode(rule.codeDigits), remindAt)
      return answer
    } catch (error) {
      const met = violated(error)
      const taken = met === 'redemptions_number' || met === 'redemptions_code'
      if (taken && draw < DRAWS) continue
      if (met === 'redemptions_pkey') throw keyReused()
      if (met === 'point_accounts_spendable') throw tooFewPoints()
      throw inWords(error)
    }
  }
}

function hold(
  { db, crypto }: Needs,
  { me, scope, body, remember }: Request,
  answer: RedeemResult,
  code: string,
  remindAt: string,
) {
  const { region, personId } = me
  const { number, collectBefore } = answer
  const asked = { ...body, personId }
  return db.commit(store.ledgerScope(scope), [
    store.openMerchant(region, body.rewardId),
    store.lockSpender(region, personId),
    store.takePieces(region, asked),
    store.checkLimits(region, asked),
    store.insertRedemption(region, {
      ...asked,
      number,
      collectBefore,
      remindAt,
      cipher: crypto.encryptField(code, store.codeContext(region)),
      index: store.codeIndex(crypto, region, code),
    }),
    store.holdPoints(region, asked),
    auditStatement(me, {
      action: 'redeemPoints',
      subjectKind: 'redemption',
      subjectId: body.id,
      facts: { quantity: body.quantity, points: body.points },
    }),
    tell(region, 'redemptionHeld', { ...asked, number }),
    remember(answer),
  ])
}
