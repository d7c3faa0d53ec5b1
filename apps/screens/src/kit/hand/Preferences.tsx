import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { changeLanguage, useLanguage } from '../language.ts'
import { changeTypeSize, isElderSize, useTypeSize } from '../typesize.ts'
import { toast } from './toast.tsx'

/** The prominent entry of the elder mode, and the way back. */
export function ElderSwitch() {
  const elder = isElderSize(useTypeSize())
  return (
    <button type="button" className="bar-button" onClick={() => changeTypeSize(elder ? 18 : 26)}>
      {elder ? <Trans>标准版</Trans> : <Trans>长辈版</Trans>}
    </button>
  )
}

/** Switches between Chinese and English; says its own name in the other language. */
export function LanguageSwitch() {
  const language = useLanguage()
  const [busy, setBusy] = useState(false)
  const { t } = useLingui()
  async function change() {
    setBusy(true)
    await changeLanguage(language === 'zh' ? 'en' : 'zh').catch(() =>
      toast(t`现在没有网络，换不了语言。请稍后再试。`),
    )
    setBusy(false)
  }
  return (
    <button
      type="button"
      className="bar-button"
      lang={language === 'zh' ? 'en' : 'zh-CN'}
      aria-disabled={busy || undefined}
      onClick={() => void change()}
    >
      {language === 'zh' ? 'English' : '中文'}
    </button>
  )
}
