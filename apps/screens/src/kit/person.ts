import { forgetDrafts } from './drafts.ts'
import { observable } from './observable.ts'
import { keep, recall } from './storage.ts'

const kept = recall('person')

/** The account that the server last answered on this device; known without a network, and after a session's end. */
export const person = observable(typeof kept === 'string' ? kept : undefined)

/** Takes up whom the server answered. What somebody else began to write here is not the next one's to read. */
export function meetPerson(id: string | null): void {
  if (id === null || id === person.get()) return
  if (person.get() !== undefined) forgetDrafts()
  keep('person', id)
  person.set(id)
}
