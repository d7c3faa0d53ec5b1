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

/**
 * 兑换: pieces are taken off the shelf and the points are held until the merchant hands over; a balance is all it needs.
 * @throws notOffered, termsChanged, soldOut, monthlyLimit, tooFewPoints, belowBase; keyReused when the id is taken
 */
export async function redeemPoints(needs: Needs, request: Request): Promise<RedeemResult> {
  const rule = await needs.redemptionRule(request.me.region)
  for (let draw = 1; ; draw += 1) {
    try {
      return await hold(needs, request, rule, newNumber(Date.now() + needs.db.shift()))
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

async function hold(
  { db, crypto }: Needs,
  { me, scope, body, remember }: Request,
  { holdHours, remindHours, codeDigits }: Awaited<ReturnType<Needs['redemptionRule']>>,
  number: string,
): Promise<RedeemResult> {
  const { region, personId } = me
  const asked = { ...body, personId }
  const code = newCode(codeDigits)
  const rows = await db.commit(store.ledgerScope(scope), [
    store.openMerchant(region, body.rewardId),
    store.lockSpender(region, personId),
    store.takePieces(region, asked),
    store.checkLimits(region, asked),
    store.insertRedemption(region, {
      ...asked,
      number,
      holdHours,
      remindHours,
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
    remember(store.heldAnswer(region, body.id)),
  ])
  const collectBefore = rows.flat().find((row) => 'collectBefore' in row)?.collectBefore
  if (typeof collectBefore !== 'string') throw new Error('the redemption was not written')
  return { id: body.id, number, points: body.points, collectBefore }
}
