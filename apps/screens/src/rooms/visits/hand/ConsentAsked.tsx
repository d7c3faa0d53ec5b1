import { Trans, useLingui } from '@lingui/react/macro'
import type { TagKind } from '@linli/contract/cards/words'
import { useState } from 'react'
import { errorOf } from '../../../kit/fieldIds.ts'
import { Button, ChoiceList, ErrorSummary, TextArea, TextField } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { KeptArea } from '../../../kit/offline/kept.ts'
import type { Asking } from './asking.ts'

type ConsentAskedProps = {
  readonly area: KeptArea
  readonly before: Asking | undefined
  /** Why what was pressed was not taken: it is put right and asked once more. */
  readonly failure: Error | undefined
  readonly onReady: (asking: Asking) => void
}

const LASTS = ['90', '180', '365'] as const
const dayIn = (days: string): string =>
  new Date(Date.now() + Number(days) * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** Before the phone is handed over: whose, what, why and for how long. */
export function ConsentAsked({ area, before, failure, onReady }: ConsentAskedProps) {
  const { t } = useLingui()
  const say = useSay()
  const kinds = area.consentKinds ?? []
  const [name, setName] = useState(before?.name ?? '')
  const [kind, setKind] = useState<TagKind | undefined>(before?.kind)
  const [why, setWhy] = useState(before?.why ?? t`走访时好来看看您，有事能帮上`)
  const [lasts, setLasts] = useState<(typeof LASTS)[number]>('180')
  const [faults, setFaults] = useState<readonly { field: string; message: string }[]>([])
  const words = { '90': t`三个月`, '180': t`半年`, '365': t`一年` }
  function ready() {
    const found = [
      ...(name.trim() ? [] : [{ field: 'name', message: t`请写是谁的` }]),
      ...(kind ? [] : [{ field: 'kind', message: t`请选择记什么` }]),
      ...(why.trim() ? [] : [{ field: 'why', message: t`请写为什么要记，本人会看到` }]),
    ]
    setFaults(found)
    if (kind && found.length === 0) onReady({ name: name.trim(), kind, why: why.trim(), until: dayIn(lasts) })
  }
  return (
    <>
      <p>
        <Trans>写好以后把手机交给住户，由本人自己看、自己按。没有同意的，不问也不记。</Trans>
      </p>
      <ErrorSummary errors={faults} failure={failure} />
      <TextField
        field="name"
        label={<Trans>谁的</Trans>}
        hint={<Trans>照登记的姓名写；孩子写孩子的名字，由监护人看和按。</Trans>}
        maxLength={60}
        value={name}
        error={errorOf(faults, 'name')}
        onChange={setName}
      />
      <ChoiceList
        field="kind"
        label={<Trans>记什么</Trans>}
        compact
        choices={kinds.map(({ key, name: word }) => ({ value: key, label: say(word) }))}
        value={kind}
        error={errorOf(faults, 'kind')}
        onChange={setKind}
      />
      <TextArea
        field="why"
        rows={2}
        label={<Trans>为什么要记</Trans>}
        hint={<Trans>写给本人看的，一句话说清楚</Trans>}
        maxLength={200}
        value={why}
        error={errorOf(faults, 'why')}
        onChange={setWhy}
      />
      <ChoiceList
        field="lasts"
        label={<Trans>记多久</Trans>}
        compact
        choices={LASTS.map((value) => ({ value, label: words[value] }))}
        value={lasts}
        onChange={setLasts}
      />
      <Button wide onPress={ready}>
        <Trans>写好了，交给住户看</Trans>
      </Button>
    </>
  )
}
