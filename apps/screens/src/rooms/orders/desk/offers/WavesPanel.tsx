import { Trans, useLingui } from '@lingui/react/macro'
import type { OfferView } from '@linli/contract/orders/offerShapes'
import { LEFT_OUT } from '@linli/contract/orders/offerWords'
import type { OrderView } from '@linli/contract/orders/shapes'
import { Button } from 'antd'
import { useState } from 'react'
import { Panel, ReadView, Timeline } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useHolds } from '../../../people/desk/useHolds.ts'
import { useOnce } from './useOnce.ts'

/** 问了谁: of an offered order, who was in which wave, who was left out by which rule, what comes next. Looking is recorded. */
export function WavesPanel({ order }: { readonly order: OrderView }) {
  const { t } = useLingui()
  const mayAsk = useHolds('dispatcher', 'regionAdmin')
  const [asked, setAsked] = useState(false)
  const read = useOnce('getOffer', { params: { id: order.id } }, asked)
  if (!mayAsk || !order.timeline.some(({ verb }) => verb === 'offerOrder' || verb === 'giveBack')) return null
  return (
    <Panel title={<Trans>问了谁</Trans>}>
      {asked ? (
        <ReadView read={read}>{(offer) => <Waves offer={offer} />}</ReadView>
      ) : (
        <p>
          <Trans>每一拨问了哪些志愿者、哪些没问到、按哪条规则。会记下您看过。</Trans>
        </p>
      )}
      <div className="desk-actions">
        <Button
          aria-label={t`看这一单问了谁`}
          loading={read.isFetching}
          onClick={() => (asked ? void read.refetch() : setAsked(true))}
        >
          {asked ? <Trans>再看一次</Trans> : <Trans>看问了谁</Trans>}
        </Button>
      </div>
    </Panel>
  )
}

function Waves({ offer }: { readonly offer: OfferView }) {
  const { t } = useLingui()
  const say = useSay()
  const { waves, people, next } = offer
  if (waves.length === 0)
    return (
      <p>
        <Trans>没有记录：这里还没有人登记成志愿者，或者记录已过保存期。</Trans>
      </p>
    )
  return (
    <>
      <Timeline
        label={t`每一拨`}
        steps={waves.map(({ version, wave, level, at, asked, left }) => ({
          id: String(version),
          at,
          step: 'done' as const,
          title: t`第 ${wave} 拨，问到${level}：${asked} 人`,
          text: left.map(({ reason, people: n }) => `${say(LEFT_OUT[reason])} ${n}`).join(t`、`),
        }))}
      />
      {next && (
        <p>
          <strong>
            {next.level === null ? (
              <Trans>到 {say(momentWords(next.at))} 还没人接，就请值班员打电话找人、直接派。</Trans>
            ) : (
              <Trans>
                到 {say(momentWords(next.at))} 还没人接，就问到{next.level}。
              </Trans>
            )}
          </strong>
        </p>
      )}
      <WideTable<OfferView['people'][number]>
        aria-label={t`最近一拨的人`}
        dataSource={[...people]}
        rowKey={({ personId }) => personId}
        pagination={people.length > 20 ? { pageSize: 20 } : false}
        columns={[
          { title: t`谁`, key: 'name', dataIndex: 'name' },
          {
            title: t`问到了吗`,
            key: 'reason',
            render: (_, { reason }) => (reason ? say(LEFT_OUT[reason]) : t`问到了`),
          },
          { title: t`手上 / 上限`, key: 'held', render: (_, { held, quota }) => `${held} / ${quota}` },
          { title: t`结对`, key: 'paired', render: (_, { paired }) => (paired ? t`是` : '') },
        ]}
      />
    </>
  )
}
