import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button, ErrorSummary } from '../../../kit/hand/index.ts'
import { useDownload } from '../../../kit/useDownload.ts'

type DocumentButtonProps = {
  readonly address: string
  readonly name: string
  readonly children: ReactNode
}

/** Saves one's own document; a file leaves the house, so it may first ask whether it is really oneself. */
export function DocumentButton({ address, name, children }: DocumentButtonProps) {
  const { t } = useLingui()
  const { save, saving, failure } = useDownload(address, name, t`现在下载不了，请稍后再试`)
  return (
    <>
      <ErrorSummary failure={failure} />
      <Button wide look="second" busy={saving} busyWord={t`正在下载…`} onPress={() => void save()}>
        {children}
      </Button>
    </>
  )
}
