import { Trans, useLingui } from '@lingui/react/macro'
import { TARGETS, type Targets } from '@linli/contract/visits/words'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import { ManySelect } from '../../../kit/desk/ManySelect.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import { useSay } from '../../../kit/language.ts'

/** How a campaign is walked, as it is being filled in. */
export type Walking = {
  readonly targets: Targets
  readonly companies: readonly string[]
  readonly quota: string
  readonly inPairs: boolean
  readonly unmetSince: string
}
export const WALKING: Walking = {
  targets: 'households',
  companies: [],
  quota: '',
  inPairs: false,
  unmetSince: '',
}

export const isQuota = (text: string): boolean =>
  text === '' || (/^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 300)

/** As the contract has it. */
export const walkingOf = ({ targets, companies, quota, inPairs, unmetSince }: Walking) => ({
  targets,
  inPairs,
  ...(targets === 'companies' ? { companies: [...companies] } : {}),
  ...(quota === '' ? {} : { dailyQuota: Number(quota) }),
  ...(targets === 'households' && unmetSince !== '' ? { unmetSince } : {}),
})

type HowToWalkProps = {
  readonly walking: Walking
  readonly errorOf: (field: string) => string | undefined
  readonly onChange: (change: Partial<Walking>) => void
}

/** Whom it goes to, how many doors a day, in pairs or alone. */
export function HowToWalk({ walking, errorOf, onChange }: HowToWalkProps) {
  const { t } = useLingui()
  const say = useSay()
  const { targets, companies, quota, inPairs, unmetSince } = walking
  return (
    <>
      <SelectField
        field="targets"
        label={<Trans>走访谁</Trans>}
        options={optionsOf(TARGETS, say)}
        value={targets}
        onChange={(code) => onChange({ targets: code === 'companies' ? 'companies' : 'households' })}
      />
      {targets === 'companies' ? (
        <Companies
          chosen={companies}
          error={errorOf('companies')}
          onChange={(next) => onChange({ companies: next })}
        />
      ) : (
        <InputField
          field="unmetSince"
          type="date"
          optional
          label={<Trans>只走从哪天起没见过的住户</Trans>}
          value={unmetSince}
          onChange={(next) => onChange({ unmetSince: next })}
        />
      )}
      <InputField
        field="quota"
        optional
        label={<Trans>每人每天计划几户</Trans>}
        hint={t`只给走访的人自己看，安排当天的路，不用来比较。`}
        value={quota}
        error={errorOf('quota')}
        onChange={(next) => onChange({ quota: next })}
      />
      <TickField
        field="inPairs"
        label={<Trans>两人同去</Trans>}
        value={inPairs}
        onChange={(next) => onChange({ inPairs: next })}
      />
    </>
  )
}

type CompaniesProps = {
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChange: (companies: readonly string[]) => void
}

function Companies({ chosen, error, onChange }: CompaniesProps) {
  const say = useSay()
  const { data } = useRead('listUnits', {})
  const companies = data?.items.filter(({ kind }) => kind === 'company') ?? []
  return (
    <DeskField field="companies" label={<Trans>哪些企业</Trans>} error={error} optional={false}>
      {(control) => (
        <ManySelect
          control={control}
          options={companies.map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={chosen}
          onChange={(next) => onChange(next)}
        />
      )}
    </DeskField>
  )
}
