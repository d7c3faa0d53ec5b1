import { Trans, useLingui } from '@lingui/react/macro'
import { BASES } from '@linli/contract/suggestions/words'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useRead } from '../../../kit/desk/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useRested } from '../../../kit/useRested.ts'
import './suggestions.css'

/** Of fewer letters nothing can be said. */
const LEAST_LETTERS = 4
const MOST_LETTERS = 8000

type Named = { readonly key: string; readonly name: { readonly zh: string; readonly en: string } }

export type ItemAdviceProps = {
  /** The words of the order. */
  readonly said: string
  readonly items: readonly Named[]
  readonly value: string | undefined
  readonly onPick: (key: string) => void
}

/** The two items that the words most likely mean, how far the first is ahead, and why. Above the place's margin the first is filled in, once, to be looked at. */
export function ItemAdvice({ said, items, value, onPick }: ItemAdviceProps) {
  const { t } = useLingui()
  const say = useSay()
  const text = useRested(said.trim()).slice(0, MOST_LETTERS)
  const { data } = useRead('suggestOrder', text.length < LEAST_LETTERS ? undefined : { body: { text } })
  const filledIn = data?.advice.filledIn ?? null
  const filled = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (filledIn === null || value !== undefined || filled.current === text) return
    filled.current = text
    onPick(filledIn)
  }, [filledIn, value, text, onPick])
  if (!data || data.advice.items.length === 0) return null
  const { advice } = data
  const nameOf = (key: string) => {
    const item = items.find((one) => one.key === key)
    return item ? say(item.name) : key
  }
  const [first] = advice.items
  const words = (first?.why ?? []).join(t`、`)
  const margin = advice.margin
  return (
    <div role="status">
      <ul className="suggested" aria-label={t`建议的事项`}>
        {advice.items.map(({ item, share }) => (
          <li key={item}>
            <Button aria-pressed={value === item} onClick={() => onPick(item)}>
              {nameOf(item)} {share}%
            </Button>
          </li>
        ))}
      </ul>
      <p className="suggested-why">
        {words !== '' && <Trans>因为写了：{words}。</Trans>} {say(BASES[advice.basis])}
        <Trans>，第一个领先 {margin} 个百分点。</Trans>
        {filledIn !== null && value === filledIn && <Trans>已先填上，请看一眼。</Trans>}
      </p>
    </div>
  )
}
