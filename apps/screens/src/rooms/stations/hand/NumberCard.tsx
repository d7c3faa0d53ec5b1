import { Trans, useLingui } from '@lingui/react/macro'
import type { StationView } from '@linli/contract/stations/shapes'
import { useEffect, useState } from 'react'
import { call, newKey } from '../../../kit/api.ts'
import { Button, Card, ErrorSummary, Figure } from '../../../kit/hand/index.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { Fills } from '../../ledgers/hand/Fills.tsx'
import { isSignedOut, useFace } from '../../people/hand/session.ts'
import { enter } from './useGuest.ts'

const SECONDS = 15

/** 取号: how many wait, one's own number, and how many are before. Whoever has no account takes one as a guest. */
export function NumberCard({ station }: { readonly station: StationView }) {
  const { t } = useLingui()
  const { slug } = station
  const face = useFace()
  const queue = useQuery('getQueue', { params: { slug } })
  const mine = useQuery('myNumbers', face.data ? {} : undefined)
  const ending = useCommand('endNumber')
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const { retry } = queue
  const again = mine.retry
  useEffect(() => {
    const timer = setInterval(() => {
      void retry()
      void again()
    }, SECONDS * 1000)
    return () => clearInterval(timer)
  }, [retry, again])
  const own = mine.data?.items.find((one) => one.slug === slug)
  const waiting = queue.data?.waiting ?? 0

  async function take() {
    setBusy(true)
    setFailure(undefined)
    try {
      const isNew = isSignedOut(face.error)
      if (isNew) await enter(slug)
      await call('takeNumber', { params: { id: station.id }, body: { id: newKey() } })
      if (isNew) {
        globalThis.location.reload() // everything is read anew, as this guest
        return
      }
      await Promise.all([queue.retry(), mine.retry()])
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }
  async function leave(id: string) {
    if (await ending.send({ params: { id } })) await Promise.all([queue.retry(), mine.retry()])
  }
  return (
    <Card title={<Trans>取号排队</Trans>}>
      <ErrorSummary failure={failure ?? ending.failure} />
      <div role="status" className="stack">
        {own && (
          <p>
            <Trans>您的号</Trans>{' '}
            <strong className="text-[1.7rem] leading-snug">
              <Figure>{own.number}</Figure>
            </strong>
          </p>
        )}
        {own?.state === 'waiting' && (
          <p>
            <Trans>前面还有 {own.before ?? 0} 位。叫到时请看驿站的屏，没听见会再叫。</Trans>
          </p>
        )}
        {own?.state === 'called' && (
          <p>
            <strong>
              <Trans>叫到您了，请到 {own.counter ?? ''}。</Trans>
            </strong>
          </p>
        )}
        {!own && (
          <p>
            <Trans>现在有 {waiting} 位在等。</Trans>
          </p>
        )}
      </div>
      {!own && <Fills operation="takeNumber" />}
      {own ? (
        <Button look="second" wide busy={ending.sending} onPress={() => void leave(own.id)}>
          <Trans>不等了</Trans>
        </Button>
      ) : (
        <Button look="second" wide busy={busy} busyWord={t`正在取号…`} onPress={() => void take()}>
          <Trans>取一个号</Trans>
        </Button>
      )}
    </Card>
  )
}
