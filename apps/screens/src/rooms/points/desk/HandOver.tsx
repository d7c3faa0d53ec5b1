import { Trans } from '@lingui/react/macro'
import type { RedemptionView } from '@linli/contract/points/redemptionShapes'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { ErrorSummary } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'

type HandOverProps = {
  readonly redemption: RedemptionView
  readonly code: string
  readonly onDone: () => void
  readonly onBack: () => void
}

/** What a code is for, large enough to read across the counter; points are spent when it is confirmed. */
export function HandOver({ redemption, code, onDone, onBack }: HandOverProps) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  const { send, sending, failure } = useCommand('collectRedemption')
  const { reward, quantity, name, points, collectBefore, number } = redemption
  const until = say(momentWords(collectBefore))
  useEffect(() => heading.current?.focus(), [])

  async function collect() {
    if (await send({ body: { code } })) onDone()
  }

  return (
    <section className="panel">
      <ErrorSummary failure={failure} />
      <h2 className="counter-what" tabIndex={-1} ref={heading}>
        {say(reward.name)} × {quantity}
      </h2>
      <p>
        {name === null ? (
          <Trans>
            用 {points} 分换的，单号 {number}，留到 {until}。
          </Trans>
        ) : (
          <Trans>
            {name} 用 {points} 分换的，单号 {number}，留到 {until}。
          </Trans>
        )}
      </p>
      <p>
        <Trans>先把东西交给对方，再按“已交给对方”。</Trans>
      </p>
      <div className="desk-buttons">
        <Button type="primary" size="large" loading={sending} onClick={() => void collect()}>
          <Trans>已交给对方</Trans>
        </Button>
        <Button size="large" onClick={onBack}>
          <Trans>先不交，回去</Trans>
        </Button>
      </div>
    </section>
  )
}
