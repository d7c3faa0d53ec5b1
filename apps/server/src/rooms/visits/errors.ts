import type { AnswerFault, FormFault } from '@linli/contract/visits/form'
import { problem } from '../../kernel/problem.ts'

export const wrongForm = problem(
  'visits.wrongForm',
  422,
  '表单有不对的地方，请按提示改好再保存。',
  'The form has mistakes; correct them and save again.',
)
export const formChanged = problem(
  'visits.formChanged',
  409,
  '别人刚刚改了这张表单。请刷新，看过新的再改。',
  'Somebody changed the form meanwhile; reload, look at it and try again.',
)
export const unknownForm = problem(
  'visits.unknownForm',
  422,
  '这条走访用的表单不属于这次活动。请重新取一次片区，再补记。',
  'The form does not belong to this campaign; take the area again.',
)
export const wrongAnswers = problem(
  'visits.wrongAnswers',
  422,
  '有几处回答不符合表单，请打开这一户改好再上传。',
  'Some answers do not fit the form; open the household and correct them.',
)
export const recordReused = problem(
  'visits.recordReused',
  409,
  '这条走访记录的编号已用在别的内容上，没有收下。请重新记一次。',
  'The id of this record stands for another one; write it down again.',
)
export const visitElsewhere = problem(
  'visits.visitElsewhere',
  409,
  '这次走访登记在另一户，没有收下。请在对的那一户重新记。',
  'This visit belongs to another household; write it down there.',
)
export const photoNotYours = problem(
  'visits.photoNotYours',
  422,
  '这张照片不是您上传的，或已删除。请重新拍。',
  'The photo is not yours or was erased; take it again.',
)
export const needsCompanion = problem(
  'visits.needsCompanion',
  422,
  '这次走访要两个人同去，请选和谁一起去的，再记一次。',
  'Two go together on this campaign; say who came along and write it down again.',
)
export const unknownCompanion = problem(
  'visits.unknownCompanion',
  422,
  '同去的人不在名册上，或选成了自己。请重新选。',
  'Who came along is not known here, or is yourself; choose again.',
)
export const notNamed = problem(
  'visits.notNamed',
  409,
  '有几次走访没有请您确认，或您已经答过。请刷新再看。',
  'Some of these visits do not ask for your word, or you gave another one already; reload.',
)
export const settledMeanwhile = problem(
  'visits.settledMeanwhile',
  409,
  '这次走访刚刚有人核对过，或又来了一份。您选的没有存；请刷新，看过现在的再定。',
  'Somebody settled this visit meanwhile, or another version came. Yours was not kept; reload and look again.',
)
export const unknownCompany = problem(
  'visits.unknownCompany',
  422,
  '选的企业不在单位名册上，或已停用。请刷新后重选。',
  'A company is not in the register, or was closed; reload and choose again.',
)
export const wrongFormFile = problem(
  'visits.wrongFormFile',
  422,
  '这个文件读不成表单。',
  'This file cannot be read as a form.',
)

export const FORM_FAULTS: { readonly [fault in FormFault]: string } = {
  sameKey: '这道题和前面的重了，请删掉一道。',
  keyReturned: '这道题的编号是以前删掉的一道题用过的，请删掉这道题，重新加一道。',
  noChoices: '选择题至少要有两个选项。',
  unknownCondition: '“只在……时才问”指的题要排在前面，并且有这个选项。',
  nothingAsked: '表单里至少要有一道题要答。',
  needsCardConsent:
    '走访表单不收独居、残疾、留守儿童这类情况。要记的，请在住户卡上征得本人单独同意后记；这道题请改掉或删掉。',
  asksHealth: '走访表单不收病情和健康情况。需要帮助的，请在住户卡上记一次转介；这道题请改掉或删掉。',
}
export const ANSWER_FAULTS: { readonly [fault in AnswerFault]: string } = {
  missing: '这道题还没有答。',
  notAsked: '这道题不用答，请去掉。',
  wrongKind: '回答的形式不对。',
  notAChoice: '请从列出的选项里选。',
}
