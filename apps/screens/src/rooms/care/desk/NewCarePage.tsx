import { Trans, useLingui } from '@lingui/react/macro'
import { CARE_CONSENT, CONSENT_PATHS, type ConsentPath } from '@linli/contract/care/words'
import { Button } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newKey } from '../../../kit/api.ts'
import { ChoiceField, InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { DeskPage, EmptyState, ErrorSummary, Panel, ReadView, useRead } from '../../../kit/desk/index.ts'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import type { PageProps } from '../../../kit/route.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { carePlan, carePlans, type newCare } from './addresses.ts'
import { type CareDraft, CareFields, useCareFaults } from './CareForm.tsx'

const DAY = 86_400_000
const dayOf = (ahead: number): string =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * DAY).toISOString().slice(0, 10)
const isWay = (value: string): value is ConsentPath => Object.hasOwn(CONSENT_PATHS, value)

/** 安排关爱, for a member of one household. */
export default function NewCarePage({ params }: PageProps<typeof newCare>) {
  const { t } = useLingui()
  const read = useRead('careChoices', { query: { householdId: params.household } })
  return (
    <DeskPage
      title={t`安排关爱`}
      back={{ href: carePlans.url(), label: <Trans>关爱计划</Trans> }}
      lead={<Trans>只写谁来、多久一次，不写为什么。本人或监护人同意才开始，随时可以停。</Trans>}
    >
      <ReadView read={read}>
        {(choices) =>
          choices.members.length === 0 ? (
            <EmptyState title={<Trans>这一户现在没有登记的人</Trans>} />
          ) : (
            <Form household={params.household} choices={choices} />
          )
        }
      </ReadView>
    </DeskPage>
  )
}

type FormProps = { readonly household: string; readonly choices: Answer<'careChoices'> }

function Form({ household, choices }: FormProps) {
  const { t } = useLingui()
  const say = useSay()
  const [, go] = useLocation()
  const [id] = useState(newKey)
  const [draft, setDraft] = useState<CareDraft>({ carerId: undefined, deputies: [], rhythms: [] })
  const [personId, setPersonId] = useState<string>()
  const [way, setWay] = useState<ConsentPath>('phone')
  const [from, setFrom] = useState(dayOf(0))
  const [until, setUntil] = useState(dayOf(180))
  const [tried, setTried] = useState(false)
  const faultsOf = useCareFaults()
  const { send, sending, failure } = useCommand('startCare')
  const errors = tried
    ? [...(personId ? [] : [{ field: 'personId', message: t`请选关爱谁` }]), ...faultsOf(draft)]
    : []

  async function start() {
    setTried(true)
    const { carerId, deputies, rhythms } = draft
    if (!personId || !carerId || rhythms.length === 0) return
    const done = await send({
      body: {
        id,
        personId,
        householdId: household,
        carerId,
        deputies: [...deputies],
        rhythms: [...rhythms],
        from,
        until,
        way,
      },
    })
    if (done) go(carePlan.url({ id: done.id }))
  }
  return (
    <Panel>
      <form
        className="desk-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void start()
        }}
      >
        <ErrorSummary errors={errors} failure={failure} />
        <SelectField
          field="personId"
          label={<Trans>关爱谁</Trans>}
          options={choices.members.map((one) => ({
            value: one.personId,
            label: one.isChild ? t`${one.name}（由监护人同意）` : one.name,
          }))}
          error={errorOf(errors, 'personId')}
          value={personId}
          onChange={setPersonId}
        />
        <CareFields
          choices={choices}
          draft={draft}
          errors={errors}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <InputField field="from" type="date" label={<Trans>从哪天</Trans>} value={from} onChange={setFrom} />
        <InputField
          field="until"
          type="date"
          label={<Trans>到哪天</Trans>}
          hint={<Trans>最长一年，到期要再问一次</Trans>}
          value={until}
          onChange={setUntil}
        />
        <p className="desk-hint">{say(CARE_CONSENT.text)}</p>
        <ChoiceField
          field="way"
          label={<Trans>怎么同意</Trans>}
          hint={<Trans>纸上签字的，请当面念给本人或监护人听，签好收存</Trans>}
          options={optionsOf(CONSENT_PATHS, say)}
          value={way}
          onChange={(value) => {
            if (isWay(value ?? '')) setWay(value === 'paper' ? 'paper' : 'phone')
          }}
        />
        <Button type="primary" htmlType="submit" loading={sending}>
          <Trans>安排</Trans>
        </Button>
      </form>
    </Panel>
  )
}
