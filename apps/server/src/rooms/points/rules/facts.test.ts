import { expect, it } from 'vitest'
import { someFacts } from '../testing.ts'
import { helpedPerson, withinFamily } from './facts.ts'

it('helps the one it is for, else the one who asked, else nobody who is known', () => {
  expect(helpedPerson(someFacts({ requesterPersonId: 'wang', beneficiaryPersonId: 'mother' }))).toBe('mother')
  expect(helpedPerson(someFacts({ requesterPersonId: 'wang', beneficiaryPersonId: null }))).toBe('wang')
  expect(helpedPerson(someFacts({ requesterPersonId: null, beneficiaryPersonId: null }))).toBeNull()
})

it('takes nobody for family where nobody is known', () => {
  const strangers = someFacts({ handlerPersonId: null, requesterPersonId: null, beneficiaryPersonId: null })
  expect(withinFamily(strangers, [])).toBe(false)
  const self = someFacts({ handlerPersonId: 'me', requesterPersonId: 'wang', beneficiaryPersonId: 'me' })
  expect(withinFamily(self, [])).toBe(true)
  expect(withinFamily({ ...self, beneficiaryPersonId: null }, ['wang'])).toBe(true)
})
