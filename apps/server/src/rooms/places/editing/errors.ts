import { problem } from '../../../kernel/problem.ts'

export const ruleChanged = problem(
  'places.ruleChanged',
  409,
  '刚才有人先改了这一条。您填的都还在：请看看新的，再决定要不要改。',
  'Somebody else has just changed this. What you typed is still here: look at theirs and decide again.',
)
