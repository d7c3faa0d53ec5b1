import { route } from '../../../kit/route.ts'

export const courses = route('/courses')
export const courseSession = route('/courses/sessions/:id')
export const works = route('/work')
export const work = route('/work/:id')
export const allowances = route('/allowances')
