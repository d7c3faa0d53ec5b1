import { route } from '../../../../kit/route.ts'

/** 缺人时的搭配: for those who dispatch. */
export const proposal = route('/offers')
