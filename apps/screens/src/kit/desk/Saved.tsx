import { Alert } from 'antd'
import type { ReactNode } from 'react'

/** Says that something was done; it stays until the next thing is done, and screen readers hear it. */
export function Saved({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status" className="desk-saved">
      {children && <Alert type="success" showIcon title={children} />}
    </div>
  )
}
