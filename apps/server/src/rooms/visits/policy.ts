import type { Role } from '@linli/contract'
import type {
  visitAnswerEndpoints,
  visitDeskEndpoints,
  visitEndpoints,
} from '@linli/contract/visits/endpoints'
import { type Actor, covers, rangesOf } from '../../kernel/auth/actor.ts'
import { rangeOf } from '../../kernel/db/scope.ts'
import { type Policy, type Standing, who } from '../../kernel/policy/policy.ts'

/** Roles that read how far a campaign is. Figures of grids tell a leader nothing of a household. */
export const READERS = ['gridWorker', 'dispatcher', 'regionAdmin', 'leader'] as const satisfies Role[]
/** Who goes to the doors, and takes their list along. */
export const WALKERS = ['gridWorker'] as const satisfies Role[]

/** Who reads what was answered at the doors of the own area, and settles what stands twice there. */
export const ANSWER_READERS = ['gridWorker', 'dispatcher', 'regionAdmin'] as const satisfies Role[]

const planner = who('inScope', 'dispatcher', 'regionAdmin')
const walker = who('inScope', ...WALKERS)
const reader = who('inScope', ...ANSWER_READERS)

export const visitPolicy = {
  operations: {
    startCampaign: planner,
    reviseForm: planner,
    listCampaignKinds: who('any', 'dispatcher', 'regionAdmin'),
    readFormFile: who('any', 'dispatcher', 'regionAdmin'),
    listCampaigns: who('inScope', ...READERS),
    campaignProgress: who('inScope', ...READERS),
    takeArea: walker,
    recordVisits: walker,
    keepVisitPhoto: walker,
    openVisitPhoto: reader,
    sumVisitAnswers: reader,
    listVisitAnswers: reader,
    openVisit: reader,
    listVisitConflicts: reader,
    settleVisit: reader,
    // Whoever was named as the second answers, whatever post they hold.
    listMyCompanionVisits: 'signedIn',
    answerCompanionVisits: 'signedIn',
  },
  subjects: { '/campaigns/:id': 'campaign', '/visits': 'household', '/me/companion-visits': 'visit' },
} as const satisfies Policy<
  keyof typeof visitEndpoints | keyof typeof visitDeskEndpoints | keyof typeof visitAnswerEndpoints
>

/** In scope of a campaign is also whoever works in a part of its area: the doors are narrowed to the own. */
export const standingIn =
  (actor: Actor, path: string): Standing =>
  (role) => {
    const { lo, hi } = rangeOf(path)
    return rangesOf(actor, [role]).some((own) => own.lo < hi && lo < own.hi) ? ['inScope'] : []
  }

/** To a door of a visit: a home by its area, a company, which lies in no grid, by a part of its campaign's area. */
export const standingAt = (
  actor: Actor,
  { company, path }: { readonly company: string | null; readonly path: string },
): Standing =>
  company === null ? (role) => (covers(actor, role, path) ? ['inScope'] : []) : standingIn(actor, path)
