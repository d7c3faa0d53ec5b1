import type { Words } from '@linli/contract'
import type { OrderView } from '@linli/contract/orders/shapes'
import { CALL_ANSWERS, CALL_JUDGEMENTS, CALLS } from '@linli/contract/orders/words'
import { deadline } from '../../kit/time.ts'
import type { UnitsOf } from './fields.ts'

type Call = OrderView['calls'][number]

/** Units among which a question chooses, where the order itself names them. */
export function unitsCalled(order: OrderView, which: UnitsOf): { id: string; name: string }[] | undefined {
  if (which === 'below' || which === 'other') return undefined
  const fits = ({ answer, judged, ended }: Call) =>
    !ended && (which === 'called' ? answer === null : answer !== null && judged === null)
  return order.calls.filter(fits).map(({ unitId, unitName }) => ({ id: unitId, name: unitName }))
}

/** Where a call stands: “协办：周三 17:00 前答复”, “协办：办好了我们的部分，帮上了”. */
export function callWords({ how, dueAt, answer, fitting, judged, ended }: Call, now: Date): Words {
  const kind = CALLS[how]
  if (ended) return { zh: `${kind.zh}：不用了`, en: `${kind.en}: released` }
  if (answer === null) {
    if (!dueAt) return { zh: `${kind.zh}：等答复`, en: `${kind.en}: waiting for an answer` }
    const { late, words } = deadline(dueAt, now)
    return late
      ? { zh: `${kind.zh}：${words.zh}，还没答复`, en: `${kind.en}: ${words.en}, not answered yet` }
      : { zh: `${kind.zh}：${words.zh}答复`, en: `${kind.en}: to answer ${words.en}` }
  }
  const parts: Words[] = [
    CALL_ANSWERS[answer],
    ...(fitting === false ? [{ zh: '认为不该叫他们', en: 'finds it should not have been called' }] : []),
    ...(judged ? [CALL_JUDGEMENTS[judged]] : []),
  ]
  return {
    zh: `${kind.zh}：${parts.map(({ zh }) => zh).join('，')}`,
    en: `${kind.en}: ${parts.map(({ en }) => en).join(', ')}`,
  }
}

/** Whether a call is late: not answered in time. */
export const isLate = ({ answer, ended, dueAt }: Call, now: Date): boolean =>
  answer === null && !ended && dueAt !== null && Date.parse(dueAt) < now.getTime()
