import { problem } from '../../../kernel/problem.ts'

export const tooManyGuests = problem(
  'stations.tooManyGuests',
  429,
  '这会儿扫码求助的人太多，请稍等几分钟再扫，或直接找驿站的人；有危险请先打 110、119、120。',
  'Too many people ask by this code at the moment. Please wait some minutes or speak to somebody at the station; in danger call 110, 119 or 120 first.',
)
export const linkOver = problem(
  'stations.linkOver',
  404,
  '这个链接已经失效，内容也已按期删除。还要帮忙请再扫驿站的码。',
  'This link has ended and its content was deleted. Scan the code of a station if you need help again.',
)
