import type { Vocabulary } from '../words.ts'

export type ActivityState = 'planned' | 'published' | 'calledOff' | 'held'
export const ACTIVITY_STATES: Vocabulary<ActivityState> = {
  planned: { zh: '未发布', en: 'Not published' },
  published: { zh: '已发布', en: 'Published' },
  calledOff: { zh: '已取消', en: 'Called off' },
  held: { zh: '已小结', en: 'Summed up' },
}

export type SignupPart = 'attend' | 'help'
export const SIGNUP_PARTS: Vocabulary<SignupPart> = {
  attend: { zh: '参加', en: 'To attend' },
  help: { zh: '来帮忙', en: 'To help' },
}

/** There is no word for somebody who did not come: it is not kept. */
export type SignupState = 'signedUp' | 'waiting' | 'cancelled'
export const SIGNUP_STATES: Vocabulary<SignupState> = {
  signedUp: { zh: '已报名', en: 'Signed up' },
  waiting: { zh: '候补中', en: 'On the waiting list' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
}

/** Who can be known in a photo; a third case, that somebody was not asked, is not taken. */
export type PhotoPeople = 'nobody' | 'agreed'
export const PHOTO_PEOPLE: Vocabulary<PhotoPeople> = {
  nobody: { zh: '认不出是谁', en: 'Nobody can be known in it' },
  agreed: { zh: '拍到的人都问过，都同意公开', en: 'Everybody in it was asked and agreed' },
}
