import type { ConfigProviderProps } from 'antd'
import { useEffect, useState } from 'react'
import { useLanguage } from '../language.ts'

type AntdWords = NonNullable<ConfigProviderProps['locale']>

const WORDS = {
  zh: () => import('antd/locale/zh_CN'),
  en: () => import('antd/locale/en_US'),
}

/** antd's own few words (page, search, no data) in the language now shown. */
export function useAntdWords(): AntdWords | undefined {
  const language = useLanguage()
  const [words, setWords] = useState<AntdWords>()
  useEffect(() => {
    let wanted = true
    WORDS[language]().then(
      (module) => wanted && setWords(module.default),
      (error: unknown) => console.warn('antd keeps its former words', error),
    )
    return () => {
      wanted = false
    }
  }, [language])
  return words
}
