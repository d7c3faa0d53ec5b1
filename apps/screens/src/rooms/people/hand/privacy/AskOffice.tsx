import { Trans, useLingui } from '@lingui/react/macro'
import { OUTCOMES, REQUEST_KINDS, type RequestKind } from '@linli/contract/privacy/words'
import { type FormEvent, useState } from 'react'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { Button, Card, ChoiceList, ErrorSummary, Notice, TextArea } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { momentWords } from '../../../../kit/time.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { Privacy, SectionProps } from './section.ts'

/** A correction, an explanation, a person instead of the machine: a person answers, by a day that is said at once. */
export function AskOffice({ privacy, onChanged }: SectionProps) {
  const { t } = useLingui()
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [kind, setKind] = useState<RequestKind>('correct')
  const [words, setWords] = useState('')
  const [checked, setChecked] = useState(false)
  const [dueOn, setDueOn] = useState<string>()
  const asking = useCommand('askOffice')
  const errors = words.trim() === '' ? [{ field: 'words', message: t`请写下您的请求` }] : []
  const shown = checked ? errors : []
  async function send(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (errors.length > 0) return
    const answer = await asking.send({ body: { kind, words: words.trim() } })
    if (!answer) return
    setDueOn(answer.dueOn)
    setWords('')
    setChecked(false)
    setOpen(false)
    await onChanged()
  }
  return (
    <Card title={<Trans>请办公室来办</Trans>}>
      <p>
        <Trans>资料有错、想知道为什么这样安排、不要机器安排要人来定，都可以写在这里，会有人答复您。</Trans>
      </p>
      {dueOn && <Notice tone="good" title={<Trans>已经收到，{dueOn} 以前答复您</Trans>} />}
      {privacy.requests.map((request) => (
        <OneRequest key={request.id} request={request} />
      ))}
      {!open && (
        <Button look="second" wide onPress={() => setOpen(true)}>
          <Trans>写给办公室</Trans>
        </Button>
      )}
      {open && (
        <form className="stack" noValidate onSubmit={(event) => void send(event)}>
          <ErrorSummary errors={shown} failure={asking.failure} />
          <ChoiceList
            field="kind"
            label={<Trans>要办什么</Trans>}
            value={kind}
            onChange={setKind}
            choices={(Object.keys(REQUEST_KINDS) as RequestKind[]).map((value) => ({
              value,
              label: say(REQUEST_KINDS[value]),
            }))}
          />
          <TextArea
            field="words"
            label={<Trans>请说一说</Trans>}
            maxLength={2000}
            value={words}
            onChange={setWords}
            error={errorOf(shown, 'words')}
          />
          <Button type="submit" wide busy={asking.sending} busyWord={t`正在提交…`}>
            <Trans>提交</Trans>
          </Button>
        </form>
      )}
    </Card>
  )
}

function OneRequest({ request }: { readonly request: Privacy['requests'][number] }) {
  const say = useSay()
  const kind = say(REQUEST_KINDS[request.kind])
  const asked = say(momentWords(request.askedAt))
  const dueOn = request.dueOn
  if (request.outcome === null)
    return (
      <Notice tone="calm" title={kind}>
        <p>{request.words}</p>
        <p>
          <Trans>
            {asked} 提出，{dueOn} 以前答复
          </Trans>
        </p>
      </Notice>
    )
  return (
    <Notice tone={request.outcome === 'declined' ? 'warn' : 'good'} title={say(OUTCOMES[request.outcome])}>
      <p>
        {kind}：{request.words}
      </p>
      <p>
        <Trans>答复：</Trans>
        {request.answer}
      </p>
    </Notice>
  )
}
