import { Trans, useLingui } from '@lingui/react/macro'
import { CONSENT_KINDS } from '@linli/contract/cards/words'
import { useState } from 'react'
import { useDraft } from '../../../kit/drafts.ts'
import { Button, Facts } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'
import { newVisitId } from '../../../kit/offline/newVisitId.ts'
import { sendOrKeep } from '../../../kit/unsent.ts'
import type { Asking, Pressed } from './asking.ts'
import { inWords } from './inWords.ts'
import './visits.css'

type ConsentReadProps = {
  readonly area: KeptArea
  readonly door: Door
  readonly asking: Asking
  readonly onPressed: (pressed: Pressed) => void
  readonly onRefused: (error: Error) => void
}
const ALONE = { companion: '' }

/** What the person reads, in large type whatever this phone is set to, with yes and no of one size. */
export function ConsentRead({ area, door, asking, onPressed, onRefused }: ConsentReadProps) {
  const { t } = useLingui()
  const say = useSay()
  const [{ companion }] = useDraft(`walkWith.${area.id}`, ALONE)
  const [isBusy, setBusy] = useState(false)
  const words = CONSENT_KINDS[asking.kind]
  const kind = say(words)
  async function press(given: boolean) {
    if (isBusy) return
    setBusy(true)
    const id = newVisitId()
    const body = {
      ...asking,
      id,
      wordsVersion: words.version,
      given,
      ...(area.campaign.inPairs && companion !== '' ? { presentId: companion } : {}),
      pressedAt: new Date().toISOString(),
    }
    try {
      await sendOrKeep('consentAtDoor', { params: { id: door.id }, body }, t`当面征求同意：${door.room}`)
      onPressed({ ...asking, id, given })
    } catch (error) {
      onRefused(inWords(error))
    }
  }
  return (
    <section className="handed stack" aria-label={t`请住户看`}>
      <p>
        <strong>
          <Trans>想问您同不同意：记下“{kind}”</Trans>
        </strong>
      </p>
      <p>{say(words.text)}</p>
      <Facts
        facts={[
          [t`谁的`, asking.name],
          [t`为什么`, asking.why],
          [t`记到哪天`, asking.until],
        ]}
      />
      <p>
        <Trans>不同意也没关系，不影响您办任何事。同意了，随时能撤回，撤回就删掉。</Trans>
      </p>
      <Button wide look="second" onPress={() => void press(true)}>
        <Trans>我同意</Trans>
      </Button>
      <Button wide look="second" onPress={() => void press(false)}>
        <Trans>我不同意</Trans>
      </Button>
    </section>
  )
}
