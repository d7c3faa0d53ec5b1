import { problem } from '../../../kernel/problem.ts'

export const unknownTeam = problem(
  'people.unknownTeam',
  422,
  '本地没有这类队伍，请刷新后重新选。',
  'The place has no such kind of team; reload and choose again.',
)
export const partFull = problem(
  'people.partFull',
  409,
  '这支队伍的队长或副队长已经满额，请先请原来的改任队员。',
  'The team has its leader or deputies already; make one of them a member first.',
)
export const teamBusy = problem(
  'people.teamBusy',
  409,
  '还有派给这支队伍的单没有办完，请先办完或改派，再解散。',
  'Orders given to this team are still open; finish them or give them to somebody else first.',
)
export const notAsked = problem(
  'people.notAsked',
  409,
  '这支队伍现在没有在问您，请刷新后再看。',
  'This team is not asking you now; reload and look again.',
)
export const notInTeam = problem(
  'people.notInTeam',
  409,
  '您现在不在这支队伍里，或没有担任队长、副队长，请刷新后再看。',
  'You are not in this team now, or hold no part to give up; reload and look again.',
)
export const tooManyUnits = problem(
  'people.tooManyUnits',
  422,
  '一起负责的单位超过了本地这类队伍的数目。',
  'More units than this kind of team has here.',
)
export const notAnAlly = problem(
  'people.notAnAlly',
  422,
  '选的单位或支队现在不能放进这支队伍，请刷新后重新选。',
  'A chosen unit or team cannot stand in this team now; reload and choose again.',
)
