import { Trans, useLingui } from '@lingui/react/macro'
import type { VisitVersion } from '@linli/contract/visits/answerShapes'
import type { FormView } from '@linli/contract/visits/shapes'
import { DAY_PARTS, OUTCOMES, type PhotoReason } from '@linli/contract/visits/words'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useAnswerWords } from '../useAnswerWords.ts'
import { PhotoViewer } from './PhotoViewer.tsx'
import './answers.css'

type VersionFactsProps = {
  readonly version: VisitVersion
  readonly forms: readonly FormView[]
  readonly reason: PhotoReason
  readonly door: string
  /** The questions that another version answers otherwise. */
  readonly differs?: ReadonlySet<string>
}

/** What one person wrote down of one visit, under the questions it was asked by. */
export function VersionFacts({ version, forms, reason, door, differs }: VersionFactsProps) {
  const { t } = useLingui()
  const say = useSay()
  const inWords = useAnswerWords()
  const questions = forms.find(({ id }) => id === version.form)?.questions ?? []
  const { outcome, at, arrived, by, answers, orders, again } = version
  const facts = [
    [t`谁记的`, by ?? t`已不在名册`],
    [t`走访时间`, say(momentWords(at))],
    [t`收到时间`, say(momentWords(arrived))],
    [t`结果`, say(OUTCOMES[outcome])],
    ...(again ? [[t`约好再来`, `${again.on} ${say(DAY_PARTS[again.part])}`] as const] : []),
    ...(orders.length > 0 ? [[t`转成工单`, t`${orders.length} 张`] as const] : []),
  ] as const
  return (
    <dl className="desk-facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {questions.map(({ key, kind, label }) => {
        const value = answers[key]
        const isOther = differs?.has(key) === true
        if (kind === 'note' || (value === undefined && !isOther)) return null
        return (
          <div key={key}>
            <dt>{label}</dt>
            <dd className={isOther ? 'visit-differs' : undefined}>
              {isOther && (
                <span className="visit-differs-word">
                  <Trans>两份不一样</Trans>
                </span>
              )}
              {value === undefined ? (
                <Trans>没有答</Trans>
              ) : kind === 'photo' && Array.isArray(value) ? (
                <PhotoViewer ids={value} reason={reason} about={`${door}，${label}`} />
              ) : (
                inWords(value)
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
