import { Trans, useLingui } from '@lingui/react/macro'
import type { ObjectionView } from '@linli/contract/merchants/shapes'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField } from '../../../kit/desk/fields.tsx'
import { ReadView, useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'

type ObjectionsProps = { readonly noticeId: string; readonly onDone: (words: ReactNode) => void }

/** Objections to a notice: the words, and not whose they are. */
export function Objections({ noticeId, onDone }: ObjectionsProps) {
  const read = useRead('listObjections', { params: { id: noticeId } }, ['merchants.'])
  const [deciding, setDeciding] = useState<ObjectionView>()
  return (
    <ReadView read={read}>
      {({ items }) => (
        <>
          <ul className="plain-list">
            {items.map((one) => (
              <li key={one.id}>
                <span>{one.words}</span>
                {one.answer !== null && (
                  <span className="row-small">
                    {one.upheld ? <Trans>成立</Trans> : <Trans>不成立</Trans>}：{one.answer}
                  </span>
                )}
                {one.mayDecide && (
                  <Button onClick={() => setDeciding(one)}>
                    <Trans>答复</Trans>
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {deciding && (
            <DecideDialog
              objection={deciding}
              onClose={() => setDeciding(undefined)}
              onDecided={() => {
                setDeciding(undefined)
                void read.refetch()
                onDone(<Trans>已答复，提异议的人收到了通知。</Trans>)
              }}
            />
          )}
        </>
      )}
    </ReadView>
  )
}

type DecideDialogProps = {
  readonly objection: ObjectionView
  readonly onClose: () => void
  readonly onDecided: () => void
}

function DecideDialog({ objection, onClose, onDecided }: DecideDialogProps) {
  const { t } = useLingui()
  const [verdict, setVerdict] = useState<string>()
  const [answer, setAnswer] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('decideObjection')
  const errors = [
    ...(verdict ? [] : [{ field: 'upheld', message: t`请选成立还是不成立` }]),
    ...(answer.trim() === '' ? [{ field: 'answer', message: t`请写答复` }] : []),
  ]
  const shown = tried ? errors : []
  async function decide() {
    setTried(true)
    if (errors.length > 0) return
    const body = { upheld: verdict === 'upheld', answer: answer.trim() }
    if (await send({ params: { id: objection.id }, body })) onDecided()
  }
  return (
    <FormDialog
      title={t`答复异议`}
      ok={t`答复`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void decide()}
      onClose={onClose}
    >
      <p>{objection.words}</p>
      <ChoiceField
        field="upheld"
        label={<Trans>核实下来</Trans>}
        value={verdict}
        error={errorOf(shown, 'upheld')}
        options={[
          { value: 'upheld', label: t`成立` },
          { value: 'dismissed', label: t`不成立` },
        ]}
        onChange={setVerdict}
      />
      <InputField
        field="answer"
        label={<Trans>答复</Trans>}
        maxLength={2000}
        value={answer}
        error={errorOf(shown, 'answer')}
        onChange={setAnswer}
      />
      <Fills operation="decideObjection" />
    </FormDialog>
  )
}
