import { Trans, useLingui } from '@lingui/react/macro'
import { AGREEMENT_STATES, WORK_FACTS, WORK_OUTCOMES } from '@linli/contract/staff/words'
import { useState } from 'react'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, Card, ErrorSummary, Notice, Page, QueryView, TextArea } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { useQuery } from '../../../kit/useQuery.ts'
import { SignedIn } from '../../people/hand/SignedIn.tsx'
import { myWork } from './addresses.ts'

type Work = Answer<'getWork'>
type PartProps = { readonly work: Work; readonly onChanged: () => void }

/** What was agreed on: every fact before any result, one's own words beside it, and the way to appeal. */
export default function WorkPage({ params }: { readonly params: { readonly id: string } }) {
  const { t } = useLingui()
  return (
    <Page title={t`商定的工作结果`} back={{ href: myWork.url(), label: <Trans>我的培训和工作</Trans> }}>
      <SignedIn>{() => <One id={params.id} />}</SignedIn>
    </Page>
  )
}

function One({ id }: { readonly id: string }) {
  const say = useSay()
  const query = useQuery('getWork', { params: { id } }, ['staff.'])
  const changed = () => void query.retry()
  return (
    <QueryView query={query}>
      {(work) => (
        <>
          <p className="lead">
            {work.from} – {work.to} · {say(AGREEMENT_STATES[work.state])}
          </p>
          {work.items.map((item) => (
            <Item key={item.id} item={item} work={work} onChanged={changed} />
          ))}
          {work.may.answer && <AgreeForm work={work} onChanged={changed} />}
          {work.appeal && (
            <Card title={<Trans>您的申诉</Trans>}>
              <p>{work.appeal}</p>
              {work.answer ? (
                <Notice tone="calm" title={<Trans>{work.answeredBy} 的书面答复</Trans>}>
                  <p>{work.answer}</p>
                </Notice>
              ) : (
                <p>
                  <Trans>会由另一位在 {work.answerBy} 前书面答复，不是写结果的人。</Trans>
                </p>
              )}
            </Card>
          )}
          {work.may.appeal && <AppealForm work={work} onChanged={changed} />}
        </>
      )}
    </QueryView>
  )
}

function AgreeForm({ work, onChanged }: PartProps) {
  const { t } = useLingui()
  const { send, sending, failure } = useCommand('answerWork')
  async function answer(agrees: boolean) {
    if (await send({ params: { id: work.id }, body: { agrees } })) onChanged()
  }
  return (
    <Card title={<Trans>先商定，再开始</Trans>}>
      <p>
        <Trans>上面写着要做到什么、怎样算做到。同意了才算数；不合适就退回，重新商量。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void answer(true)}>
        <Trans>同意</Trans>
      </Button>
      <Button wide look="second" busy={sending} onPress={() => void answer(false)}>
        <Trans>退回再商量</Trans>
      </Button>
    </Card>
  )
}

type ItemProps = PartProps & { readonly item: Work['items'][number] }

function Item({ item, work, onChanged }: ItemProps) {
  const say = useSay()
  const mayAnswer = work.isMine && (work.state === 'agreed' || work.state === 'shown')
  return (
    <Card title={item.name}>
      <p>
        <Trans>怎样算做到：{item.doneWhen}</Trans>
      </p>
      {item.fact && item.counted !== null && work.state !== 'proposed' && (
        <p>
          <Trans>
            系统里有：{say(WORK_FACTS[item.fact])} {item.counted} 条
          </Trans>
        </p>
      )}
      {item.facts.map((fact) => (
        <div key={fact.id}>
          <p>{fact.words}</p>
          {fact.answer ? (
            <p>
              <Trans>您的回应：{fact.answer}</Trans>
            </p>
          ) : (
            mayAnswer && <FactForm id={fact.id} onChanged={onChanged} />
          )}
        </div>
      ))}
      {item.outcome && (
        <p>
          <strong>{say(WORK_OUTCOMES[item.outcome])}</strong>
        </p>
      )}
    </Card>
  )
}

function FactForm({ id, onChanged }: { readonly id: string; readonly onChanged: () => void }) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('answerWorkFact')
  const field = `answer-${id}`
  const errors = tried && words.trim() === '' ? [{ field, message: t`请写您的回应` }] : []
  async function answer() {
    setTried(true)
    if (words.trim() === '') return
    if (await send({ params: { id }, body: { words: words.trim() } })) onChanged()
  }
  return (
    <>
      <ErrorSummary errors={errors} failure={failure} />
      <TextArea
        field={field}
        rows={2}
        optional
        label={<Trans>不对的话，写您的回应</Trans>}
        error={errorOf(errors, field)}
        value={words}
        onChange={setWords}
        maxLength={2000}
      />
      <Button look="second" busy={sending} busyWord={t`正在发送…`} onPress={() => void answer()}>
        <Trans>写下回应</Trans>
      </Button>
    </>
  )
}

function AppealForm({ work, onChanged }: PartProps) {
  const { t } = useLingui()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('appealWork')
  const errors = tried && words.trim() === '' ? [{ field: 'words', message: t`请写为什么不同意` }] : []
  async function appeal() {
    setTried(true)
    if (words.trim() === '') return
    if (await send({ params: { id: work.id }, body: { words: words.trim() } })) onChanged()
  }
  return (
    <Card title={<Trans>不同意可以申诉</Trans>}>
      <p>
        <Trans>到 {work.appealUntil} 前都可以。由另一位书面答复，不是写结果的人。</Trans>
      </p>
      <ErrorSummary errors={errors} failure={failure} />
      <TextArea
        field="words"
        label={<Trans>为什么不同意</Trans>}
        error={errorOf(errors, 'words')}
        value={words}
        onChange={setWords}
        maxLength={4000}
      />
      <Button wide look="second" busy={sending} busyWord={t`正在发送…`} onPress={() => void appeal()}>
        <Trans>申诉</Trans>
      </Button>
    </Card>
  )
}
