import { type Chapter, met, open, operator, person, type Standard } from './requirement.ts'

const audit = 'apps/server/src/kernel/audit/audit.test.ts'
const passwords = 'apps/server/src/kernel/auth/passwords.test.ts'
const factors = 'apps/server/src/kernel/auth/factors.test.ts'
const sessions = 'apps/server/src/kernel/auth/sessions.test.ts'
const refusals = 'tests/matrix/refusals.test.ts'
const crypto = 'apps/server/src/kernel/crypto/crypto.test.ts'
const sm = 'apps/server/src/kernel/crypto/smSuite.test.ts'
const roundTrip = 'tests/backup/roundTrip.test.ts'

const identity: Chapter = {
  title: '身份鉴别 Identity (8.1.4.1)',
  requirements: [
    met(
      'DB-1.1',
      0,
      '用户身份唯一，口令有复杂度并定期更换 · One identity a user, complex passwords changed regularly',
      'SECURITY_PROFILE=dengbao: three of four kinds of characters, ninety days, the last five are not taken again. A login is unique by the database.',
      `${passwords}#belongs to a login, which is taken once`,
      'apps/server/src/kernel/auth/passwordsChange.test.ts#needs three kinds of characters, and the last five may not come back',
      'apps/server/src/kernel/auth/passwordsChange.test.ts#a password holds 90 days',
    ),
    met(
      'DB-1.2',
      0,
      '登录失败处理、限次、超时自动退出 · Failed sign-ins, limits, leaving an idle desk',
      'Five tries, then fifteen minutes; idle limits by door, ten minutes in the profile.',
      `${passwords}#locks for 15 minutes after five wrong tries`,
      'apps/server/src/kernel/auth/passwordsChange.test.ts#a desk that nobody uses for ten minutes is closed',
    ),
    operator(
      'DB-1.3',
      0,
      '远程管理防窃听 · Remote administration is not overheard',
      'TLS at the proxy, as docs/operating.md says.',
    ),
    met(
      'DB-1.4',
      0,
      '管理员两种鉴别方式，其一用密码技术 · Two factors, one of them cryptographic',
      'Password with one-time code or passkey.',
      `${factors}#takes the place of the code at the staff door`,
      `${passwords}#admits no closed account and none without a second factor`,
    ),
  ],
}
const access: Chapter = {
  title: '访问控制 Access control (8.1.4.2)',
  requirements: [
    met(
      'DB-2.1',
      0,
      '分配账户和权限 · Accounts and rights are given',
      'By posts and grants with area or unit and time.',
      `${sessions}#carries the grants that hold now`,
    ),
    met(
      'DB-2.2',
      0,
      '无默认账户和默认口令 · No default accounts or passwords',
      'There are none; first secrets are random and end by themselves.',
      'tests/matrix/demoRoom.test.ts#are absent in production',
    ),
    met(
      'DB-2.3',
      0,
      '及时停用多余账户，无共享账户 · Accounts are closed, none shared',
      'One account a person; the security administrator sees when each last signed in and closes it, with a reason.',
      'apps/server/src/rooms/people/accounts.test.ts#disabled is shut out until it is enabled',
      `${sessions}#ends with its account`,
    ),
    met(
      'DB-2.4',
      0,
      '管理用户最小权限、权限分离 · Administrators apart',
      'System, security and audit are three people, by a constraint of the database.',
      'apps/server/src/rooms/people/accounts.test.ts#of two of the three, granted at the same moment, one stands',
      'apps/server/src/rooms/people/accounts.test.ts#the tables refuse it whoever writes',
    ),
    met(
      'DB-2.5',
      0,
      '由授权主体配置访问策略 · Rules are set by those who may',
      'One policy page a room; grants by administrators only.',
      'tests/matrix/keptOut.test.ts#refuses whom the policy does not name, and nothing is changed by asking',
    ),
    met(
      'DB-2.6',
      0,
      '粒度：主体到用户，客体到记录或字段 · Down to user, record and field',
      'Policy, row-level security and masks.',
      'tests/database/net.test.ts#shows a person what is theirs, and a colleague nothing',
      'apps/server/src/kernel/policy/policy.test.ts#is clear, masked or hidden',
    ),
    met(
      'DB-2.7',
      0,
      '敏感标记 · Labels of sensitivity',
      'Each column has its class in db/catalogue; restricted orders are read by few.',
      'tests/database/generated.test.ts#every column of the database has an entry in the catalogue',
      'tests/matrix/complainedOf.test.ts#a complaint of the desk itself is read one level up',
    ),
  ],
}
const record: Chapter = {
  title: '安全审计 Audit (8.1.4.3)',
  requirements: [
    open(
      'DB-3.1',
      0,
      '覆盖每个用户的重要行为和安全事件 · Every user, every weighty act',
      'Staff sign-ins, passkeys, reveals, refusals, administrative acts and exports are recorded. Missing: residents’ sign-ins by code, which are sessions and no entries.',
      `${refusals}#a look at another area’s order or person, and a reveal, are recorded`,
      `${passwords}#leaves an audit entry for success and failure`,
    ),
    met(
      'DB-3.2',
      0,
      '时间、用户、类型、结果 · Time, user, kind, result',
      'As columns.',
      `${refusals}#the record says which entries were refusals`,
    ),
    met(
      'DB-3.3',
      0,
      '记录受保护，定期备份 · Records are guarded and kept',
      'Append-only by grant, sealed, in every backup; three years by the catalogue, the law asks for six months.',
      `${audit}#cannot be changed by the application`,
      `${audit}#shows an entry changed, removed or slipped in by a superuser`,
      `${roundTrip}#a restored house is the house that was backed up`,
    ),
    met(
      'DB-3.4',
      0,
      '审计进程不被中断 · Recording is not interrupted',
      'The entry is written in the transaction of the act: without it the act does not happen.',
      `${audit}#stays whole while many write and roll back`,
    ),
  ],
}
const data: Chapter = {
  title: '数据 Data (8.1.4.7 – 8.1.4.11)',
  requirements: [
    operator(
      'DB-4.1',
      0,
      '传输完整性和保密性 · In transit',
      'TLS at the proxy; SM suites need a proxy that has them.',
    ),
    met(
      'DB-4.2',
      0,
      '存储完整性 · Integrity at rest',
      'Authenticated ciphers, checksums of the database, a sealed audit.',
      `${crypto}#each changed part, another field and another key are refused`,
      'apps/server/src/kernel/postgres/startPostgres.test.ts#runs durable, in UTC, with checksums',
    ),
    met(
      'DB-4.3',
      0,
      '存储保密性 · Confidentiality at rest',
      'Phones, addresses and second factors are encrypted by field; CRYPTO_PROFILE=sm takes SM4 and SM3.',
      `${crypto}#a field comes back, and looks different each time`,
      `${sm}#a field comes back, names key and algorithm`,
    ),
    met(
      'DB-4.4',
      0,
      '本地备份与恢复 · Local backup and restore',
      'npm run backup and npm run restore, with a drill each month.',
      `${roundTrip}#a restored house is the house that was backed up`,
      'tests/backup/nights.test.ts#the way of a year: key, nightly backup with its drill',
    ),
    operator(
      'DB-4.5',
      0,
      '异地实时备份 · Off-site in real time',
      'Backups to S3-compatible storage; for servers pgBackRest or replication as docs/operating.md says.',
    ),
    operator(
      'DB-4.6',
      0,
      '热冗余 · Hot redundancy',
      "Two instances on one database are tested; a second database server is the operator's.",
      'tests/durability/instances.test.ts#goes on while one is killed and comes back, and tells everything once',
    ),
    met(
      'DB-4.7',
      0,
      '剩余信息清除 · Nothing is left over',
      'Erasure takes words, names, photos and indexes; looked for afterwards in all tables, files and logs.',
      'tests/privacy/drill.test.ts#once that is closed, no canary is in any table, file, log line or search',
    ),
    met(
      'DB-4.8',
      0,
      '只收必需的个人信息，禁止未授权使用 · Only what is needed',
      'Purpose and basis of each column; masks and recorded reveals.',
      'tests/database/generated.test.ts#only what holds no person may rest on no legal basis',
      'tests/matrix/leaks.test.ts#what is theirs, masked or revealed on record is none',
    ),
  ],
}
const running: Chapter = {
  title: '入侵防范与运行 Intrusion and running (8.1.4.4 – 8.1.4.6)',
  requirements: [
    met(
      'DB-5.1',
      0,
      '输入有效性 · Input is checked',
      'Schemas with bounds on every field of every operation.',
      'tests/input/badInput.test.ts#every text of every input has a bound',
    ),
    person(
      'DB-5.2',
      0,
      '已知漏洞的发现和修补 · Known flaws are mended',
      'SECURITY.md says within which time; a person reads the advisories.',
    ),
    met(
      'DB-5.3',
      0,
      '可信验证、程序完整性 · Integrity of the program',
      'The lockfile carries checksums, and is checked; the bill of materials lists every component. Trusted start of the machine is the operator’s.',
      'tools/sbom/bill.test.ts#lists the packages of the lockfile, all of them and no other',
    ),
    person(
      'DB-5.4',
      0,
      '定级备案、测评 · Grading, filing, assessment',
      'By the operator with an assessing body; this page is what the application brings.',
    ),
  ],
}

export const CLASSIFIED_PROTECTION: Standard = {
  page: 'dengbao.md',
  head: `# 等级保护三级 · Classified protection, level 3

What the application itself must show of GB/T 22239-2019, section 8.1.4, and who shows the rest. The numbers DB-x.y are ours. Read by the
authors; an assessing body decides. What a person must check or the operator must do is marked.
Written by \`node tools/evidence.ts\` from tools/evidence.
`,
  chapters: [identity, access, record, data, running],
}
