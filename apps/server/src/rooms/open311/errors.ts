import { problem } from '../../kernel/problem.ts'

export const keyEnded = problem(
  'open311.keyEnded',
  409,
  '这把钥匙已经停用或不存在，请刷新后再看。',
  'This key was revoked before or is not there; reload and look again.',
)
