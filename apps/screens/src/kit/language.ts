import { i18n, type Messages } from '@lingui/core'
import type { Words } from '@linli/contract'
import { compileSource } from './messages.ts'
import { observable, useObservable } from './observable.ts'
import { keep, recall } from './storage.ts'

export type Language = 'zh' | 'en'

const english = import.meta.glob<Messages>(['../locales/en.po', '../rooms/*/locales/en.po'], {
  import: 'messages',
})
const current = observable<Language>('zh')

i18n.setMessagesCompiler(compileSource)

async function messagesOf(language: Language): Promise<Messages> {
  if (language === 'zh') return {}
  const catalogues = await Promise.all(Object.values(english).map((load) => load()))
  return Object.assign({}, ...catalogues)
}

async function activate(language: Language): Promise<void> {
  i18n.loadAndActivate({ locale: language, messages: await messagesOf(language) })
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  current.set(language)
}

/** Before the first render: the language chosen on this device, else Chinese. */
export async function startLanguage(): Promise<void> {
  const kept = recall('language') === 'en' ? 'en' : 'zh'
  await activate(kept).catch(() => activate('zh')) // without a connection the English catalogue cannot come
}

/** Switches the language and remembers it; rejects, changing nothing, when the catalogue cannot be loaded. */
export async function changeLanguage(language: Language): Promise<void> {
  await activate(language)
  keep('language', language)
}

export const currentLanguage = current.get
export const useLanguage = () => useObservable(current)

/** The words of a label in the language now shown; for labels that come from the contract or the server. */
export const say = (words: Words): string => words[current.get()]

/** `say` as a hook: renders again when the language changes. */
export function useSay(): (words: Words) => string {
  const language = useLanguage()
  return (words) => words[language]
}
