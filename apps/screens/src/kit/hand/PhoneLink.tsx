import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Icon } from '../shared/Icon.tsx'

/** One tap calls. The number itself is always to be read, for whoever dials on another phone. */
export function PhoneLink({ phone, children }: { readonly phone: string; readonly children?: ReactNode }) {
  return (
    <a className="phone-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
      <Icon name="phone" />
      <span>{children ?? <Trans>打电话</Trans>}</span> <strong>{phone}</strong>
    </a>
  )
}
