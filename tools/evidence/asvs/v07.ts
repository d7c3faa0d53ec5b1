import { type Chapter, met, open } from '../requirement.ts'

const sessions = 'apps/server/src/kernel/auth/sessions.test.ts'
const http = 'apps/server/src/kernel/auth/http.test.ts'
const factors = 'apps/server/src/kernel/auth/factors.test.ts'
const stepUp = 'tests/matrix/stepUp.test.ts'
const matrix = 'tests/matrix/matrix.test.ts'
const keptOut = 'tests/matrix/keptOut.test.ts'

export const v07: Chapter = {
  title: 'V7 Session management',
  requirements: [
    met(
      'V7.1.1',
      2,
      'Limits of a session are written down',
      'A table of doors with idle and absolute limits; decision 0023 gives the reasons.',
      `${sessions}#by %s ends after %i s`,
    ),
    met(
      'V7.1.2',
      2,
      'How many sessions at once',
      'Any number; all are listed to their owner, who ends them: decision 0023.',
      `${http}#are listed and ended by me`,
    ),
    met(
      'V7.1.3',
      2,
      'Sessions with other systems',
      'Decisions 0022 and 0023, docs/operating.md: a session that single sign-on opened lives by our limits; whoever the provider shuts out is ended here by hand.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#a bound account that was closed since',
    ),
    met(
      'V7.2.1',
      1,
      'The server judges the token',
      'Looked up by its hash at every request.',
      `${sessions}#is found by its token only, which is not stored`,
    ),
    met(
      'V7.2.2',
      1,
      'Tokens are made for each session',
      'Opaque and random.',
      `${sessions}#is found by its token only, which is not stored`,
    ),
    met('V7.2.3', 1, 'Tokens of 128 bits at least', '256 bits from node:crypto.'),
    met(
      'V7.2.4',
      1,
      'A new token when somebody signs in or proves anew',
      'And the old one ends.',
      `${http}#take the place of the one that was here before`,
      `${factors}#own phone renews the token; the old one is dead at once`,
    ),
    met(
      'V7.3.1',
      2,
      'Idle sessions end',
      'Staff after two hours, ten minutes in the profile of classified protection; residents have the absolute limit alone: decision 0023.',
      `${sessions}#by %s ends after %i s, and after %i s without use`,
      'tests/matrix/live.test.ts#an open page is no use of the session',
    ),
    met(
      'V7.3.2',
      2,
      'Sessions end',
      'By door, 30 days or 12 hours.',
      `${sessions}#by %s ends after %i s`,
      'apps/server/src/kernel/auth/passwords.test.ts#opens a session of 12 hours',
    ),
    met(
      'V7.4.1',
      1,
      'An ended session is over',
      'In the database, and in every process within three seconds; a command checks in its own transaction.',
      `${http}#end by signing out`,
      'tests/durability/instances.test.ts#refuses on one what was signed out on the other',
    ),
    met(
      'V7.4.2',
      1,
      'A closed account has no session',
      'In the same transaction.',
      `${sessions}#ends with its account`,
    ),
    met(
      'V7.4.3',
      2,
      'Other sessions end when a factor changes',
      'A new password ends all; the page offers it for other factors.',
      'apps/server/src/kernel/auth/passwords.test.ts#that is new ends the sessions of the old one',
      `${http}#say what they were opened with, and all but this one end together`,
    ),
    met(
      'V7.4.4',
      2,
      'Signing out is at hand',
      'On every page of the desk; on the phone under 我的, one press from every page.',
      'tests/browser/office.test.ts#refuses a wrong code, and signs out',
      'tests/browser/signOut.test.ts#signing out leaves nothing of the person on the phone',
    ),
    met(
      'V7.4.5',
      2,
      'Administrators end sessions',
      'The security administrator ends those of an account, on record.',
      'apps/server/src/rooms/people/accounts.test.ts#locked is unlocked, signed in is signed out',
    ),
    met(
      'V7.5.1',
      2,
      'Changing what one signs in by asks for a proof',
      'The flag stepUp of an operation; the proof is at most fifteen minutes old.',
      `${stepUp}#the description of the API names them`,
      `${factors}#is asked for after fifteen minutes, not a second sooner`,
    ),
    open(
      'V7.5.2',
      2,
      "One sees and ends one's sessions",
      'With the family of the device and when it was last seen. Ending one asks for no new proof: whoever lost a phone should not be held up.',
      `${http}#are listed and ended by me`,
      `${http}#say what they were opened with`,
    ),
    met(
      'V7.6.1',
      2,
      "Sessions beside a provider's",
      'As decision 0022 says: the provider is asked again at each sign-in.',
      'apps/server/src/kernel/auth/oidc/door.test.ts#with another state, in another browser, or after ten minutes',
    ),
    met(
      'V7.6.2',
      2,
      'No session without an act of the person',
      'Every door begins with a press of a button; what comes back without its ticket opens nothing.',
      'apps/server/src/kernel/auth/wechat/door.test.ts#in another browser, which has no ticket or one of its own',
    ),
  ],
}

export const v08: Chapter = {
  title: 'V8 Authorization',
  requirements: [
    met(
      'V8.1.1',
      1,
      'Rules of access are written down',
      'One policy page a room; OpenAPI shows each row as x-authz.',
      'apps/server/src/kernel/http/openapi.test.ts#a command carries its address, its body, the policy row',
    ),
    met(
      'V8.1.2',
      2,
      'Rules of fields are written down',
      'The same page names who reads a guarded field in clear or masked.',
      'apps/server/src/kernel/policy/policy.test.ts#is clear, masked or hidden',
    ),
    met(
      'V8.2.1',
      1,
      'Functions are for those who may',
      'An operation without a row fails the start; every cell is tested.',
      `${keptOut}#refuses whom the policy does not name, and nothing is changed by asking`,
      'tests/matrix/roles.test.ts#is for those whom the domain names, and nobody else',
    ),
    met(
      'V8.2.2',
      1,
      'Data is for those who may',
      'The room judges the row it read, row-level security stands under it.',
      `${matrix}#lets in whom the policy names, and tells them no more than is theirs`,
      'tests/database/net.test.ts#shows a person what is theirs, and a colleague nothing',
      'tests/matrix/complainedOf.test.ts#a complaint of the desk itself is read one level up',
    ),
    met(
      'V8.2.3',
      2,
      'Fields are for those who may',
      'Every answer of every cell is searched for what its reader may not see.',
      `${matrix}#lets in whom the policy names, and tells them no more than is theirs`,
      'tests/matrix/massAssignment.test.ts#more than is asked for is refused and written nowhere',
    ),
    met(
      'V8.3.1',
      1,
      'The server decides',
      'Screens only hide buttons.',
      `${keptOut}#refuses whom the policy does not name, and nothing is changed by asking`,
    ),
    met(
      'V8.4.1',
      2,
      'Regions do not reach each other',
      'region_id leads every key, and the net knows one region at a time.',
      'tests/database/net.test.ts#shows the system one region at a time',
      'tests/database/net.test.ts#see nothing of another region under the same id',
    ),
  ],
}
