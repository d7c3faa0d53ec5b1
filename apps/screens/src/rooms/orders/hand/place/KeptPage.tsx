import { Trans, useLingui } from '@lingui/react/macro'
import { ButtonLink, Notice, Page } from '../../../../kit/hand/index.ts'
import { hand } from '../../../../kit/routes.ts'

/** No network: the order waits on this phone and goes out by itself, once. */
export function KeptPage() {
  const { t } = useLingui()
  return (
    <Page title={t`还没有发出去`}>
      <Notice tone="warn" title={<Trans>现在没有网络</Trans>}>
        <p>
          <Trans>您的单保存在这部手机上，有了网络会自动发出，不会重复。请先不要清理手机。</Trans>
        </p>
        <p>
          <Trans>着急的话，请打下面的电话。</Trans>
        </p>
      </Notice>
      <ButtonLink href={hand.home.url()} wide>
        <Trans>回到首页</Trans>
      </ButtonLink>
    </Page>
  )
}
