import { TRANSITIONS } from '@linli/contract'
import { expect, it } from 'vitest'
import { askedFields, missingFields, stepBody } from './stepBody.ts'
import { deskSteps, STEPS } from './stepTable.ts'

// Only what the questions look at: whether anybody has called yet.
const order = { contactedAt: null } as Parameters<typeof askedFields>[2]
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

it('has a form for every step but placing and claiming', () => {
  const verbs = TRANSITIONS.map(({ verb }) => verb)
  expect(deskSteps(verbs)).toHaveLength(verbs.length - 2)
  expect(deskSteps(['addNote', 'acceptOrder', 'toString'])).toEqual(['acceptOrder', 'addNote'])
})

it('asks for the outcome of a call only when somebody answered', () => {
  const { fields } = STEPS.closeOrder
  expect(names(askedFields(fields, { reached: 'no' }, order))).toEqual(['reached', 'remark'])
  const asked = askedFields(fields, { reached: 'yes' }, order)
  expect(names(missingFields(asked, { reached: 'yes' }))).toEqual(['resolved', 'score'])
  const values = { reached: 'yes', resolved: 'solved', score: '5', remark: ' ' }
  expect(stepBody(asked, values, 7)).toEqual({ version: 7, reached: true, resolved: 'solved', score: 5 })
})

it('leaves out what was answered to a question that is no longer asked', () => {
  const values = { reached: 'no', resolved: 'solved', score: '5' }
  const asked = askedFields(STEPS.closeOrder.fields, values, order)
  expect(stepBody(asked, values, 3)).toEqual({ version: 3, reached: false })
})

it('asks for a reason when the matter was not solved', () => {
  const { fields } = STEPS.handleOrder
  expect(names(askedFields(fields, { resolved: 'notSolved' }, order))).toContain('reason')
  expect(names(askedFields(fields, { resolved: 'solved' }, order))).not.toContain('reason')
})
