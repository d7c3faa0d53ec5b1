import { Trans } from '@lingui/react/macro'
import { Notice, PhoneLink } from '../../../../kit/hand/index.ts'
import { dangerNumbers } from './danger.ts'

/** When the words tell of danger to life: call first, the order can wait. */
export function Danger({ text }: { readonly text: string }) {
  const numbers = dangerNumbers(text)
  if (numbers.length === 0) return null
  return (
    <Notice tone="bad" title={<Trans>有危险请先打电话</Trans>}>
      <p>
        <Trans>电话里有人马上来。打完再发单也不晚。</Trans>
      </p>
      {numbers.map((number) => (
        <p key={number}>
          <PhoneLink phone={number} />
        </p>
      ))}
    </Notice>
  )
}
