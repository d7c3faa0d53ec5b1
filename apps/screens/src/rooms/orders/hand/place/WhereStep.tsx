import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { errorOf } from '../../../../kit/fieldIds.ts'
import { Button, ChoiceList, ErrorSummary, Page, TextField } from '../../../../kit/hand/index.ts'
import { hand } from '../../../../kit/routes.ts'
import { AreaChoice } from '../../../places/hand/AreaChoice.tsx'
import { isPhone, type Known, whereOf } from './draft.ts'
import { PrivacyChoice } from './PrivacyChoice.tsx'
import type { Placing } from './usePlacing.ts'

type WhereStepProps = { readonly placing: Placing; readonly known: Known; readonly onNext: () => void }

/** The second screen, skipped when everything is known: for whom, where, and whom to call. */
export function WhereStep({ placing, known, onNext }: WhereStepProps) {
  const { t } = useLingui()
  const { draft, change } = placing
  const [checked, setChecked] = useState(false)
  const { place, address, contactName, contactPhone } = whereOf(draft, known)
  const needsPhone = draft.forAnother || !draft.privacy.includes('anonymous')
  const errors = [
    ...(place === null ? [{ field: 'path', message: t`请选在什么地方` }] : []),
    ...(draft.forAnother && contactName.trim() === ''
      ? [{ field: 'contactName', message: t`请填邻居怎么称呼` }]
      : []),
    ...(needsPhone && !isPhone(contactPhone)
      ? [{ field: 'contactPhone', message: t`请填 11 位手机号，或者区号加座机号` }]
      : []),
  ]
  const shown = checked ? errors : []

  function next(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (errors.length === 0) onNext()
  }

  return (
    <Page title={t`在哪里，找谁联系`} back={{ href: hand.placeOrder.url(), label: <Trans>上一步</Trans> }}>
      <form className="stack" noValidate onSubmit={next}>
        <ErrorSummary errors={shown} />
        <ChoiceList
          field="forAnother"
          label={<Trans>给谁办</Trans>}
          compact
          value={draft.forAnother ? 'another' : 'me'}
          onChange={(value) => change({ forAnother: value === 'another' })}
          choices={[
            { value: 'me', label: <Trans>给我自己</Trans> },
            { value: 'another', label: <Trans>替邻居点</Trans> },
          ]}
        />
        <AreaChoice
          field="path"
          label={<Trans>在什么地方</Trans>}
          value={place}
          onChange={(picked) => change({ place: picked })}
          error={errorOf(shown, 'path')}
        />
        <TextField
          field="address"
          label={<Trans>门牌、几楼、怎么走</Trans>}
          optional
          maxLength={120}
          value={address}
          onChange={(value) => change({ address: value })}
        />
        <TextField
          field="contactName"
          label={draft.forAnother ? <Trans>邻居怎么称呼</Trans> : <Trans>怎么称呼您</Trans>}
          optional={!draft.forAnother}
          maxLength={40}
          autoComplete={draft.forAnother ? 'off' : 'name'}
          value={contactName}
          onChange={(value) => change({ contactName: value })}
          error={errorOf(shown, 'contactName')}
        />
        <TextField
          field="contactPhone"
          label={draft.forAnother ? <Trans>邻居的电话</Trans> : <Trans>联系电话</Trans>}
          kind="phone"
          optional={!needsPhone}
          autoComplete={draft.forAnother ? 'off' : 'tel'}
          value={contactPhone}
          onChange={(value) => change({ contactPhone: value })}
          error={errorOf(shown, 'contactPhone')}
        />
        <PrivacyChoice value={draft.privacy} onChange={(privacy) => change({ privacy })} />
        <Button type="submit" wide>
          <Trans>下一步</Trans>
        </Button>
      </form>
    </Page>
  )
}
