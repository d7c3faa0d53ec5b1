import { useLingui } from '@lingui/react/macro'
import { isPoint } from '@linli/contract/visits/form'
import type { AnswerValue } from '@linli/contract/visits/shapes'
import { placeName } from './places.ts'

/** What was answered, in words: several choices one after the other, a place by its name. Photos are opened elsewhere. */
export function useAnswerWords(): (value: AnswerValue) => string {
  const { t } = useLingui()
  return (value) =>
    isPoint(value)
      ? placeName(value, t`没有名字的地点，误差约 ${value.accuracy ?? 0} 米`)
      : Array.isArray(value)
        ? value.join('、')
        : String(value)
}
