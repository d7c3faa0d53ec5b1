import { problem } from '../../../kernel/problem.ts'
import type { Fault } from '../rules/redrawPlan.ts'

const places = (name: string, zh: string, en: string, status = 422) =>
  problem(`places.${name}`, status, zh, en)

/** What stands in the way of a redraw, and what to do. */
export const FAULTS: { readonly [fault in Fault]: ReturnType<typeof places> } = {
  unknownArea: places(
    'unknownArea',
    '其中有一处已经撤销或不存在，请刷新后重新选择。',
    'One of the areas is closed or unknown; reload and choose again.',
  ),
  wrongLevel: places(
    'redrawLevel',
    '只能调整社区以下的网格：楼栋归网格，网格归社区。请重新选择。',
    'Only areas below a community are redrawn: buildings into grids. Choose again.',
  ),
  listedTwice: places('listedTwice', '同一处被选了两次，请只留一次。', 'An area is listed twice; leave one.'),
  leftOver: places(
    'leftOver',
    '要撤销的网格里还有楼栋没有去处，请给每一栋选好去处。',
    'Some buildings of an ending grid have nowhere to go; choose a place for each.',
  ),
  toOrName: places(
    'toOrName',
    '每一份要么并入一个现有网格，要么起一个新名称。',
    'Each part goes either into a grid that is there or into a new one with a name.',
  ),
  alreadyThere: places(
    'alreadyThere',
    '楼栋已经在这个网格里，或这个网格正要撤销，请选别的网格。',
    'The buildings are there already, or the grid is ending; choose another.',
  ),
  nothing: places('nothingToRedraw', '请先选要调整的楼栋或网格。', 'Choose what is to be redrawn first.'),
  apart: places(
    'redrawApart',
    '一次只能合并同一个社区的网格。',
    'Grids that are merged must lie in one community.',
  ),
  nameTaken: places(
    'nameTaken',
    '同一上级下已有同名的地点，请换一个名称。',
    'The same parent already has an area of this name.',
    409,
  ),
}
export const sameRoom = places(
  'sameRoom',
  '合并后会有两户同号，请先在房屋表里改好门牌再合并。',
  'Two homes of one number would come to one place; correct the register first.',
  409,
)
export const unknownBody = places(
  'unknownPartyBody',
  '没有这类党组织，请从列表里选择。',
  'There is no such kind of party body; choose one from the list.',
)
export const bodyThere = places(
  'partyBodyThere',
  '这里已有同名的党组织，请换一个名称。',
  'A party body of this name is there already.',
  409,
)
