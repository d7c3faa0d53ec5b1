import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { call } from '../../../kit/api.ts'
import { InputField } from '../../../kit/desk/fields.tsx'
import { ErrorSummary } from '../../../kit/desk/index.ts'
import type { Answer } from '../../../kit/endpoints.ts'
import { desk } from '../../../kit/routes.ts'
import { useHolds } from './useHolds.ts'

/** A whole number finds its person, for roles that answer the telephone; nothing is found by parts of a number. */
export function ByPhone() {
  return useHolds('intake', 'dispatcher', 'regionAdmin') ? <PhoneSearch /> : null
}

function PhoneSearch() {
  const { t } = useLingui()
  const [phone, setPhone] = useState('')
  const [found, setFound] = useState<Answer<'findPersonByPhone'>>()
  const [failure, setFailure] = useState<Error>()
  const [busy, setBusy] = useState(false)
  const digits = phone.replace(/\D/g, '')
  const isWhole = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/.test(digits)
  const [tried, setTried] = useState(false)
  const errors = tried && !isWhole ? [{ field: 'number', message: t`请填 11 位手机号，或区号加座机号` }] : []

  async function find(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    setFound(undefined)
    setFailure(undefined)
    if (!isWhole) return
    setBusy(true)
    try {
      setFound(await call('findPersonByPhone', { body: { phone: digits } }))
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)))
    }
    setBusy(false)
  }

  return (
    <form className="desk-search" noValidate onSubmit={(event) => void find(event)}>
      <InputField
        field="number"
        label={<Trans>按完整电话找</Trans>}
        type="tel"
        value={phone}
        error={errors[0]?.message}
        onChange={setPhone}
      />
      <Button htmlType="submit" loading={busy}>
        <Trans>找人</Trans>
      </Button>
      <span role="status">{found && <Found {...found} />}</span>
      <ErrorSummary failure={failure} />
    </form>
  )
}

function Found({ person }: Answer<'findPersonByPhone'>) {
  if (!person) return <Trans>没有登记这个号码</Trans>
  return (
    <Link href={desk.person.url({ id: person.id })}>
      {person.name} {person.areaName}
    </Link>
  )
}
