import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button } from 'antd'
import { DeskPage, EmptyState, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { usePlace } from '../../../kit/place.ts'
import type { PageProps } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'
import { QrCode } from '../../../kit/shared/QrCode.tsx'
import type { codeSheet } from './addresses.ts'
import { isOnlyHere } from './isOnlyHere.ts'

/** Codes for doors and lifts, to be printed and cut: who scans one has the place filled in already. */
export default function CodeSheetPage({ params }: PageProps<typeof codeSheet>) {
  const { t } = useLingui()
  const sheet = useRead('areaCodeSheet', { params: { id: params.id } })
  return (
    <DeskPage
      title={sheet.data ? t`${sheet.data.area} 二维码` : t`二维码`}
      back={{ href: desk.places.url(), label: <Trans>区域和住户</Trans> }}
      lead={<Trans>贴在楼门和电梯口。扫码点单时，地点已经填好。</Trans>}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          <Trans>打印这一页</Trans>
        </Button>
      }
    >
      <ReadView read={sheet}>{({ codes }) => <Codes codes={codes} />}</ReadView>
    </DeskPage>
  )
}

function Codes({ codes }: { readonly codes: Answer<'areaCodeSheet'>['codes'] }) {
  const { t } = useLingui()
  const { phone } = usePlace()
  const address = codes[0] && new URL(codes[0].link).origin
  if (!address) return <EmptyState title={<Trans>这里没有楼栋或单元，没有可打印的码</Trans>} />
  return (
    <>
      {isOnlyHere(address) && (
        <Alert
          className="screen-only"
          type="warning"
          showIcon
          title={<Trans>这些码指向 {address}，只有这台电脑打得开，先不要张贴。</Trans>}
          description={
            <Trans>请管理员用 --lan 启动，或者设好 PUBLIC_URL（居民访问的网址），再打印一次。</Trans>
          }
        />
      )}
      <ul className="code-sheet">
        {codes.map(({ slug, name, fullName, link }) => (
          <li key={slug}>
            <QrCode text={link} label={t`${fullName} 的二维码`} />
            <p>
              <strong>{name}</strong>
            </p>
            <p>{fullName}</p>
            <p>
              <Trans>有事扫一扫，或拨 {phone}</Trans>
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
