import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/index.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { useCommand } from '../../../kit/useCommand.ts'
import { Fills } from '../../ledgers/desk/Fills.tsx'
import { AreaPick } from './AreaPick.tsx'
import type { Person } from './person.ts'

type AssignPostDialogProps = {
  readonly person: Person
  readonly onClose: () => void
  readonly onAssigned: () => void
}

/** A post over an area or in a unit, as its level asks, from a day and perhaps to a day, for all or a part of the working time. */
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
  const [share, setShare] = useState('100')
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
    ...(isShare(share) ? [] : [{ field: 'share', message: t`请填 1 到 100 的整数` }]),
  ]
  const shown = tried ? errors : []

  async function assign() {
    setTried(true)
    if (!post || !where || !isShare(share)) return
    const days = { ...(fromOn ? { fromOn } : {}), ...(toOn ? { toOn } : {}) }
    if (await send({ params: { id: person.id }, body: { post, ...where, ...days, share: Number(share) } }))
      onAssigned()
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
      <InputField
        field="share"
        label={<Trans>占用时间（%）</Trans>}
        hint={<Trans>全职填 100。兼职，或一人几处分着做的，各处填约好的百分数，例如 50。</Trans>}
        inputMode="numeric"
        maxLength={3}
        value={share}
        error={errorOf(shown, 'share')}
        onChange={setShare}
      />
      <Fills operation="assignPost" />
    </FormDialog>
  )
}

/** A percentage of the working time, as the contract takes it. */
const isShare = (written: string): boolean => /^([1-9]\d?|100)$/.test(written.trim())
