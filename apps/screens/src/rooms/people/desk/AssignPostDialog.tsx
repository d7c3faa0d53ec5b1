import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { AreaPick } from './AreaPick.tsx'
import type { Person } from './person.ts'

type AssignPostDialogProps = {
  readonly person: Person
  readonly onClose: () => void
  readonly onAssigned: () => void
}

/** A post over an area or in a unit, as its level asks, from a day and perhaps to a day. */
export function AssignPostDialog({ person, onClose, onAssigned }: AssignPostDialogProps) {
  const { t } = useLingui()
  const say = useSay()
  const place = useRead('getPlace', {})
  const units = useRead('listUnits', {})
  const [post, setPost] = useState<string>()
  const [areaPath, setAreaPath] = useState<string>()
  const [unitId, setUnitId] = useState<string>()
  const [fromOn, setFromOn] = useState('')
  const [toOn, setToOn] = useState('')
  const [tried, setTried] = useState(false)
  const { send, sending, failure } = useCommand('assignPost')
  const posts = place.data?.posts.filter(({ administrator }) => !administrator) ?? []
  const level = posts.find(({ key }) => key === post)?.level
  const isWhole = level === 'region' && areaPath === undefined
  const where = level === 'unit' ? unitId && { unitId } : areaPath ? { areaPath } : isWhole && {}
  const errors = [
    ...(post ? [] : [{ field: 'post', message: t`请选岗位` }]),
    ...(where
      ? []
      : level === 'unit'
        ? [{ field: 'unitId', message: t`请选单位` }]
        : [{ field: 'areaPath', message: t`请选辖区` }]),
  ]
  const shown = tried ? errors : []

  async function assign() {
    setTried(true)
    if (!post || !where) return
    const days = { ...(fromOn ? { fromOn } : {}), ...(toOn ? { toOn } : {}) }
    if (await send({ params: { id: person.id }, body: { post, ...where, ...days } })) onAssigned()
  }

  return (
    <FormDialog
      title={t`任职`}
      ok={t`任职`}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void assign()}
      onClose={onClose}
    >
      <SelectField
        field="post"
        label={<Trans>什么岗位</Trans>}
        options={posts.map(({ key, name }) => ({ value: key, label: say(name) }))}
        value={post}
        error={errorOf(shown, 'post')}
        onChange={setPost}
      />
      {level === 'unit' ? (
        <SelectField
          field="unitId"
          label={<Trans>单位</Trans>}
          options={(units.data?.items ?? []).map(({ id, name }) => ({ value: id, label: say(name) }))}
          value={unitId}
          error={errorOf(shown, 'unitId')}
          onChange={setUnitId}
        />
      ) : (
        <AreaPick
          field="areaPath"
          label={<Trans>辖区</Trans>}
          hint={level === 'region' && <Trans>空着就是全区</Trans>}
          optional={level === 'region'}
          path={areaPath}
          error={errorOf(shown, 'areaPath')}
          onPick={setAreaPath}
        />
      )}
      <InputField
        field="fromOn"
        label={<Trans>上任</Trans>}
        hint={<Trans>空着就是今天</Trans>}
        type="date"
        value={fromOn}
        onChange={setFromOn}
      />
      <InputField
        field="toOn"
        label={<Trans>卸任</Trans>}
        hint={<Trans>空着就是没有期限</Trans>}
        type="date"
        value={toOn}
        onChange={setToOn}
      />
    </FormDialog>
  )
}
