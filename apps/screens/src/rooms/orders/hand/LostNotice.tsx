import { Trans } from '@lingui/react/macro'
import { useEffect, useRef } from 'react'
import { Notice } from '../../../kit/hand/index.ts'

/** Says at once and kindly that a claim was not won; comes into view wherever the person was on the board. */
export function LostNotice({ failure }: { readonly failure: Error | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failure) box.current?.focus()
  }, [failure])
  if (!failure) return null
  return (
    <div ref={box} tabIndex={-1}>
      <Notice tone="warn" title={<Trans>这一单没有接成</Trans>}>
        <p>{failure.message}</p>
        <p>
          <Trans>谢谢您愿意帮忙，看看还有没有别的单。</Trans>
        </p>
      </Notice>
    </div>
  )
}
