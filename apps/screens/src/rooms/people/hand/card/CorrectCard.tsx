import { Trans, useLingui } from '@lingui/react/macro'
import { TENURES, type Tenure } from '@linli/contract/cards/words'
import { type FormEvent, useState } from 'react'
import { Problem } from '../../../../kit/failure.ts'
import { Button, Card, ChoiceList, ErrorSummary, Notice, TextArea } from '../../../../kit/hand/index.ts'
import { useSay } from '../../../../kit/language.ts'
import { useCommand } from '../../../../kit/useCommand.ts'
import type { MyCard } from './myCard.ts'

type Props = { readonly card: MyCard; readonly onChanged: () => Promise<void> }
const TENURE_CODES = Object.keys(TENURES) as Tenure[] // the vocabulary's keys

/** Housing and notes for the door are mine to say; the rest is written to the office, which answers by a day. */
export function CorrectCard({ card, onChanged }: Props) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [dueOn, setDueOn] = useState<string>()
  return (
    <Card title={<Trans>更正</Trans>}>
      {dueOn && <Notice tone="good" title={<Trans>已经收到，{dueOn} 以前答复您</Trans>} />}
      {open ? (
        <Form
          card={card}
          onSent={async (due) => {
            setDueOn(due ?? undefined)
            setOpen(false)
            await onChanged()
          }}
          onConflict={onChanged}
        />
      ) : (
        <>
          <p>
            <Trans>住房和上门要注意的事，您写了就算。成员、住址不对，写给办公室来改。</Trans>
          </p>
          <Button look="second" wide onPress={() => setOpen(true)}>
            {t`有不对的，我来改`}
          </Button>
        </>
      )}
    </Card>
  )
}

type FormProps = {
  readonly card: MyCard
  readonly onSent: (dueOn: string | null) => Promise<void>
  readonly onConflict: () => Promise<void>
}

function Form({ card, onSent, onConflict }: FormProps) {
  const { t } = useLingui()
  const say = useSay()
  const before = card.visiting?.text ?? ''
  // Untouched fields follow the card, also when it is read anew after a conflict.
  const [tenure, setTenure] = useState<Tenure>()
  const [typed, setTyped] = useState<string>()
  const [words, setWords] = useState('')
  const correcting = useCommand('correctMyCard')
  const changes = {
    ...(tenure !== undefined && tenure !== card.tenure ? { tenure } : {}),
    ...(typed === undefined || typed.trim() === before ? {} : { visiting: typed.trim() || null }),
    ...(words.trim() === '' ? {} : { words: words.trim() }),
  }
  const isEmpty = Object.keys(changes).length === 0
  const [checked, setChecked] = useState(false)
  async function send(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (isEmpty) return
    const answer = await correcting.send({ body: { version: card.version, ...changes } })
    if (answer) await onSent(answer.dueOn)
  }
  const changed = correcting.failure instanceof Problem && correcting.failure.code === 'cards.changed'
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary
        errors={checked && isEmpty ? [{ field: 'visiting', message: t`还没有改动，请先改好再保存` }] : []}
        failure={correcting.failure}
      />
      {changed && (
        <Button look="second" wide onPress={() => void onConflict()}>
          <Trans>看看新的内容</Trans>
        </Button>
      )}
      <ChoiceList
        field="tenure"
        label={<Trans>住房</Trans>}
        value={tenure ?? card.tenure ?? undefined}
        onChange={setTenure}
        choices={TENURE_CODES.map((value) => ({ value, label: say(TENURES[value]) }))}
      />
      <TextArea
        field="visiting"
        label={<Trans>上门要注意什么</Trans>}
        hint={<Trans>例如有狗、几楼、什么时候方便。只给负责您家的人看，写了就是同意记一年，随时能删。</Trans>}
        optional
        maxLength={500}
        value={typed ?? before}
        onChange={setTyped}
      />
      <TextArea
        field="words"
        label={<Trans>别的不对的，写给办公室</Trans>}
        hint={<Trans>例如谁搬走了、住址写错了。会有人答复您。</Trans>}
        optional
        maxLength={2000}
        value={words}
        onChange={setWords}
      />
      <Button type="submit" wide busy={correcting.sending} busyWord={t`正在保存…`}>
        <Trans>保存</Trans>
      </Button>
    </form>
  )
}
