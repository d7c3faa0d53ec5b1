import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { DeskPage, ReadView, useRead } from '../../../kit/desk/index.ts'
import type { PageProps } from '../../../kit/route.ts'
import { type codes, roster } from './addresses.ts'
import { byName } from './gates.ts'
import './guide.css'

/** Today's codes of all posts, to be printed, cut and put up at the gates. */
export default function CodesPage({ params }: PageProps<typeof codes>) {
  const { t } = useLingui()
  const read = useRead('listGateCodes', { params })
  return (
    <DeskPage
      title={t`今天的签到码`}
      back={{ href: roster.url(params), label: <Trans>排班</Trans> }}
      lead={<Trans>剪开放到各个岗位，值班的人到岗、离岗时输入。只在今天有效。</Trans>}
      actions={
        <Button type="primary" onClick={() => window.print()}>
          <Trans>打印这一页</Trans>
        </Button>
      }
    >
      <ReadView read={read}>
        {({ day, items }) => (
          <ul className="gate-codes">
            {items.toSorted(byName).map(({ postId, name, place, code }) => (
              <li key={postId}>
                <p>
                  <strong>{name}</strong>
                </p>
                <p>{place}</p>
                <p className="figure">{code}</p>
                <p>{day}</p>
              </li>
            ))}
          </ul>
        )}
      </ReadView>
    </DeskPage>
  )
}
