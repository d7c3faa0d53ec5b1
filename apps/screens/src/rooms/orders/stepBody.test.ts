import { isSystemVerb, TRANSITIONS } from '@linli/contract'
import { expect, it } from 'vitest'
import { deskSteps, STEPS } from './desk/steps/stepTable.ts'
import { askedFields, missingFields, stepBody } from './stepBody.ts'

// Only what the questions look at: whether anybody has called yet, and what its item asks for.
const order = { contactedAt: null, urgency: 'ordinary', evidenceNeeded: [] as string[] } as Parameters<
  typeof askedFields
>[2]
const names = (fields: readonly { name: string }[]) => fields.map(({ name }) => name)

it('has a form for every step of a person but placing and claiming', () => {
  const verbs = TRANSITIONS.map(({ verb }) => verb).filter((verb) => !isSystemVerb(verb))
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

it('lets nobody say "handled" without what the item or an emergency needs', () => {
  const values = { reply: '修好了', resolved: 'solved' }
  const missing = (more: Partial<typeof order>) =>
    names(missingFields(askedFields(STEPS.handleOrder.fields, values, { ...order, ...more }), values))
  expect(missing({})).toEqual([])
  expect(missing({ evidenceNeeded: ['beforePhoto', 'afterPhoto'] })).toEqual(['beforePhotos', 'afterPhotos'])
  expect(missing({ evidenceNeeded: ['contact'] })).toEqual(['contacted'])
  expect(missing({ urgency: 'emergency' })).toEqual(['contacted'])
  expect(missing({ urgency: 'emergency', contactedAt: '2026-01-01T00:00:00Z' })).toEqual([])
})
