import { Trans } from '@lingui/react/macro'
import '../kit/hand/hand.css'
import { start } from '../kit/start.tsx'
import { startTypeSize } from '../kit/typesize.ts'

startTypeSize()
void start(
  <main id="main" className="page">
    <h1>
      <Trans>走一单</Trans>
    </h1>
    <p className="lead">
      <Trans>居民、值班员、帮手、审核员四个人，从点单走到评单。</Trans>
    </p>
  </main>,
)
