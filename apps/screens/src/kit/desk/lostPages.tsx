import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { Link } from 'wouter'
import { desk } from '../routes.ts'
import { DeskPage } from './DeskPage.tsx'

export function NotFoundPage() {
  const { t } = useLingui()
  return (
    <DeskPage title={t`没有找到这个页面`} lead={<Trans>可能是链接不全，也可能这件事不在您的辖区。</Trans>}>
      <Link href={desk.home.url()}>
        <Trans>回到工作台首页</Trans>
      </Link>
    </DeskPage>
  )
}

/** After a failure in the page itself; `error` helps whoever is asked to look. */
export function BrokenPage({ error }: { readonly error: Error }) {
  const { t } = useLingui()
  return (
    <DeskPage
      title={t`这个页面没有打开`}
      lead={<Trans>已经保存的内容没有丢。重新打开仍然不行时，请把下面这行字告诉管理员。</Trans>}
    >
      <p>
        <code>{error.message}</code>
      </p>
      <Button type="primary" onClick={() => location.reload()}>
        <Trans>重新打开</Trans>
      </Button>
    </DeskPage>
  )
}
