import { Trans, useLingui } from '@lingui/react/macro'
import type { VisitHead } from '@linli/contract/visits/shapes'
import { useState } from 'react'
import { Button, ErrorSummary, Notice } from '../../../kit/hand/index.ts'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'
import { inWords } from './inWords.ts'
import { Recorded } from './Recorded.tsx'
import { writeDown } from './writeDown.ts'

type TwoVersionsProps = {
  readonly area: KeptArea
  readonly door: Door
  readonly heads: readonly VisitHead[]
}

/** Two phones wrote about the same visit at once: both are kept, and a person says which one holds. */
export function TwoVersions({ area, door, heads }: TwoVersionsProps) {
  const { t } = useLingui()
  const [failure, setFailure] = useState<Error>()
  async function settle(chosen: VisitHead) {
    const orders = [...new Set(heads.flatMap((head) => head.orders))]
    const replaces = heads.map(({ id }) => id)
    const { visit, form, outcome, answers } = chosen
    try {
      await writeDown(area, door, { visit, form, outcome, answers, orders, replaces }, [])
    } catch (error) {
      setFailure(inWords(error))
    }
  }
  return (
    <>
      <ErrorSummary failure={failure} />
      <Notice tone="warn" title={<Trans>这次走访有 {heads.length} 份记录</Trans>}>
        <p>
          <Trans>两部手机同时改了它，两份都留着。请看一看，按哪一份算。</Trans>
        </p>
      </Notice>
      {heads.map((head, index) => (
        <section key={head.id} className="stack" aria-label={t`第 ${index + 1} 份`}>
          <h2>
            <Trans>第 {index + 1} 份</Trans>
          </h2>
          <Recorded head={head} forms={area.forms} />
          <Button wide look="second" onPress={() => void settle(head)}>
            <Trans>按第 {index + 1} 份算</Trans>
          </Button>
        </section>
      ))}
    </>
  )
}
