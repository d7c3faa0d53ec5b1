import { Trans, useLingui } from '@lingui/react/macro'
import { CARE_CONSENT, CARE_ENDINGS, CONTACT_OUTCOMES } from '@linli/contract/care/words'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import {
  Button,
  Card,
  Dialog,
  ErrorSummary,
  Facts,
  Notice,
  Page,
  QueryView,
} from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { momentWords } from '../../../kit/time.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { care } from './addresses.ts'
import { HandOver } from './HandOver.tsx'

type Plan = Answer<'getCare'>
type PartProps = { readonly plan: Plan; readonly onChanged: () => void }

/** One plan as whoever it concerns sees it: who comes how often, who kept in touch when, and the way to end it. */
export default function CarePlanPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  return (
    <Page title={t`关爱计划`} back={{ href: care.url(), label: <Trans>关爱</Trans> }}>
      <SignedIn>{() => <Plan id={params.id} />}</SignedIn>
    </Page>
  )
}

function Plan({ id }: { readonly id: string }) {
  const query = useQuery('getCare', { params: { id } }, ['care.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {(plan) => (
        <>
          <About plan={plan} />
          {plan.mayAnswer && <AnswerForm plan={plan} onChanged={changed} />}
          {plan.mayHandOver && <HandOver plan={plan} onChanged={changed} />}
          <Contacts plan={plan} />
          {plan.mayEnd && !plan.mayAnswer && <EndForm plan={plan} onChanged={changed} />}
        </>
      )}
    </QueryView>
  )
}

function About({ plan }: { readonly plan: Plan }) {
  const say = useSay()
  const { name, areaName, room, carer, deputies, lines, from, until, lastSeenAt, endedAt, ending } = plan
  return (
    <Card title={name}>
      {endedAt && ending && <Notice tone="calm" title={<Trans>已结束：{say(CARE_ENDINGS[ending])}</Trans>} />}
      <Facts
        facts={[
          [<Trans key="home">住处</Trans>, `${areaName} ${room}`],
          [<Trans key="who">谁来</Trans>, carer],
          [
            <Trans key="deputies">谁替班</Trans>,
            deputies.length > 0 ? deputies.join('、') : <Trans key="none">没有</Trans>,
          ],
          ...lines.map(
            (line) => [say(line.name), <Trans key="due">{say(momentWords(line.dueAt))} 前</Trans>] as const,
          ),
          [<Trans key="days">日期</Trans>, `${from} – ${until}`],
          ...(lastSeenAt && plan.contacts.some(({ outcome }) => outcome === 'seen')
            ? [[<Trans key="seen">上次见面</Trans>, say(momentWords(lastSeenAt))] as const]
            : []),
        ]}
      />
    </Card>
  )
}

function AnswerForm({ plan, onChanged }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('answerCare')
  async function answer(agrees: boolean) {
    if (await send({ params: { id: plan.id }, body: { agrees } })) onChanged()
  }
  return (
    <Card title={<Trans>同意才开始</Trans>}>
      <p>{say(CARE_CONSENT.text)}</p>
      <ErrorSummary failure={failure} />
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void answer(true)}>
        <Trans>同意</Trans>
      </Button>
      <Button wide look="second" busy={sending} onPress={() => void answer(false)}>
        <Trans>不用了</Trans>
      </Button>
    </Card>
  )
}

function Contacts({ plan }: { readonly plan: Plan }) {
  const say = useSay()
  return (
    <Card title={<Trans>联系记录</Trans>}>
      {plan.contacts.length === 0 ? (
        <p>
          <Trans>还没有记录。</Trans>
        </p>
      ) : (
        <ul className="plain">
          {plan.contacts.map(({ id, at, by, outcome, rhythm, orders }) => (
            <li key={id}>
              <strong>{say(momentWords(at))}</strong> {by} · {say(CONTACT_OUTCOMES[outcome])} · {say(rhythm)}
              {orders.length > 0 && (
                <>
                  {' '}
                  · <Trans>点了 {orders.length} 张单</Trans>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function EndForm({ plan, onChanged }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const [isAsked, setAsked] = useState(false)
  const { send, sending, failure } = useCommand('endCare')
  async function end() {
    if (!(await send({ params: { id: plan.id }, body: {} }))) return
    setAsked(false)
    onChanged()
  }
  return (
    <>
      <Button wide look="second" onPress={() => setAsked(true)}>
        <Trans>不要关爱了</Trans>
      </Button>
      <Dialog open={isAsked} title={<Trans>停止这份关爱？</Trans>} onClose={() => setAsked(false)}>
        <p>{say(CARE_CONSENT.ends)}</p>
        <ErrorSummary failure={failure} />
        <Button wide look="danger" busy={sending} busyWord={t`正在发送…`} onPress={() => void end()}>
          <Trans>停止</Trans>
        </Button>
        <Button wide look="second" onPress={() => setAsked(false)}>
          <Trans>先不停</Trans>
        </Button>
      </Dialog>
    </>
  )
}
