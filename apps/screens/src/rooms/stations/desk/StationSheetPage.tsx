import { Trans, useLingui } from '@lingui/react/macro'
import { Alert, Button } from 'antd'
import { DeskPage, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { PageProps } from '../../../kit/route.ts'
import { QrCode } from '../../../kit/shared/QrCode.tsx'
import { isOnlyHere } from '../../places/desk/isOnlyHere.ts'
import { type sheet, station as stationPage } from './addresses.ts'

/** The printed sheet of a station: one code that leads to its page, where one asks for help, takes a number and books. */
export default function StationSheetPage({ params }: PageProps<typeof sheet>) {
  const { t } = useLingui()
  const read = useRead('getStation', { params: { slug: params.slug } })
  const link = `${globalThis.location.origin}/stations/${params.slug}`
  return (
    <DeskPage
      title={read.data ? t`${read.data.name} 二维码` : t`二维码`}
      back={{ href: stationPage.url({ slug: params.slug }), label: <Trans>驿站</Trans> }}
      lead={<Trans>贴在门口和服务台。扫码能求助、取号、预约，不用登录。</Trans>}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          <Trans>打印这一页</Trans>
        </Button>
      }
    >
      <ReadView read={read}>
        {({ name, address, phone }) => (
          <>
            {isOnlyHere(link) && (
              <Alert
                className="screen-only"
                type="warning"
                showIcon
                title={<Trans>这个码指向 {link}，只有这台电脑打得开，先不要张贴。</Trans>}
              />
            )}
            <ul className="code-sheet">
              <li>
                <QrCode text={link} label={t`${name} 的二维码`} />
                <p>
                  <strong>{name}</strong>
                </p>
                <p>{address}</p>
                <p>
                  <Trans>有事扫一扫：求助、取号、预约，不用登录</Trans>
                </p>
                {phone && (
                  <p>
                    <Trans>或拨 {phone}</Trans>
                  </p>
                )}
              </li>
            </ul>
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}
