import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { call } from '../../../kit/api.ts'
import { Button, Card, ErrorSummary } from '../../../kit/hand/index.ts'

/** One's duties in the calendar of one's own phone, at an address that is told once. */
export function CalendarCard() {
  const { t } = useLingui()
  const [url, setUrl] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  async function open() {
    setBusy(true)
    setFailure(undefined)
    try {
      setUrl((await call('openDutyCalendar', {})).url)
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }
  return (
    <Card title={<Trans>放进手机日历</Trans>}>
      <ErrorSummary failure={failure} />
      {url === undefined ? (
        <>
          <p>
            <Trans>换了班，日历会自己跟着变。地址只有您知道；再开一次，旧地址就失效。</Trans>
          </p>
          <Button look="second" wide busy={busy} busyWord={t`正在开通…`} onPress={() => void open()}>
            <Trans>开通值班日历</Trans>
          </Button>
        </>
      ) : (
        <>
          <a className="button button-second button-wide" href={url.replace(/^https?:/, 'webcal:')}>
            <span>
              <Trans>加到日历</Trans>
            </span>
          </a>
          <p>
            <Trans>也可以把这个地址填进日历的“订阅”里：</Trans>
            <br />
            <span className="break-all">{url}</span>
          </p>
        </>
      )}
    </Card>
  )
}
