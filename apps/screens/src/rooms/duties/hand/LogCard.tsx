import { Trans, useLingui } from '@lingui/react/macro'
import { LOG_KINDS, type LogKind } from '@linli/contract/duties/words'
import { useState } from 'react'
import { call, newKey } from '../../../kit/api.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, ChoiceList, ErrorSummary, TextArea } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { useMe } from '../../people/queries.ts'

const KINDS: readonly LogKind[] = ['check', 'hazard', 'handOver']
const isKind = (text: string): text is LogKind => KINDS.some((kind) => kind === text)

/** 值班日志: what those before left, and one's own words; a hazard becomes an order in the same press. */
export function LogCard({ dutyId, place }: { readonly dutyId: string; readonly place: string }) {
  const { t } = useLingui()
  const say = useSay()
  const me = useMe()
  const log = useQuery('readPostLog', { params: { id: dutyId } }, ['duties.'])
  const [kind, setKind] = useState<LogKind>('check')
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [ids, setIds] = useState(() => ({ entry: newKey(), order: newKey() }))
  const [failure, setFailure] = useState<Error>()
  const field = `log-${dutyId}`
  const isEmpty = text.trim() === ''
  const errors = tried && isEmpty ? [{ field, message: t`请写一句看到了什么` }] : []
  const path = me.data?.path ?? null

  async function write() {
    setTried(true)
    if (isEmpty) return
    setBusy(true)
    setFailure(undefined)
    try {
      const words = text.trim()
      const isOrder = kind === 'hazard' && path !== null
      if (isOrder)
        await call(
          'placeOrder',
          {
            body: {
              id: ids.order,
              channel: 'hand',
              kind: 'report',
              detail: words,
              path,
              address: place.slice(0, 120),
            },
          },
          { idempotencyKey: ids.order },
        )
      const body = { id: ids.entry, kind, text: words, ...(isOrder ? { orderId: ids.order } : {}) }
      await call('writeDutyLog', { params: { id: dutyId }, body }, { idempotencyKey: ids.entry })
      setText('')
      setTried(false)
      setIds({ entry: newKey(), order: newKey() })
      await log.retry()
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }
  return (
    <section className="stack">
      <h3>
        <Trans>值班日志</Trans>
      </h3>
      {(log.data?.items ?? []).map((entry) => (
        <p key={entry.id}>
          <strong>{say(LOG_KINDS[entry.kind])}</strong> {say(momentWords(entry.at))}
          <br />
          <span className="whitespace-pre-line">{entry.text}</span>
          {entry.orderId !== null && (
            <>
              {' '}
              <Trans>（已转成工单）</Trans>
            </>
          )}
        </p>
      ))}
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <ErrorSummary errors={errors} failure={failure} />
        <ChoiceList
          field={`kind-${dutyId}`}
          label={<Trans>记什么</Trans>}
          compact
          choices={KINDS.map((value) => ({ value, label: say(LOG_KINDS[value]) }))}
          value={kind}
          onChange={(value) => {
            if (isKind(value)) setKind(value)
          }}
        />
        <TextArea
          field={field}
          label={<Trans>看到了什么，做了什么</Trans>}
          {...(kind === 'hazard' ? { hint: <Trans>隐患会同时转成一张工单，有人去办。</Trans> } : {})}
          rows={2}
          value={text}
          onChange={setText}
          error={errorOf(errors, field)}
        />
        <Fills operation="writeDutyLog" />
        <Button type="submit" look="second" wide busy={busy} busyWord={t`正在记下…`}>
          {kind === 'hazard' ? <Trans>记下并报上去</Trans> : <Trans>记下</Trans>}
        </Button>
      </form>
    </section>
  )
}
