import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button } from '../../../kit/hand/Button.tsx'
import { keep, recall } from '../../../kit/storage.ts'
import { changeTypeSize } from '../../../kit/typesize.ts'

const ASKED = 'elderAsked'

/** On the first visit: is the type large enough? Asked once, and always to be changed at the top of every page. */
export function ElderPrompt() {
  const [asked, setAsked] = useState(() => recall(ASKED) === true || recall('typeSize') !== undefined)
  if (asked) return null
  const settle = () => {
    keep(ASKED, true)
    setAsked(true)
  }
  return (
    <section className="notice notice-calm">
      <h2>
        <Trans>字够大吗？</Trans>
      </h2>
      <p>
        <Trans>长辈版字大、按钮大。以后在页面最上面随时可以换。</Trans>
      </p>
      <div className="row">
        <Button
          look="second"
          onPress={() => {
            changeTypeSize(26)
            settle()
          }}
        >
          <Trans>用长辈版</Trans>
        </Button>
        <Button look="second" onPress={settle}>
          <Trans>这样就好</Trans>
        </Button>
      </div>
    </section>
  )
}
