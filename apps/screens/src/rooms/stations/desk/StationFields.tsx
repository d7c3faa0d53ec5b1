import { Trans, useLingui } from '@lingui/react/macro'
import { codesOf } from '@linli/contract'
import { COORDINATES } from '@linli/contract/places/words'
import { STATION_KINDS } from '@linli/contract/stations/words'
import { ChoiceField, InputField, SelectField, TickField } from '../../../kit/desk/fields.tsx'
import { DeskField, useRead } from '../../../kit/desk/index.ts'
import { ManySelect } from '../../../kit/desk/ManySelect.tsx'
import { optionsOf } from '../../../kit/desk/optionsOf.ts'
import type { FieldError } from '../../../kit/failure.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { PhotosField } from '../../orders/desk/steps/PhotosField.tsx'
import { AreaPick } from '../../people/desk/AreaPick.tsx'
import type { StationDraft } from './stationDraft.ts'

type StationFieldsProps = {
  readonly draft: StationDraft
  readonly onChange: (draft: StationDraft) => void
  readonly errors: readonly FieldError[]
}

/** Everything of a station but its hours. */
export function StationFields({ draft, onChange, errors }: StationFieldsProps) {
  const { t } = useLingui()
  const say = useSay()
  const set = (some: Partial<StationDraft>) => onChange({ ...draft, ...some })
  const bind = (field: 'name' | 'address' | 'position' | 'phone' | 'fromDay' | 'lastDay') => ({
    field,
    value: draft[field],
    error: errorOf(errors, field),
    onChange: (value: string) => set({ [field]: value }),
  })
  return (
    <>
      <ChoiceField
        field="kind"
        label={<Trans>类别</Trans>}
        value={draft.kind}
        options={optionsOf(STATION_KINDS, say)}
        onChange={(code) => set({ kind: codesOf(STATION_KINDS).find((one) => one === code) ?? draft.kind })}
      />
      <InputField {...bind('name')} label={<Trans>名称</Trans>} maxLength={60} />
      <AreaPick
        field="path"
        label={<Trans>在哪个社区</Trans>}
        path={draft.path}
        error={errorOf(errors, 'path')}
        onPick={(path) => set({ path })}
      />
      <InputField {...bind('address')} label={<Trans>地址</Trans>} maxLength={200} />
      {draft.kind === 'mobile' && (
        <>
          <InputField {...bind('fromDay')} type="date" label={<Trans>从哪天</Trans>} />
          <InputField {...bind('lastDay')} type="date" label={<Trans>到哪天（含）</Trans>} />
        </>
      )}
      <InputField
        {...bind('position')}
        optional
        label={<Trans>位置</Trans>}
        hint={<Trans>在地图上点一下门口，把“经度,纬度”贴过来，居民就能一键导航。</Trans>}
      />
      <SelectField
        field="system"
        label={<Trans>这个位置是从哪种地图上取的</Trans>}
        options={optionsOf(COORDINATES, say)}
        value={draft.system}
        onChange={(code) => set({ system: codesOf(COORDINATES).find((one) => one === code) ?? draft.system })}
      />
      <InputField {...bind('phone')} optional type="tel" label={<Trans>驿站电话</Trans>} />
      <Facilities keys={draft.facilities} onPick={(facilities) => set({ facilities })} />
      <TickField
        field="stepFree"
        label={t`没有台阶，轮椅进得去`}
        value={draft.stepFree}
        onChange={(stepFree) => set({ stepFree })}
      />
      <DeskField
        field="photos"
        optional
        label={<Trans>照片</Trans>}
        hint={<Trans>拍门口和里面，好认；不要拍到人。最多 6 张。</Trans>}
      >
        {(control) => (
          <PhotosField
            control={control}
            ids={draft.photos}
            onChange={(photos) => set({ photos: photos.slice(0, 6) })}
          />
        )}
      </DeskField>
    </>
  )
}

type FacilitiesProps = { readonly keys: readonly string[]; readonly onPick: (keys: string[]) => void }

function Facilities({ keys, onPick }: FacilitiesProps) {
  const say = useSay()
  const { data } = useRead('listStations', { query: {} })
  return (
    <DeskField field="facilities" optional label={<Trans>这里有</Trans>}>
      {(control) => (
        <ManySelect
          control={control}
          value={keys}
          options={(data?.facilities ?? []).map(({ key, name }) => ({ value: key, label: say(name) }))}
          onChange={onPick}
        />
      )}
    </DeskField>
  )
}
