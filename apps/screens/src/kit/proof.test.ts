import { expect, test } from 'vitest'
import { Problem } from './failure.ts'
import { onProofAsked, withProof } from './proof.ts'

const wanted = () => new Problem(403, 'auth.proveAgain', '请先证明')
/** A request that is refused until the person has shown who they are. */
function guarded() {
  const state = { proved: false, sent: 0, asked: 0 }
  const send = async () => {
    state.sent += 1
    if (!state.proved) throw wanted()
    return 'done'
  }
  return { state, send }
}

test('a request that wants a proof is sent again after it, and many share one question', async () => {
  const { state, send } = guarded()
  onProofAsked(async () => {
    state.asked += 1
    state.proved = true
    return true
  })
  expect(await Promise.all([withProof(send), withProof(send), withProof(send)])).toEqual([
    'done',
    'done',
    'done',
  ])
  expect(state).toEqual({ proved: true, sent: 6, asked: 1 })
})

test('whoever would rather not is told why it was refused, once', async () => {
  const { state, send } = guarded()
  onProofAsked(async () => false)
  await expect(withProof(send)).rejects.toThrow('请先证明')
  expect(state.sent).toBe(1)
})

test('any other refusal asks nothing', async () => {
  onProofAsked(async () => {
    throw new Error('asked')
  })
  const forbidden = new Problem(403, 'kernel.forbidden', '没有权限')
  await expect(withProof(() => Promise.reject(forbidden))).rejects.toBe(forbidden)
})
