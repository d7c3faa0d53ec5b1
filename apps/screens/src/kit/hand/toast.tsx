import { Trans } from '@lingui/react/macro'
import { observable, useObservable } from '../observable.ts'
import { Button } from './Button.tsx'

const said = observable<readonly { readonly id: number; readonly text: string }[]>([])
let count = 0

/** Says something new at the top of any page, until the person closes it; the page itself must show the result as well. */
export function toast(text: string): void {
  count += 1
  said.set([...said.get().filter((one) => one.text !== text), { id: count, text }].slice(-3))
}

/** The one live region of the screen. */
export function Toasts() {
  const list = useObservable(said)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {list.map(({ id, text }) => (
        <div className="toast" key={id}>
          <p>{text}</p>
          <Button look="quiet" onPress={() => said.set(said.get().filter((one) => one.id !== id))}>
            <Trans>知道了</Trans>
          </Button>
        </div>
      ))}
    </div>
  )
}
