import { Trans, useLingui } from '@lingui/react/macro'
import { hand } from '../routes.ts'
import { Button, ButtonLink } from './Button.tsx'
import { Page } from './Page.tsx'

export function NotFoundPage() {
  const { t } = useLingui()
  return (
    <Page title={t`没有找到这个页面`} lead={<Trans>可能是链接不全，或者这件事已经不公开了。</Trans>}>
      <p>
        <Trans>您要办的事还在：回到首页，从“我的单”里可以找到。</Trans>
      </p>
      <ButtonLink href={hand.home.url()} wide>
        <Trans>回到首页</Trans>
      </ButtonLink>
    </Page>
  )
}

/** After a failure in the page itself, most often a page file that could not be fetched. */
export function BrokenPage() {
  const { t } = useLingui()
  return (
    <Page title={t`这个页面没有打开`} lead={<Trans>不是您的问题。已经填写的内容还在这部手机上。</Trans>}>
      <Button wide onPress={() => location.reload()}>
        <Trans>重新打开</Trans>
      </Button>
      <ButtonLink href={hand.home.url()} look="second" wide>
        <Trans>回到首页</Trans>
      </ButtonLink>
    </Page>
  )
}
