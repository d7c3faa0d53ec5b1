import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Page } from '../../../../kit/hand/index.ts'
import { hand } from '../../../../kit/routes.ts'

/** The frame of the first screen, also while it is not known who asks. */
export function PlainPage({ children }: { readonly children: ReactNode }) {
  const { t } = useLingui()
  return (
    <Page
      title={t`您有什么事`}
      back={{ href: hand.home.url(), label: <Trans>首页</Trans> }}
      lead={<Trans>说一句就行，写字、说话、拍照都可以。</Trans>}
    >
      {children}
    </Page>
  )
}
