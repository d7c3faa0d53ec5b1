import { Trans, useLingui } from '@lingui/react/macro'
import { AGREEMENT_STATES, WORK_FACTS, WORK_OUTCOMES, type WorkOutcome } from '@linli/contract/staff/words'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { newKey } from '../../../kit/api.ts'
import { ChoiceField } from '../../../kit/desk/fields.tsx'
import { DeskField, DeskPage, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { type work as workAt, works } from './addresses.ts'

type Work = Answer<'getWork'>
type PartProps = { readonly work: Work; readonly onChanged: () => void }
const isOutcome = (value: string | undefined): value is WorkOutcome =>
  value !== undefined && Object.hasOwn(WORK_OUTCOMES, value)

/** One agreement, for the lead, and for whoever answers an appeal. */
export default function WorkPage({ params }: PageProps<typeof workAt>) {
  const { t } = useLingui()
  const say = useSay()
  const read = useRead('getWork', { params: { id: params.id } }, ['staff.'])
  const changed = () => void read.refetch()
  return (
    <DeskPage title={t`商定的工作结果`} back={{ href: works.url(), label: <Trans>商定工作</Trans> }}>
      <ReadView read={read}>
        {(work) => (
          <>
            <p>
              {work.worker} · {work.areaName} · {work.from} – {work.to} · {say(AGREEMENT_STATES[work.state])}
            </p>
            {work.items.map((item) => (
              <Item key={item.id} item={item} work={work} onChanged={changed} />
            ))}
            {work.appeal && (
              <Panel title={<Trans>申诉</Trans>}>
                <p>{work.appeal}</p>
                <p>{work.answer ?? <Trans>要在 {work.answerBy} 前书面答复，不能由写结果的人答复。</Trans>}</p>
              </Panel>
            )}
            {work.may.show && <ShowButton work={work} onChanged={changed} />}
            {(work.may.conclude || work.may.decide) && <DecideForm work={work} onChanged={changed} />}
          </>
        )}
      </ReadView>
    </DeskPage>
  )
}

function Item({ item, work, onChanged }: PartProps & { readonly item: Work['items'][number] }) {
  const say = useSay()
  return (
    <Panel title={item.name}>
      <p>
        <Trans>怎样算做到：{item.doneWhen}</Trans>
      </p>
      {item.fact && item.counted !== null && (
        <p>
          <Trans>
            系统里有：{say(WORK_FACTS[item.fact])} {item.counted} 条
          </Trans>
        </p>
      )}
      {item.facts.map((fact) => (
        <p key={fact.id}>
          {fact.words}
          {fact.answer && (
            <>
              <br />
              <Trans>本人回应：{fact.answer}</Trans>
            </>
          )}
        </p>
      ))}
      {item.outcome && (
        <p>
          <strong>{say(WORK_OUTCOMES[item.outcome])}</strong>
        </p>
      )}
      {work.may.write && <FactForm work={work} itemId={item.id} onChanged={onChanged} />}
    </Panel>
  )
}

function FactForm({ work, itemId, onChanged }: PartProps & { readonly itemId: string }) {
  const { t } = useLingui()
  const [id, setId] = useState(newKey)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('addWorkFact')
  const field = `fact-${itemId}`
  const errors = tried && !words.trim() ? [{ field, message: t`请写下事实` }] : []
  async function write() {
    setTried(true)
    if (!words.trim()) return
    if (!(await send({ params: { id: work.id }, body: { id, itemId, words: words.trim() } }))) return
    setId(newKey())
    setWords('')
    setTried(false)
    onChanged()
  }
  return (
    <>
      <ErrorSummary errors={errors} failure={failure} />
      <DeskField
        field={field}
        label={<Trans>写下事实</Trans>}
        hint={<Trans>本人会先看到，可以写回应</Trans>}
        error={errorOf(errors, field)}
        optional
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={2}
            maxLength={2000}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </DeskField>
      <Button loading={sending} onClick={() => void write()}>
        <Trans>写下</Trans>
      </Button>
    </>
  )
}

function ShowButton({ work, onChanged }: PartProps) {
  const { send, sending, failure } = useCommand('showWork')
  async function show() {
    if (await send({ params: { id: work.id }, body: {} })) onChanged()
  }
  return (
    <Panel title={<Trans>请本人先看</Trans>}>
      <p>
        <Trans>请本人先看全部事实。之后不再添加事实，本人可以写回应，然后才能写结果。</Trans>
      </p>
      <ErrorSummary failure={failure} />
      <Button type="primary" loading={sending} onClick={() => void show()}>
        <Trans>给本人看</Trans>
      </Button>
    </Panel>
  )
}

/** A word for each item; of an appeal with an answer in writing. */
function DecideForm({ work, onChanged }: PartProps) {
  const { t } = useLingui()
  const say = useSay()
  const [chosen, setChosen] = useState<{ readonly [item: string]: WorkOutcome }>({})
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const concluding = useCommand('concludeWork')
  const answering = useCommand('answerAppeal')
  const isAppeal = work.may.decide
  const outcomes = work.items.flatMap(({ id }) => {
    const outcome = chosen[id]
    return outcome ? [{ itemId: id, outcome }] : []
  })
  const wrong = [
    ...work.items
      .filter(({ id }) => !chosen[id])
      .map(({ id, name }) => ({ field: `outcome-${id}`, message: t`请写明“${name}”做到了没有` })),
    ...(isAppeal && !words.trim() ? [{ field: 'words', message: t`请写书面答复` }] : []),
  ]
  const errors = tried ? wrong : []
  async function decide() {
    setTried(true)
    if (wrong.length > 0) return
    const params = { id: work.id }
    const done = isAppeal
      ? await answering.send({ params, body: { words: words.trim(), outcomes } })
      : await concluding.send({ params, body: { version: work.version, outcomes } })
    if (done) onChanged()
  }
  return (
    <Panel title={isAppeal ? <Trans>答复申诉</Trans> : <Trans>写下结果</Trans>}>
      <ErrorSummary errors={errors} failure={concluding.failure ?? answering.failure} />
      {work.items.map(({ id, name }) => (
        <ChoiceField
          key={id}
          field={`outcome-${id}`}
          label={name}
          options={optionsOf(WORK_OUTCOMES, say)}
          error={errorOf(errors, `outcome-${id}`)}
          value={chosen[id]}
          onChange={(value) => {
            if (isOutcome(value)) setChosen({ ...chosen, [id]: value })
          }}
        />
      ))}
      {isAppeal && (
        <DeskField
          field="words"
          label={<Trans>书面答复</Trans>}
          hint={undefined}
          error={errorOf(errors, 'words')}
          optional={false}
        >
          {(control) => (
            <Input.TextArea
              {...control}
              rows={4}
              maxLength={4000}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </DeskField>
      )}
      <Button type="primary" loading={concluding.sending || answering.sending} onClick={() => void decide()}>
        {isAppeal ? <Trans>答复</Trans> : <Trans>写下结果</Trans>}
      </Button>
    </Panel>
  )
}
