import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { changeLanguage, useLanguage } from '../language.ts'
import { changeTypeSize, isElderSize, TYPE_SIZES, type TypeSize, useTypeSize } from '../typesize.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { toast } from './toast.tsx'

/** 大字版: the size of everything, remembered on this device. */
export function TypeSizeChoice() {
  const size = useTypeSize()
  const { t } = useLingui()
  const words: Record<TypeSize, string> = {
    18: t`标准字`,
    22: t`大字`,
    26: t`长辈版 大字`,
    30: t`长辈版 特大字`,
  }
  return (
    <ChoiceList
      field="typeSize"
      label={<Trans>字的大小</Trans>}
      compact
      value={String(size)}
      onChange={(value) => {
        const chosen = TYPE_SIZES.find((one) => String(one) === value)
        if (chosen) changeTypeSize(chosen)
      }}
      choices={TYPE_SIZES.map((one) => ({ value: String(one), label: words[one] }))}
    />
  )
}

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
