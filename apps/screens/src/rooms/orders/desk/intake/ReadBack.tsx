import { Trans } from '@lingui/react/macro'
import { CHANNELS, URGENCIES } from '@linli/contract/orders/words'
import { Panel, useRead } from '../../../../kit/desk/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useItemWords, useKindWords } from '../fields/useItems.ts'
import type { Intake } from './sheet.ts'

/** The order as it will be saved, in sentences to read back to the caller. */
export function ReadBack({ intake }: { readonly intake: Intake }) {
  const say = useSay()
  const itemWords = useItemWords()
  const kindWords = useKindWords()
  const { path, item, detail, address, phone, kind, urgency, channel } = intake
  const area = useRead('getArea', path === undefined ? undefined : { query: { path } })
  const place = [area.data?.fullName ?? '', address].filter(Boolean).join(' ')
  return (
    <Panel title={<Trans>念给来电人听</Trans>}>
      <p className="said">{detail.trim() || <Trans>（还没有写）</Trans>}</p>
      <p>
        <Trans>地点：</Trans>
        {place || <Trans>（还没有选）</Trans>}
      </p>
      <p>
        <Trans>事项：</Trans>
        {itemWords(item ?? null) ?? <Trans>由受理员归类</Trans>}
      </p>
      <p>
        {say(CHANNELS[channel])} · {kindWords(kind)} · {say(URGENCIES[urgency])} {phone && `· ${phone}`}
      </p>
    </Panel>
  )
}
