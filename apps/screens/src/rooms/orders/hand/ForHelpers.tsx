import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ButtonLink, Empty } from '../../../kit/hand/index.ts'
import { mine } from '../../people/hand/addresses.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import type { Face } from '../../people/hand/session.ts'

export type ForHelpersProps = {
  /** Whether this person may do such orders. */
  readonly may: (face: Face) => boolean
  readonly children: ReactNode
}

/** Shows its content to whoever may do orders, and the way to become a helper to everybody else. */
export function ForHelpers({ may, children }: ForHelpersProps) {
  return <SignedIn>{(face) => (may(face) ? children : <BecomeHelper />)}</SignedIn>
}

const BecomeHelper = () => (
  <Empty title={<Trans>这里是邻居互相帮忙的地方</Trans>}>
    <p>
      <Trans>登记成志愿者，就能看到附近谁需要帮忙。接不接、接多少，都由您定。</Trans>
    </p>
    <ButtonLink href={mine.helping.url()}>
      <Trans>我要当志愿者</Trans>
    </ButtonLink>
  </Empty>
)
