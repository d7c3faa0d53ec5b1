import { problem } from '../../kernel/problem.ts'

export const otherPreset = problem(
  'places.otherPreset',
  409,
  '这个数据目录是按另一套预设建的，请改回原来的 PRESET，或换一个数据目录。',
  'This place was founded with another preset; set PRESET back or use another data directory.',
)
export const deepestLevel = problem(
  'places.deepestLevel',
  422,
  '这已经是最下一级，不能再设下级地点。',
  'This is the lowest level; nothing can stand below it.',
)
export const nameTaken = problem(
  'places.nameTaken',
  409,
  '同一上级下已有同名的地点，请换一个名称。',
  'The same parent already has an area of this name.',
)
export const areaInUse = problem(
  'places.areaInUse',
  409,
  '这里还有下级地点或房屋，请先迁走或撤销它们，再撤销这里。',
  'Areas or households still stand below; close or move them first.',
)
export const wrongFile = problem(
  'places.wrongFile',
  422,
  '这个文件读不出来，请按下面的提示处理后再传。',
  'The file cannot be read; see errors.',
)
export const aliasTaken = problem(
  'places.aliasTaken',
  409,
  '这里已经有这个别名，不用再加。',
  'This place already has this other name.',
)
export const noCompound = problem(
  'places.noCompound',
  422,
  '这里没有写明所在小区，请先在“改名”里填上小区，再给小区加别名。',
  'This place names no compound; fill it in under rename first.',
)
