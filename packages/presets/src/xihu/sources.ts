import type { Source } from '@linli/contract'

/** Title of the document that describes the place; mechanisms are named after it, never quoted. */
export const XIHU_DOCUMENT = '西湖区：“党群服务365”引领社会治理新常态'
/** The neighbouring county whose mechanism of points against property fees is taken over. */
export const YIHUANG_DOCUMENT = '宜黄县：激活“红色引擎” 凝聚共建合力'
export { HOUSE_RULES } from '../house/sources.ts'

export const publicList: Source = {
  document: XIHU_DOCUMENT,
  mechanism: '公共服务事项清单（填入所载49项之一）',
}
export const socialList: Source = {
  document: XIHU_DOCUMENT,
  mechanism: '社会服务事项清单（填入所载52项之一）',
}
export const volunteerList: Source = { document: XIHU_DOCUMENT, mechanism: '志愿服务分类（填入所载9类之一）' }
