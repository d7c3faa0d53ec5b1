import { Trans, useLingui } from '@lingui/react/macro'
import { REDRAWS } from '@linli/contract/places/redrawWords'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { DeskPage, Panel, ReadView, useRead } from '../../../../kit/desk/index.ts'
import { WideTable } from '../../../../kit/desk/WideTable.tsx'
import type { Answer } from '../../../../kit/endpoints.ts'
import { useSay } from '../../../../kit/language.ts'
import type { PageProps } from '../../../../kit/route.ts'
import { type pastRedraw, redraws } from '../addresses.ts'
import { placeUrl } from '../placeUrl.ts'
import { RedrawProgress } from './RedrawProgress.tsx'

type Redraw = Answer<'getRedraw'>
type Changed = Redraw['opens'][number]

/** One redraw of the past: when and why, which grids ended and began, and what moved where. */
export default function PastRedrawPage({ params }: PageProps<typeof pastRedraw>) {
  const { t, i18n } = useLingui()
  const say = useSay()
  const read = useRead('getRedraw', { params: { id: params.id } }, ['places.'])
  const name = read.data?.areaName ?? ''
  return (
    <DeskPage
      title={name ? t`网格调整：${name}` : t`网格调整`}
      back={{ href: redraws.url(), label: <Trans>历次网格调整</Trans> }}
    >
      <ReadView read={read}>
        {(redraw) => (
          <>
            <p className="lead">
              {new Date(redraw.at).toLocaleString(i18n.locale)} · {say(REDRAWS[redraw.kind])}
            </p>
            <p>
              <Trans>理由：{redraw.reason}</Trans>
            </p>
            <Changes {...redraw} />
            <Moves moves={redraw.moves} />
            <RedrawProgress id={redraw.id} />
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

function Changes({ closes, opens }: Redraw) {
  if (closes.length + opens.length === 0) return null
  return (
    <Panel title={<Trans>撤销和新设的网格</Trans>}>
      <ul>
        {closes.map(({ path, name, became }) => (
          <li key={path}>
            <Trans>
              撤销{name}，接续：
              <Areas areas={became} />
            </Trans>
          </li>
        ))}
        {opens.length > 0 && (
          <li>
            <Trans>
              新设：
              <Areas areas={opens} />
            </Trans>
          </li>
        )}
      </ul>
    </Panel>
  )
}

const Areas = ({ areas }: { readonly areas: readonly Changed[] }): ReactNode =>
  areas.map((area, at) => (
    <span key={area.path}>
      {at > 0 && '、'}
      <Area {...area} />
    </span>
  ))

/** A link where the area still is; its name alone where it has ended since. */
function Area({ path, name, isOpen }: Changed) {
  if (isOpen) return <Link href={placeUrl(path)}>{name}</Link>
  return (
    <>
      {name}
      <Trans>（后来也撤销了）</Trans>
    </>
  )
}

function Moves({ moves }: Pick<Redraw, 'moves'>) {
  const { t } = useLingui()
  if (moves.length === 0) return null
  return (
    <Panel title={<Trans>换了网格的楼栋</Trans>}>
      <WideTable<Redraw['moves'][number]>
        aria-label={t`换了网格的楼栋`}
        dataSource={[...moves]}
        rowKey="from"
        pagination={moves.length > PAGE ? { pageSize: PAGE, showSizeChanger: false } : false}
        columns={[
          { title: t`楼栋`, key: 'name', dataIndex: 'name' },
          { title: t`归到`, key: 'to', render: (_, { to }) => <Area {...to} /> },
        ]}
      />
    </Panel>
  )
}

const PAGE = 50
