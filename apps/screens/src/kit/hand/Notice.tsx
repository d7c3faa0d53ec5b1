import type { ReactNode } from 'react'
import { Icon, type IconName } from '../shared/Icon.tsx'

const ICONS: Record<'good' | 'warn' | 'bad' | 'calm', IconName> = {
  good: 'check',
  warn: 'alert',
  bad: 'alert',
  calm: 'info',
}

export type NoticeProps = {
  readonly tone: keyof typeof ICONS
  readonly title: ReactNode
  readonly children?: ReactNode
}

/** A result that stays on the page; screen readers hear it when it appears. */
export function Notice({ tone, title, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role="status">
      <p className="notice-title">
        <Icon name={ICONS[tone]} />
        <span>{title}</span>
      </p>
      {children}
    </div>
  )
}
