import { Trans } from '@lingui/react/macro'

/** How limits are counted while no working calendar is in force. */
export const PlainCalendar = () => (
  <p className="queue-calendar">
    <Trans>工作日历还没有启用：现在一个工作日按一个自然日算，工作时按钟点算。</Trans>
  </p>
)
