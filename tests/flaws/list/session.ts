import { type Flaw, inKernel, inRooms } from '../flaw.ts'

const CODES = inKernel('auth/codes.ts')
const SESSIONS = inKernel('auth/sessions.ts')

/** Somebody comes in, or stays in, who should not. */
export const sessionFlaws: readonly Flaw[] = [
  {
    name: 'no limit of tries at a code',
    why: 'People mistyped and complained; six digits are guessed in an evening.',
    edits: [
      {
        file: CODES,
        find: 'and used_at is null and tries < ${MOST_TRIES} and expires_at > app_now()',
        replace: 'and used_at is null and expires_at > app_now()',
      },
    ],
    caughtBy: { tests: [inKernel('auth/codes.test.ts')] },
  },
  {
    name: 'a code that is good twice',
    why: 'The mark of use is written and no longer read.',
    edits: [
      {
        file: CODES,
        find: 'and used_at is null and tries < ${MOST_TRIES}',
        replace: 'and tries < ${MOST_TRIES}',
      },
    ],
    caughtBy: { tests: [inKernel('auth/codes.test.ts')] },
  },
  {
    name: 'codes without a pause',
    why: 'The count of a day is left; a phone can be rung ten times in a second.',
    edits: [{ file: CODES, find: '    if (sent.just_now) return codeTooSoon\n', replace: '' }],
    caughtBy: { tests: [inKernel('auth/codes.test.ts')] },
  },
  {
    name: 'a code for anything',
    why: 'What a code was asked for no longer goes into its hash: one sent to sign in proves the person in a session.',
    edits: [
      {
        file: CODES,
        find: '`${purpose}-code:${phone}:${code}`',
        replace: '`${purpose && ""}code:${phone}:${code}`',
      },
    ],
    caughtBy: { tests: [inKernel('auth/factors.test.ts')] },
  },
  {
    name: 'a session that outlives its account',
    why: 'Closing an account ends its doors; who is inside stays inside.',
    edits: [
      {
        file: SESSIONS,
        find: 'join accounts a on a.id = account_id and a.disabled_at is null where',
        replace: 'join accounts a on a.id = account_id where',
      },
      {
        file: inRooms('people/actions/staffAccounts.ts'),
        find: '      disableStatement(id),\n      revokeAllStatement(id),\n',
        replace: '      disableStatement(id),\n',
      },
    ],
    caughtBy: { tests: [inKernel('auth/sessions.test.ts'), inRooms('people/accounts.test.ts')] },
  },
  {
    name: 'a session that outlives its password',
    why: 'A new password is handed out and whoever had the old one goes on.',
    edits: [
      {
        file: inKernel('auth/passwordsKept.ts'),
        find: "  if (!row) throw new Error('only a staff account has a password')\n  await tx.query(revokeAllStatement(accountId))\n",
        replace: "  if (!row) throw new Error('only a staff account has a password')\n",
      },
    ],
    caughtBy: { tests: [inRooms('people/accounts.test.ts')] },
  },
  {
    name: 'a session without an idle limit',
    why: 'A desk is left standing open until the evening.',
    edits: [
      {
        file: SESSIONS,
        find: 'expires_at > app_now() and seen_at > app_now() - make_interval(secs => idle_seconds)`',
        replace: 'expires_at > app_now()`',
      },
    ],
    caughtBy: { tests: [inKernel('auth/sessions.test.ts'), inKernel('auth/factors.test.ts')] },
  },
  {
    name: 'step-up not asked',
    why: 'Asking again before each number was tiresome.',
    edits: [{ file: inRooms('people/policy.ts'), find: "  stepUp: ['revealPhone'],\n", replace: '' }],
    caughtBy: { tests: ['tests/matrix/stepUp.test.ts'] },
  },
  {
    name: 'a proof that never ends',
    why: 'Whoever once proved themselves is proved for as long as the session lives.',
    edits: [
      {
        file: SESSIONS,
        find: 'coalesce(proved_at > app_now() - make_interval(secs => ${PROOF_SECONDS}), false) as is_proved',
        replace: 'proved_at is not null as is_proved',
      },
    ],
    caughtBy: { tests: [inKernel('auth/factors.test.ts')] },
  },
  {
    name: 'a one-time code of the authenticator, twice',
    why: 'The step that was used is written down and not compared.',
    edits: [
      {
        file: inKernel('auth/passwords.ts'),
        find: ': sql`totp_secret = ${account.totp_secret} and totp_last_step < ${shown}`',
        replace: ': sql`totp_secret = ${account.totp_secret}`',
      },
    ],
    caughtBy: { tests: [inKernel('auth/passwords.test.ts')] },
  },
  {
    name: 'a cookie that scripts read',
    why: 'A page wanted to know whether somebody is signed in.',
    edits: [
      {
        file: inKernel('http/routes.ts'),
        find: "reply.setCookie(names.session, token, {\n        path: '/',\n        httpOnly: true,",
        replace: "reply.setCookie(names.session, token, {\n        path: '/',\n        httpOnly: false,",
      },
    ],
    caughtBy: { tests: [inKernel('auth/http.test.ts'), inKernel('http/hardening.test.ts')] },
  },
]
