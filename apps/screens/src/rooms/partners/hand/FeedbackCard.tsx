import { Trans, useLingui } from '@lingui/react/macro'
import { CARD_STATES } from '@linli/contract/partners/words'
import { useState } from 'react'
import { fileAddress } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, Card, ErrorSummary, Facts, TextArea } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { DocumentButton } from './DocumentButton.tsx'
import { factsOf } from './serviceFacts.tsx'

type Drawn = Answer<'myReporting'>['cards'][number]
type FeedbackCardProps = { readonly card: Drawn; readonly onChanged: () => void }

/** 反馈卡: seen by its person first, who says what is wrong and whether it is sent; taken back in one press. */
export function FeedbackCard({ card, onChanged }: FeedbackCardProps) {
  const { t } = useLingui()
  const say = useSay()
  const { id, number, unitName, fromOn, toOn, facts, state, version } = card
  const [words, setWords] = useState(card.answer ?? '')
  const { send, sending, failure } = useCommand('answerCard')
  const open = state === 'drawn' || state === 'objected'

  async function answer(agrees: boolean) {
    const said = words.trim()
    const body = { version, agrees, ...(said ? { words: said } : {}) }
    if (await send({ params: { id }, body })) onChanged()
  }
  return (
    <Card title={<Trans>反馈卡 {number}</Trans>}>
      <p>
        {fromOn} – {toOn} · {say(CARD_STATES[state])}
      </p>
      <Facts facts={factsOf(facts)} />
      <p>
        <Trans>
          卡上只有这些事实，没有评分和排名。您同意了，社区才会送交{say(unitName)}
          ；不同意就不送，对您没有任何影响。
        </Trans>
      </p>
      <ErrorSummary failure={failure} />
      {open && (
        <TextArea
          field={`words-${id}`}
          label={<Trans>有不对的、想补充的，写在这里</Trans>}
          optional
          rows={3}
          maxLength={1000}
          value={words}
          onChange={setWords}
        />
      )}
      {!open && card.answer && (
        <p>
          <Trans>您的话：{card.answer}</Trans>
        </p>
      )}
      {open && (
        <Button wide busy={sending} busyWord={t`正在发送…`} onPress={() => void answer(true)}>
          <Trans>同意送交</Trans>
        </Button>
      )}
      {state === 'drawn' && (
        <Button wide look="second" busy={sending} onPress={() => void answer(false)}>
          <Trans>不同意送交，请社区再看看</Trans>
        </Button>
      )}
      {(state === 'agreed' || state === 'sent') && (
        <Button wide look="second" busy={sending} onPress={() => void answer(false)}>
          <Trans>收回同意</Trans>
        </Button>
      )}
      <DocumentButton
        address={fileAddress('cardFile', { params: { id }, query: { form: 'pdf' } })}
        name={`${number}.pdf`}
      >
        <Trans>下载这张卡（PDF）</Trans>
      </DocumentButton>
    </Card>
  )
}
