import { Trans } from '@lingui/react/macro'
import { STATES } from '@linli/contract/orders/words'
import { Notice } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { usePlaceView } from '../../places/queries.ts'

const LEAST_LETTERS = 4

/** Before sending: what several neighbours have reported at that place already. Whether to send all the same is one's own choice. */
export function KnownMatters({ text, path }: { readonly text: string; readonly path: string | undefined }) {
  const say = useSay()
  const place = usePlaceView()
  const { data } = useQuery(
    'suggestOrder',
    path === undefined || text.trim().length < LEAST_LETTERS
      ? undefined
      : { body: { text: text.trim(), path } },
  )
  if (!data) return null
  const notices = data.known.map((known) => {
    const item = place.data?.items.find(({ key }) => key === known.item)
    const name = item ? say(item.name) : known.item
    const { reporters } = known
    const state = say(STATES[known.state])
    return (
      <Notice
        key={known.item}
        tone="calm"
        title={
          <Trans>
            已有 {reporters} 位邻居反映过“{name}”
          </Trans>
        }
      >
        <p>
          {known.place}
          <Trans>，现在：{state}。</Trans>
        </p>
        <p>
          <Trans>您照样可以发出，算您也反映了一次，受理员会放在一起看；不想再等回音，就不用发。</Trans>
        </p>
      </Notice>
    )
  })
  return notices.length > 0 && <div className="mb-4 flex flex-col gap-3">{notices}</div>
}
