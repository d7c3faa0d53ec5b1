import { useEffect, useState } from 'react'
import { useLanguage } from '../../../kit/language.ts'

const SECOND = 1000
const ZONE = 'Asia/Shanghai'

/** The day and the time in Beijing, to the minute. */
export function Clock() {
  const locale = useLanguage() === 'zh' ? 'zh-CN' : 'en-GB'
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5 * SECOND)
    return () => clearInterval(timer)
  }, [])
  const day = now.toLocaleDateString(locale, {
    timeZone: ZONE,
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  })
  const clock = now.toLocaleTimeString(locale, {
    timeZone: ZONE,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <p className="wall-clock">
      <span>{day}</span> <strong>{clock}</strong>
    </p>
  )
}
