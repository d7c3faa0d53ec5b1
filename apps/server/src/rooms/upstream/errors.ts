import { problem } from '../../kernel/problem.ts'

export const senderTaken = problem(
  'upstream.senderTaken',
  409,
  '已经有一个同名的转来方，请换个名字，或用已有的那个。',
  'A sender of this name is there already; choose another name, or use that one.',
)
export const unknownArea = problem(
  'upstream.unknownArea',
  422,
  '没有这个地点，请重新选。',
  'There is no such area; choose another.',
)
export const doubledField = problem(
  'upstream.doubledField',
  422,
  '有两列对应同一项，请改好其中一列。',
  'Two columns stand for the same; correct one of them.',
)
export const wrongTable = problem(
  'upstream.wrongFile',
  422,
  '这个文件还不能导入，请按下面的提示处理。',
  'The file cannot be imported as it is; see errors.',
)
