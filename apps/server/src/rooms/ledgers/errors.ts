import { problem } from '../../kernel/problem.ts'

export const noSuchLedger = problem(
  'ledgers.noSuchLedger',
  404,
  '没有这本台账，或者您的岗位看不到它。',
  'There is no such ledger, or not for your post.',
)
export const notReady = problem(
  'ledgers.notReady',
  409,
  '文件还没有写好，请过一会儿再取。',
  'The file is not ready yet; come back in a moment.',
)
export const isOver = problem(
  'ledgers.isOver',
  410,
  '这份导出已经过期，文件删除了。请重新导出。',
  'This export is over and its file is gone; export it anew.',
)
export const wrongTemplate = problem(
  'ledgers.wrongTemplate',
  422,
  '这个模板用不了，请按下面的提示改好再传。',
  'The template cannot be used; see errors.',
)
export const documentFailed = problem(
  'ledgers.documentFailed',
  422,
  '文档没有做成，请按下面的提示处理。',
  'The document could not be made; see errors.',
)
export const wrongFile = problem(
  'ledgers.wrongFile',
  422,
  '这个文件对照不了，请按下面的提示处理后再传。',
  'The file cannot be compared; see errors.',
)
export const notEditable = problem(
  'ledgers.notEditable',
  409,
  '这本台账没有可以带回来的列：它的内容由办事过程自动生成。',
  'Nothing of this ledger can be edited in a file: it fills itself.',
)
export const tooManyRows = problem(
  'ledgers.tooManyRows',
  422,
  '行数太多，请缩小范围或时段后再导出。',
  'Too many rows: narrow the area or the period.',
)
