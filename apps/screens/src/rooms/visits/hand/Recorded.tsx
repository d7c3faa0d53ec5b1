import { Trans } from '@lingui/react/macro'
import type { FormView, VisitHead } from '@linli/contract/visits/shapes'
import { DAY_PARTS, OUTCOMES } from '@linli/contract/visits/words'
import { Card, Facts } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useAnswerWords } from '../useAnswerWords.ts'
import { VisitPhotos } from './VisitPhotos.tsx'

type RecordedProps = { readonly head: VisitHead; readonly forms: readonly FormView[] }

/** What was written down of one visit, under the questions it was asked by. */
export function Recorded({ head, forms }: RecordedProps) {
  const say = useSay()
  const questions = forms.find(({ id }) => id === head.form)?.questions ?? []
  const inWords = useAnswerWords()
  const answers = questions.flatMap(({ key, label, kind }) => {
    const value = head.answers[key]
    return value === undefined || kind === 'photo' ? [] : [[label, inWords(value)] as const]
  })
  const photos = questions.flatMap(({ key, kind }) => {
    const value = head.answers[key]
    return kind === 'photo' && Array.isArray(value) ? value : []
  })
  return (
    <Card>
      <Facts
        facts={[
          [<Trans key="who">谁记的</Trans>, head.mine ? <Trans>我</Trans> : <Trans>同事</Trans>],
          [
            <Trans key="when">什么时候</Trans>,
            new Date(head.at).toLocaleString('zh-CN', { dateStyle: 'medium', timeStyle: 'short' }),
          ],
          [<Trans key="outcome">结果</Trans>, say(OUTCOMES[head.outcome])],
          ...(head.again
            ? [
                [
                  <Trans key="again">约好再来</Trans>,
                  `${head.again.on} ${say(DAY_PARTS[head.again.part])}`,
                ] as const,
              ]
            : []),
          ...answers,
        ]}
      />
      {photos.length > 0 && <VisitPhotos ids={photos} />}
      {head.orders.length > 0 && (
        <p>
          <Trans>转成了 {head.orders.length} 张工单</Trans>
        </p>
      )}
    </Card>
  )
}
