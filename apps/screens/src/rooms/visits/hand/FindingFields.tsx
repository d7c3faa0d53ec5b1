import { Trans } from '@lingui/react/macro'
import type { Kind } from '@linli/contract/orders/words'
import { ChoiceList, TextArea } from '../../../kit/hand/index.ts'
import { useSay } from '../../../kit/language.ts'
import type { Door, KeptArea } from '../../../kit/offline/kept.ts'

type Findings = NonNullable<KeptArea['findings']>
type Finding = { readonly finding: string; readonly item: string }
type FindingFieldsProps = Finding & {
  readonly findings: Findings
  readonly onChange: (change: Partial<Finding>) => void
}

/** What was found to be done; with its words comes the choice of what it is: a matter, a wish, an errand. */
export function FindingFields({ findings, finding, item, onChange }: FindingFieldsProps) {
  const say = useSay()
  return (
    <>
      <TextArea
        field="finding"
        optional
        rows={2}
        label={<Trans>发现什么要办的事</Trans>}
        hint={<Trans>写了就会同时变成一张工单。请不要写病情。</Trans>}
        value={finding}
        onChange={(next) => onChange({ finding: next })}
        maxLength={2000}
      />
      {finding.trim() !== '' && findings.length > 0 && (
        <ChoiceList
          field="item"
          label={<Trans>这是什么</Trans>}
          compact
          choices={[
            { value: '', label: <Trans>要办的事</Trans> },
            ...findings.map(({ key, name }) => ({ value: key, label: say(name) })),
          ]}
          value={item}
          onChange={(next) => onChange({ item: next })}
        />
      )}
    </>
  )
}

/** A finding comes in by the door of grid reports, as every other; a wish by its item of the catalogue. */
export function orderOf(
  { findings = [] }: KeptArea,
  door: Door,
  { order, finding, item }: Finding & { readonly order: string },
) {
  const named = findings.find(({ key }) => key === item)
  const kind: Kind = named?.kind ?? 'help'
  return {
    id: order,
    channel: 'gridReport' as const,
    kind,
    ...(named ? { item: named.key } : {}),
    detail: finding,
    path: door.path,
    address: `${door.areaName} ${door.room}`.slice(0, 120),
  }
}
