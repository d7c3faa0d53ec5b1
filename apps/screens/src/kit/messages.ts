import type { I18n } from '@lingui/core'

type CompiledMessage = ReturnType<Parameters<I18n['setMessagesCompiler']>[0]>

/**
 * Compiles a source sentence at run time, so that Chinese stays in the page that says it and needs no catalogue.
 * Source sentences hold only `{name}` placeholders: Chinese has no plural forms. The English catalogue may use any ICU form.
 */
export function compileSource(message: string): CompiledMessage {
  if (!message.includes('{')) return [message]
  return message
    .split(/(\{[^{}]*\})/)
    .filter((part) => part !== '')
    .map((part) => {
      if (!part.startsWith('{')) return part
      const name = part.slice(1, -1).trim()
      if (name.includes(',')) throw new Error(`Only {name} placeholders in the source: ${message}`)
      return [name]
    })
}
