import { Trans, useLingui } from '@lingui/react/macro'
import { CONSENT_KINDS } from '@linli/contract/cards/words'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button, ButtonLink, ErrorSummary, Notice, TextArea, toast } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { Door } from '../../../kit/offline/kept.ts'
import { sendOrKeep, sendUnsent } from '../../../kit/unsent.ts'
import type { Pressed } from './asking.ts'
import { inWords } from './inWords.ts'
import './visits.css'

type ConsentNotedProps = { readonly door: Door; readonly pressed: Pressed; readonly back: string }

/** After the press: a no ends it here, a yes may be noted with how to help at the door. */
export function ConsentNoted({ door, pressed, back }: ConsentNotedProps) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [help, setHelp] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const kind = say(CONSENT_KINDS[pressed.kind])
  async function note() {
    setBusy(true)
    setFailure(undefined)
    try {
      // A consent that still waits goes first: nothing is noted before it.
      await sendUnsent()
      const body = { consentId: pressed.id, ...(help.trim() ? { help: help.trim() } : {}) }
      await sendOrKeep('setTag', { params: { id: door.id }, body }, t`按同意记上：${door.room}`)
      toast(t`已记上`)
      go(back)
    } catch (error) {
      setFailure(inWords(error))
      setBusy(false)
    }
  }
  if (!pressed.given)
    return (
      <>
        <div className="handed">
          <Notice tone="calm" title={<Trans>记下了：{pressed.name} 不同意</Trans>}>
            <p>
              <Trans>这件事到此为止，不再问，也不记。谢谢您，请把手机还给网格员。</Trans>
            </p>
          </Notice>
        </div>
        <ButtonLink wide href={back}>
          <Trans>回到这一户</Trans>
        </ButtonLink>
      </>
    )
  return (
    <>
      <div className="handed">
        <Notice
          tone="good"
          title={
            <Trans>
              记下了：{pressed.name} 同意记“{kind}”
            </Trans>
          }
        >
          <p>
            <Trans>您随时能在“我家的卡”里撤回，也可以叫网格员撤回。谢谢您，请把手机还给网格员。</Trans>
          </p>
        </Notice>
      </div>
      <ErrorSummary failure={failure} />
      <TextArea
        field="help"
        rows={2}
        optional
        label={<Trans>上门时怎么帮</Trans>}
        hint={<Trans>只写怎么帮，不要写病情。</Trans>}
        maxLength={200}
        value={help}
        onChange={setHelp}
      />
      <Button wide busy={isBusy} busyWord={t`正在保存…`} onPress={() => void note()}>
        <Trans>按同意记上</Trans>
      </Button>
      <ButtonLink look="quiet" href={back}>
        <Trans>先不记</Trans>
      </ButtonLink>
    </>
  )
}
