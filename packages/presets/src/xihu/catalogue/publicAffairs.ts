import type { CatalogueItem } from '@linli/contract'
import { publicList } from '../sources.ts'

const affair = {
  list: 'public',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['contact'],
  photoNeedsPlace: false,
  source: publicList,
} as const satisfies Partial<CatalogueItem>

/** 办事与保障: applications in which the community accompanies the resident to the right department (14 of 49). */
export const publicAffairs: readonly CatalogueItem[] = [
  {
    ...affair,
    key: 'minimumLiving',
    unit: 'civilAffairs',
    name: { zh: '最低生活保障申请', en: 'Minimum living allowance' },
    alias: ['办低保', '吃低保', '家里困难'],
  },
  {
    ...affair,
    key: 'temporaryRelief',
    unit: 'civilAffairs',
    name: { zh: '临时救助申请', en: 'Temporary relief' },
    alias: ['突然没钱看病', '急难救助', '临时困难'],
  },
  {
    ...affair,
    key: 'elderAllowance',
    unit: 'civilAffairs',
    name: { zh: '高龄津贴申领', en: 'Old-age allowance' },
    alias: ['八十岁补贴', '老人补贴', '高龄补贴'],
  },
  {
    ...affair,
    key: 'disabilityAllowance',
    unit: 'civilAffairs',
    name: { zh: '残疾人补贴申领', en: 'Disability allowance' },
    alias: ['残疾补贴', '护理补贴', '两项补贴'],
  },
  {
    ...affair,
    key: 'disabilityCard',
    unit: 'disabledFederation',
    name: { zh: '残疾人证办理', en: 'Disability card' },
    alias: ['办残疾证', '残疾证到期', '残疾鉴定'],
  },
  {
    ...affair,
    key: 'residentInsurance',
    unit: 'medicalInsurance',
    name: { zh: '居民医保参保缴费', en: 'Resident medical insurance' },
    alias: ['交医保', '医保报销', '医保卡'],
  },
  {
    ...affair,
    key: 'pensionCheck',
    unit: 'humanResources',
    name: { zh: '养老待遇资格认证', en: 'Pension eligibility check' },
    alias: ['养老金认证', '退休金停发', '刷脸认证'],
  },
  {
    ...affair,
    key: 'jobHelp',
    unit: 'humanResources',
    name: { zh: '就业困难人员援助', en: 'Help for those who find no work' },
    alias: ['找工作', '失业登记', '技能培训'],
  },
  {
    ...affair,
    key: 'publicRental',
    unit: 'housing',
    name: { zh: '公共租赁住房申请', en: 'Public rental housing' },
    alias: ['公租房', '廉租房', '没房子住'],
  },
  {
    ...affair,
    key: 'veteranService',
    unit: 'veterans',
    name: { zh: '退役军人服务', en: 'Service for veterans' },
    alias: ['优待证', '退伍军人', '光荣牌'],
  },
  {
    ...affair,
    key: 'residencePermit',
    unit: 'police',
    name: { zh: '居住证与户口办理', en: 'Residence permit and household register' },
    alias: ['办居住证', '上户口', '暂住登记'],
  },
  {
    ...affair,
    key: 'birthRegistration',
    unit: 'health',
    name: { zh: '生育登记', en: 'Birth registration' },
    alias: ['准生证', '生孩子登记', '育儿补贴'],
  },
  {
    ...affair,
    key: 'vaccination',
    unit: 'healthCentre',
    kind: 'consultation',
    name: { zh: '预防接种咨询', en: 'Vaccination advice' },
    alias: ['打疫苗', '打预防针', '流感针'],
  },
  {
    ...affair,
    key: 'schoolEnrolment',
    unit: 'education',
    kind: 'consultation',
    name: { zh: '入学报名咨询', en: 'School enrolment advice' },
    alias: ['上小学', '学区怎么划', '孩子入园'],
  },
]
