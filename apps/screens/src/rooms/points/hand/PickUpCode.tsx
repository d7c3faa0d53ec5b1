import { Trans, useLingui } from '@lingui/react/macro'
import type { MyRedemption } from '@linli/contract/points/redemptionShapes'
import { Card } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { QrCode } from '../../../kit/shared/QrCode.tsx'
import { momentWords } from '../../../kit/time.ts'
import { useNow } from '../../../kit/useNow.ts'
import { counterAddress, groupsOf } from '../pickUpCode.ts'

type PickUpCodeProps = { readonly redemption: MyRedemption; readonly code: string }

/** The digits to read out or show, the same as a QR code, and until when they hold. */
export function PickUpCode({ redemption, code }: PickUpCodeProps) {
  const { t } = useLingui()
  const say = useSay()
  const now = useNow()
  const merchant = say(redemption.merchant.name)
  const until = say(momentWords(redemption.collectBefore, now))
  return (
    <Card title={<Trans>到{merchant}，把这个码给店员看</Trans>}>
      <p className="flex flex-wrap justify-center gap-x-[0.35em] text-[min(3.2rem,13vw)] leading-tight font-bold tabular-nums">
        {groupsOf(code).map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      <p className="flex justify-center">
        <QrCode text={counterAddress(location.origin, code)} label={t`领取码的二维码`} />
      </p>
      <p>
        <Trans>
          给您留到 <strong>{until}</strong>。没去领，积分自动退回，不扣分。
        </Trans>
      </p>
    </Card>
  )
}
