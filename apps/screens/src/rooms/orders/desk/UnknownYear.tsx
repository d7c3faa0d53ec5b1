import { Trans } from '@lingui/react/macro'
import { Alert } from 'antd'
import { Link } from 'wouter'
import { useFace } from '../../people/desk/signInSession.ts'

/** Said loudly: a limit in working time reaches into a year whose days off nobody has entered. */
export function UnknownYear({ year }: { readonly year: number | null }) {
  const face = useFace()
  if (year === null) return null
  const mayMend = face.data?.roles.some(({ role }) => role === 'regionAdmin') ?? false
  return (
    <Alert
      className="unknown-year"
      type="warning"
      showIcon
      title={
        <Trans>
          有时限算到了 {year} 年，而 {year}{' '}
          年的放假和调休还没有录入：这些到期时间只按星期几算，录入后会自动重算。
        </Trans>
      }
      action={
        mayMend && (
          <Link href="/places/days" className="desk-link">
            <Trans>去录入</Trans>
          </Link>
        )
      }
    />
  )
}
