import { type Chapter, met, notApplicable, person, type Standard } from './requirement.ts'

const generated = 'tests/database/generated.test.ts'
const leaks = 'tests/matrix/leaks.test.ts'

const principles: Chapter = {
  title: '原则与依据 Principles and bases',
  requirements: [
    met(
      '第六条 Art. 6',
      0,
      '目的明确、最小必要 · Purpose and necessity',
      'Each column has a purpose and a basis; a column without one fails the tests.',
      `${generated}#every column of the database has an entry in the catalogue`,
      `${generated}#only what holds no person may rest on no legal basis`,
    ),
    met(
      '第七条 Art. 7',
      0,
      '公开、透明 · Openness',
      'docs/data-catalogue.md and the page 我的资料与隐私.',
      `${generated}#docs/data-catalogue.md`,
      'tests/browser/privacy.test.ts#is found under my own page',
    ),
    person(
      '第十三条 Art. 13',
      0,
      '处理的合法性基础 · Lawful basis',
      "Named for each column by the authors; the place's lawyers confirm it.",
    ),
    met(
      '第十四、十五条 Art. 14–15',
      0,
      '同意可撤回 · Consent is free and withdrawable',
      'Separate, versioned, withdrawn as easily as given, and at once in force.',
      'tests/browser/privacy.test.ts#a helper takes helping back by one press, and is asked no more',
    ),
    person(
      '第十七条 Art. 17',
      0,
      '告知 · Notice',
      'Each purpose has a text of its own, with what ends when it is taken back; docs/privacy says who and how long. The place adds its name and contact.',
    ),
    met(
      '第十九条 Art. 19',
      0,
      '保存期限最短 · Kept no longer than needed',
      'Jobs driven by the catalogue; each limit is tested on both sides.',
      'tests/privacy/retention.test.ts#every entry of the catalogue either has a limit that the job keeps',
      'tests/privacy/retention.test.ts#takes what is over, leaves what is not',
    ),
  ],
}
const decisions: Chapter = {
  title: '自动化决策与公开 Automated decisions and publication',
  requirements: [
    met(
      '第二十四条 Art. 24',
      0,
      '自动化决策可说明、可拒绝 · Explained and refusable',
      'No score of people; the order of offers and each suggestion has a why, and a person decides on request.',
      'tests/orders/candidates.test.ts#offers the grid workers of the place before the helpers',
    ),
    met(
      '第二十五条 Art. 25',
      0,
      '不公开，单独同意除外 · Not published without consent',
      "An order is shown only with the requester's consent, which ends it at once.",
      'tests/orders/shown.test.ts#lets the requester take the consent back at any time',
    ),
    notApplicable(
      '第二十六条 Art. 26',
      0,
      '公共场所图像 · Images of public places',
      'None are taken; no face is recognised.',
    ),
  ],
}
const sensitive: Chapter = {
  title: '敏感个人信息与未成年人 Sensitive data and minors',
  requirements: [
    met(
      '第二十八至三十条 Art. 28–30',
      0,
      '特定目的、单独同意、严格保护 · Purpose, separate consent, strict care',
      'Classes in the catalogue; encrypted, masked, revealed on record.',
      `${leaks}#what is theirs, masked or revealed on record is none`,
      'tests/database/protection.test.ts#how each secret column is made is said',
    ),
    person(
      '第三十一条 Art. 31',
      0,
      '不满十四周岁 · Under fourteen',
      "An account needs a phone of one's own; docs/privacy says what an office does when a guardian acts.",
    ),
  ],
}
const rights: Chapter = {
  title: '个人的权利 Rights of the person',
  requirements: [
    met(
      '第四十四、四十五条 Art. 44–45',
      0,
      '查阅、复制、转移 · See, copy, carry away',
      'The own page and an archive in open formats.',
      'tests/privacy/drill.test.ts#takes a copy of everything, in open formats',
      'tests/privacy/drill.test.ts#sees who looked: the post and the reason',
    ),
    met(
      '第四十六条 Art. 46',
      0,
      '更正、补充 · Correct',
      "At once where it is one's own, else by a request with a clock.",
      'apps/server/src/rooms/people/people.test.ts#lets people change their own name and home',
      'tests/browser/privacy.test.ts#a request goes to the office with its day',
    ),
    met(
      '第四十七条 Art. 47',
      0,
      '删除 · Delete',
      'After seven days to think; what the law keeps is named. A drill looks for the person afterwards everywhere.',
      'tests/privacy/drill.test.ts#asks to be erased, takes it back, asks again',
      'tests/privacy/drill.test.ts#once that is closed, no canary is in any table, file, log line or search',
      'tests/privacy/drill.test.ts#a backup from before brings it back, and the list takes it away again',
    ),
    met(
      '第四十八条 Art. 48',
      0,
      '解释规则 · Explanation',
      'The own page says what is kept and why, and leads to a person.',
      'tests/browser/privacy.test.ts#is found under my own page',
    ),
    person('第四十九条 Art. 49', 0, '近亲属 · Next of kin', 'By request at the office, on record.'),
    met(
      '第五十条 Art. 50',
      0,
      '便捷的申请受理 · Requests are answered',
      'A page of the office with the clock of each request.',
      'tests/browser/privacy.test.ts#a request goes to the office with its day, is answered at the desk',
    ),
  ],
}
const duties: Chapter = {
  title: '处理者的义务 Duties',
  requirements: [
    met(
      '第五十一条 Art. 51',
      0,
      '制度、加密、去标识化、权限 · Measures',
      'Roles, masks, encryption, audit, drills.',
      'tests/database/rules.test.ts#the application owns nothing, is no superuser',
      `${leaks}#what is theirs, masked or revealed on record is none`,
    ),
    person('第五十二条 Art. 52', 0, '个人信息保护负责人 · A person in charge', 'Named by the operator.'),
    person(
      '第五十四条 Art. 54',
      0,
      '合规审计 · Compliance audit',
      'By the operator; the audit room is its material.',
    ),
    person(
      '第五十五、五十六条 Art. 55–56',
      0,
      '影响评估，存三年 · Impact assessment',
      'docs/privacy has one for points and one for the household register, to be confirmed by the place.',
    ),
    person(
      '第五十七条 Art. 57',
      0,
      '泄露事件的告知 · Breach notice',
      'docs/privacy says who tells whom and when; the record shows who looked at what.',
    ),
    person(
      '第三十八条以下 Art. 38 ff.',
      0,
      '出境 · Abroad',
      "Nothing leaves; where the installation stands is the operator's choice.",
    ),
  ],
}

export const PERSONAL_INFORMATION: Standard = {
  page: 'pipl.md',
  head: `# 个人信息保护法 · Personal Information Protection Law

How the house answers to the law's articles, and what only a person of the place can confirm. Readings are the authors'.
Written by \`node tools/evidence.ts\` from tools/evidence.
`,
  chapters: [principles, decisions, sensitive, rights, duties],
}
