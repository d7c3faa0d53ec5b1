import { Trans, useLingui } from '@lingui/react/macro'
import { CHECK_IN_STATES, LETTER_STATES } from '@linli/contract/partners/words'
import { fileAddress } from '../../../kit/api.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { Button, Card, ErrorSummary, Facts } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { DocumentButton } from './DocumentButton.tsx'

type CheckIn = NonNullable<Answer<'myReporting'>['checkIn']>
type MyCheckInProps = { readonly checkIn: CheckIn; readonly onChanged: () => void }

/** One's check-in as it stands, with the letter to show. */
export function MyCheckIn({ checkIn, onChanged }: MyCheckInProps) {
  const { t } = useLingui()
  const say = useSay()
  const { send, sending, failure } = useCommand('endCheckIn')
  const { id, unitName, areaName, choices, state, words, letter } = checkIn
  const stands = state === 'asked' || state === 'accepted'
  async function end() {
    if (await send({ params: { id } })) onChanged()
  }
  return (
    <Card title={areaName}>
      <Facts
        facts={[
          [<Trans key="state">状态</Trans>, say(CHECK_IN_STATES[state])],
          [<Trans key="unit">所在单位</Trans>, say(unitName)],
          ...(choices.length > 0
            ? [[<Trans key="choices">选择的服务</Trans>, choices.map(say).join(t`、`)] as const]
            : []),
          ...(words ? [[<Trans key="words">社区的话</Trans>, words] as const] : []),
          ...(letter
            ? [
                [<Trans key="letter">介绍信</Trans>, letter.number] as const,
                [<Trans key="letter-state">介绍信状态</Trans>, say(LETTER_STATES[letter.state])] as const,
              ]
            : []),
        ]}
      />
      {stands && !letter && (
        <p>
          <Trans>所在单位的联络员会看到您的报到，可为您开具介绍信。</Trans>
        </p>
      )}
      {letter?.state === 'valid' && (
        <>
          <DocumentButton
            address={fileAddress('letterFile', { params: { id: letter.id }, query: { form: 'pdf' } })}
            name={`${letter.number}.pdf`}
          >
            <Trans>下载介绍信（PDF）</Trans>
          </DocumentButton>
          <DocumentButton
            address={fileAddress('letterFile', { params: { id: letter.id }, query: { form: 'docx' } })}
            name={`${letter.number}.docx`}
          >
            <Trans>下载介绍信（Word）</Trans>
          </DocumentButton>
        </>
      )}
      <ErrorSummary failure={failure} />
      {stands && (
        <Button wide look="second" busy={sending} onPress={() => void end()}>
          {state === 'asked' ? <Trans>撤回报到</Trans> : <Trans>结束报到</Trans>}
        </Button>
      )}
    </Card>
  )
}
