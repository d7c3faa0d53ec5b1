import { Trans, useLingui } from '@lingui/react/macro'
import { ADMINISTRATORS, type Administrator, ROLES } from '@linli/contract'
import { useState } from 'react'
import { FormDialog } from '../../../kit/desk/FormDialog.tsx'
import { ChoiceField, InputField, SelectField } from '../../../kit/desk/fields.tsx'
import { useRead } from '../../../kit/desk/reads.ts'
import { errorOf } from '../../../kit/fieldIds.ts'
import { useSay } from '../../../kit/language.ts'
import { ACTS, type Act, actsFor, type StaffAccount } from './accountActs.ts'
import { type Done, useAccountAct } from './useAccountAct.ts'

type AccountActDialogProps = {
  readonly account: StaffAccount
  readonly onClose: () => void
  readonly onDone: (done: Done) => void
}

const WITHOUT_REASON: ReadonlySet<Act> = new Set(['unlock', 'appoint', 'bind', 'unbind'])

/** What may be done with a colleague's account now: choose one, say why, do it. */
export function AccountActDialog({ account, onClose, onDone }: AccountActDialogProps) {
  const { t, i18n } = useLingui()
  const say = useSay()
  const [act, setAct] = useState<Act>()
  const [reason, setReason] = useState('')
  const [role, setRole] = useState<Administrator>()
  const [subject, setSubject] = useState('')
  const [tried, setTried] = useState(false)
  const { data: doors } = useRead('listDoors', {})
  const { run, sending, failure, forget } = useAccountAct()
  const acts = actsFor(account, doors?.singleSignOn ?? false)
  const needsReason = act !== undefined && !WITHOUT_REASON.has(act)
  const errors = [
    ...(act ? [] : [{ field: 'act', message: t`请选要办什么` }]),
    ...(needsReason && reason.trim().length < 2 ? [{ field: 'reason', message: t`请写明理由` }] : []),
    ...(act === 'appoint' && !role ? [{ field: 'role', message: t`请选哪一类管理员` }] : []),
    ...(act === 'bind' && subject.trim() === '' ? [{ field: 'subject', message: t`请填统一认证编号` }] : []),
  ]
  const shown = tried ? errors : []
  const { name } = account

  async function submit() {
    setTried(true)
    if (errors.length > 0 || !act) return
    const asked = { reason: reason.trim(), role: role ?? 'auditor', subject: subject.trim() } as const
    const done = await run(act, account, asked)
    if (done) onDone(done)
  }

  return (
    <FormDialog
      title={t`办理：${name}的账号`}
      ok={act ? i18n._(ACTS[act].label) : t`办理`}
      danger={act !== undefined && ACTS[act].danger === true}
      errors={shown}
      failure={failure}
      busy={sending}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <ChoiceField
        field="act"
        label={<Trans>要办什么</Trans>}
        options={acts.map((one) => ({ value: one, label: i18n._(ACTS[one].label) }))}
        value={act}
        error={errorOf(shown, 'act')}
        onChange={(next) => {
          forget()
          setAct(acts.find((one) => one === next))
        }}
      />
      {act && <p>{i18n._(ACTS[act].effect)}</p>}
      {act === 'appoint' && (
        <SelectField
          field="role"
          label={<Trans>哪一类管理员</Trans>}
          options={ADMINISTRATORS.map((one) => ({ value: one, label: say(ROLES[one]) }))}
          value={role}
          error={errorOf(shown, 'role')}
          onChange={(next) => setRole(ADMINISTRATORS.find((one) => one === next))}
        />
      )}
      {act === 'bind' && (
        <InputField
          field="subject"
          label={<Trans>统一认证编号</Trans>}
          hint={<Trans>请向管统一认证的单位要本人的编号，核对是本人再填</Trans>}
          autoComplete="off"
          value={subject}
          maxLength={255}
          error={errorOf(shown, 'subject')}
          onChange={setSubject}
        />
      )}
      {needsReason && (
        <InputField
          field="reason"
          label={<Trans>理由</Trans>}
          hint={<Trans>审计员会看到</Trans>}
          value={reason}
          maxLength={200}
          error={errorOf(shown, 'reason')}
          onChange={setReason}
        />
      )}
    </FormDialog>
  )
}
