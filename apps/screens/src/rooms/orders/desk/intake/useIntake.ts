import { useCallback, useState } from 'react'
import { newKey } from '../../../../kit/api.ts'
import { emptyIntake, type Intake } from './sheet.ts'

/** The sheet of this call, how to change it, and the next one. */
export function useIntake() {
  const [intake, setIntake] = useState<Intake>(() => emptyIntake(newKey(), 'telephone'))
  const change = useCallback((part: Partial<Intake>) => setIntake((before) => ({ ...before, ...part })), [])
  const next = useCallback(() => setIntake(({ channel }) => emptyIntake(newKey(), channel)), [])
  return { intake, change, next }
}
