import { Trans, useLingui } from '@lingui/react/macro'
import { Checkbox, Input } from 'antd'
import { InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import type { ActivityDraft } from './draft.ts'
import { StationPick } from './StationPick.tsx'

type ActivityFieldsProps = {
  readonly draft: ActivityDraft
  readonly onChange: (draft: ActivityDraft) => void
  readonly errors: readonly FieldError[]
  /** Only a new one can be planned as a series. */
  readonly mayRepeat: boolean
}
type TextName =
  | 'title'
  | 'place'
  | 'day'
  | 'from'
  | 'to'
  | 'forWhom'
  | 'bring'
  | 'phone'
  | 'seats'
  | 'helpers'

/** Everything of an activity. */
export function ActivityFields({ draft, onChange, errors, mayRepeat }: ActivityFieldsProps) {
  const { t } = useLingui()
  const set = (some: Partial<ActivityDraft>) => onChange({ ...draft, ...some })
  const bind = (field: TextName) => ({
    field,
    value: draft[field],
    error: errorOf(errors, field),
    onChange: (value: string) => set({ [field]: value }),
  })
  return (
    <>
      <InputField {...bind('title')} label={<Trans>名称</Trans>} maxLength={80} />
      <Terms draft={draft} set={set} errors={errors} />
      <DeskField
        field="words"
        label={<Trans>做什么</Trans>}
        error={errorOf(errors, 'words')}
        optional={false}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            maxLength={4000}
            value={draft.words}
            onChange={(event) => set({ words: event.target.value })}
          />
        )}
      </DeskField>
      <AreaPick
        field="path"
        label={<Trans>哪个社区的活动</Trans>}
        path={draft.path}
        error={errorOf(errors, 'path')}
        onPick={(path) => set({ path })}
      />
      <Where draft={draft} set={set} />
      <StationPick draft={draft} error={errorOf(errors, 'roomId')} set={set} />
      <InputField {...bind('place')} label={<Trans>地点</Trans>} maxLength={200} />
      <InputField {...bind('day')} type="date" label={<Trans>哪天</Trans>} />
      <InputField {...bind('from')} label={<Trans>几点开始</Trans>} hint={<Trans>例如 16:30</Trans>} />
      <InputField {...bind('to')} label={<Trans>几点结束</Trans>} />
      {mayRepeat && <Again draft={draft} set={set} error={errorOf(errors, 'until')} />}
      <InputField {...bind('forWhom')} optional label={<Trans>适合谁</Trans>} maxLength={200} />
      <InputField {...bind('bring')} optional label={<Trans>带什么</Trans>} maxLength={200} />
      <InputField {...bind('phone')} optional type="tel" label={<Trans>公开的咨询电话</Trans>} />
      <TickField
        field="signUp"
        label={t`要报名`}
        hint={<Trans>不勾就是直接来，只数人数。</Trans>}
        value={draft.signUp}
        onChange={(signUp) => set({ signUp })}
      />
      {draft.signUp && (
        <>
          <InputField
            {...bind('seats')}
            optional
            inputMode="numeric"
            label={<Trans>名额</Trans>}
            hint={<Trans>空着就是不限。</Trans>}
          />
          <InputField {...bind('helpers')} inputMode="numeric" label={<Trans>要几个帮手</Trans>} />
        </>
      )}
    </>
  )
}

type PartProps = {
  readonly draft: ActivityDraft
  readonly set: (some: Partial<ActivityDraft>) => void
}

function Terms({ draft, set, errors }: PartProps & { readonly errors: readonly FieldError[] }) {
  const say = useSay()
  const { data } = useRead('listActivities', { query: {} })
  return (
    <>
      <SelectField
        field="kind"
        label={<Trans>类别</Trans>}
        options={(data?.kinds ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))}
        value={draft.kind}
        error={errorOf(errors, 'kind')}
        onChange={(kind) => set({ kind })}
      />
      <SelectField
        field="theme"
        optional
        label={<Trans>主题</Trans>}
        options={(data?.themes ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))}
        value={draft.theme}
        onChange={(theme) => set({ theme })}
      />
    </>
  )
}

function Where({ draft, set }: PartProps) {
  const say = useSay()
  const units = useRead('listUnits', {})
  return (
    <SelectField
      field="unitId"
      optional
      label={<Trans>主办单位</Trans>}
      options={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
      value={draft.unitId}
      onChange={(unitId) => set({ unitId })}
    />
  )
}

type AgainProps = PartProps & { readonly error: string | undefined }

function Again({ draft, set, error }: AgainProps) {
  const { t } = useLingui()
  const names = [t`周一`, t`周二`, t`周三`, t`周四`, t`周五`, t`周六`, t`周日`]
  return (
    <>
      <fieldset className="desk-field desk-choice">
        <legend>
          <Trans>以后每周几再办</Trans>
        </legend>
        <p className="desk-hint">
          <Trans>例如四点半课堂勾周一到周五。法定节假日跳过，调休上班的周末算周一。</Trans>
        </p>
        <Checkbox.Group
          options={names.map((label, index) => ({ label, value: String(index + 1) }))}
          value={[...draft.weekdays]}
          onChange={(weekdays) => set({ weekdays: weekdays.map(String) })}
        />
      </fieldset>
      {draft.weekdays.length > 0 && (
        <InputField
          field="until"
          type="date"
          label={<Trans>办到哪天</Trans>}
          value={draft.until}
          error={error}
          onChange={(until) => set({ until })}
        />
      )}
    </>
  )
}
