import { Trans, useLingui } from '@lingui/react/macro'
import type { StationView } from '@linli/contract/stations/shapes'
import { TICKET_STATES } from '@linli/contract/stations/words'
import { Button } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { Saved } from '../../../kit/desk/Saved.tsx'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

const SECONDS = 10

/** 一窗排队: the next number is called to this counter; who did not hear is called again. */
export function QueuePanel({ station }: { readonly station: StationView }) {
  const { t } = useLingui()
  const say = useSay()
  const params = { id: station.id }
  const read = useRead('listNumbers', { params }, ['stations.'])
  const [counter, setCounter] = useState(() => t`1 号窗口`)
  const [done, setDone] = useState<ReactNode>()
  const [taking, next, again, ending] = [
    useCommand('takeNumberAtCounter'),
    useCommand('callNext'),
    useCommand('callAgain'),
    useCommand('endNumber'),
  ]
  const { refetch } = read
  useEffect(() => {
    const timer = setInterval(() => void refetch(), SECONDS * 1000)
    return () => clearInterval(timer)
  }, [refetch])
  const body = { counter: counter.trim() || t`1 号窗口` }

  async function take() {
    const answer = await taking.send({ params, body: { id: newKey() } })
    if (answer) setDone(<Trans>取了 {answer.number} 号，请告诉来的人。</Trans>)
    void refetch()
  }
  async function call() {
    const answer = await next.send({ params, body })
    if (answer)
      setDone(answer.number === null ? <Trans>没有人在等。</Trans> : <Trans>叫了 {answer.number} 号。</Trans>)
    void refetch()
  }
  async function recall(id: string, number: number) {
    if (await again.send({ params: { id }, body })) setDone(<Trans>又叫了一次 {number} 号。</Trans>)
    void refetch()
  }
  async function end(id: string, number: number) {
    if (await ending.send({ params: { id } })) setDone(<Trans>{number} 号办完了。</Trans>)
    void refetch()
  }
  return (
    <Panel title={<Trans>取号和叫号</Trans>}>
      <ErrorSummary failure={taking.failure ?? next.failure ?? again.failure ?? ending.failure} />
      <Saved>{done}</Saved>
      <InputField
        field="counter"
        label={<Trans>我在哪个窗口</Trans>}
        maxLength={20}
        value={counter}
        onChange={setCounter}
      />
      <Fills operation="takeNumberAtCounter" />
      <div className="desk-actions">
        <Button type="primary" loading={next.sending} onClick={() => void call()}>
          <Trans>叫下一个</Trans>
        </Button>
        <Button loading={taking.sending} onClick={() => void take()}>
          <Trans>给来的人取号</Trans>
        </Button>
        <Button href={`/stations/${station.slug}/queue`} target="_blank">
          <Trans>打开叫号屏</Trans>
        </Button>
      </div>
      <ReadView read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <p>
              <Trans>现在没有人在等。</Trans>
            </p>
          ) : (
            <ul className="plain-list">
              {items.map(({ id, number, state, counter: where }) => (
                <li key={id}>
                  <strong>
                    <Trans>{number} 号</Trans>
                  </strong>{' '}
                  {say(TICKET_STATES[state])} {where}{' '}
                  {state === 'called' && (
                    <Button onClick={() => void recall(id, number)} aria-label={t`再叫 ${number} 号`}>
                      <Trans>再叫一次</Trans>
                    </Button>
                  )}{' '}
                  <Button onClick={() => void end(id, number)} aria-label={t`${number} 号办完了`}>
                    <Trans>办完了</Trans>
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </ReadView>
    </Panel>
  )
}
