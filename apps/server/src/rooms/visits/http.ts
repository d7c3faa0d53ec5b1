import { visitAnswerEndpoints, visitDeskEndpoints, visitEndpoints } from '@linli/contract/visits/endpoints'
import { goneKeys } from '@linli/contract/visits/form'
import type { TakenArea } from '@linli/contract/visits/shapes'
import { type Actor, rangesOf } from '../../kernel/auth/actor.ts'
import { rangeOf, type Scope } from '../../kernel/db/scope.ts'
import { room } from '../../kernel/http/room.ts'
import { demand } from '../../kernel/policy/policy.ts'
import { notFound } from '../../kernel/problem.ts'
import { cursor, pageOf, placeRules } from '../places/index.ts'
import { reviseForm, startCampaign } from './actions/campaigns.ts'
import { answerCompanionVisits } from './actions/companions.ts'
import { openVisitPhoto } from './actions/photos.ts'
import { keepVisitPhoto, recordVisits } from './actions/recordVisits.ts'
import { settleVisit } from './actions/settleVisit.ts'
import { listVisitAnswers, listVisitConflicts, openVisit, sumVisitAnswers } from './answers.ts'
import { followingListeners } from './follow.ts'
import { readFormFile } from './formFile/readFormFile.ts'
import type { VisitNeeds } from './needs.ts'
import { READERS, standingIn, visitPolicy, WALKERS } from './policy.ts'
import { conflictCount } from './views/answers.ts'
import { colleaguesIn, companyDoors, doorsOf, positionsOf } from './views/area.ts'
import { campaignById, campaignsIn, companiesReached, progressOf } from './views/campaigns.ts'
import { companionVisits } from './views/companions.ts'

const CAMPAIGNS = 20
/** Doors in one answer: a worker's whole area in most places. */
const DOORS = 500

export const visitsRoom = (needs: VisitNeeds) =>
  room({
    name: 'visits',
    endpoints: { ...visitEndpoints, ...visitAnswerEndpoints, ...visitDeskEndpoints },
    policy: visitPolicy,
    listeners: followingListeners(needs.db),
    handlers: {
      startCampaign: (request) => startCampaign(needs, request),
      reviseForm: (request) => reviseForm(needs, request),
      listCampaignKinds: async ({ region }) => ({
        items: (await placeRules(needs.db, region)).campaigns.map(
          ({ key, name, targets, days, dailyQuota, inPairs, monthlyDay, questions }) => ({
            key,
            name,
            targets,
            days,
            dailyQuota,
            inPairs,
            monthlyDay,
            questions: [...questions],
          }),
        ),
      }),
      readFormFile: async (request) => {
        const form = readFormFile(request.file)
        await needs.db.commit(request.scope, [request.remember(form)])
        return form
      },
      listCampaigns: async ({ me, scope, query }) => {
        const found = await campaignsIn(needs.db, scope, rangesOf(me, READERS), CAMPAIGNS + 1, query.after)
        const items = found.slice(0, CAMPAIGNS)
        return { items, next: found.length > CAMPAIGNS ? (items.at(-1)?.id ?? null) : null }
      },
      campaignProgress: ({ me, scope, params }) => campaignProgress(needs, me, scope, params.id),
      takeArea: ({ me, scope, params, query }) => takeArea(needs, me, scope, params.id, query.after),
      recordVisits: (request) => recordVisits(needs, request),
      keepVisitPhoto: (request) => keepVisitPhoto(needs, request),
      openVisitPhoto: (request) => openVisitPhoto(needs, request),
      listMyCompanionVisits: async ({ me }) => ({ items: await companionVisits(needs.db, me) }),
      answerCompanionVisits: (request) => answerCompanionVisits(needs, request),
      sumVisitAnswers: (request) => sumVisitAnswers(needs, request),
      listVisitAnswers: (request) => listVisitAnswers(needs, request),
      openVisit: (request) => openVisit(needs, request),
      listVisitConflicts: (request) => listVisitConflicts(needs, request),
      settleVisit: (request) => settleVisit(needs, request),
    },
  })

async function campaignProgress({ db }: VisitNeeds, me: Actor, scope: Scope, id: string) {
  const found = await campaignById(db, scope, id)
  const form = found?.forms[0]
  if (!found || !form) throw notFound()
  const { campaign } = found
  demand(visitPolicy.operations.campaignProgress, me, standingIn(me, campaign.path))
  const isOfCompanies = campaign.targets === 'companies'
  // A company lies in no grid: its records stand under the campaign's area.
  const ranges = isOfCompanies ? [rangeOf(campaign.path)] : rangesOf(me, READERS)
  return {
    campaign,
    form,
    goneKeys: goneKeys(found.forms),
    grids: isOfCompanies ? [] : await progressOf(db, scope, campaign, ranges),
    companies: isOfCompanies ? await companiesReached(db, scope, id) : [],
    conflicts: await conflictCount(db, isOfCompanies ? { ...scope, ranges } : scope, { campaign, ranges }),
  }
}

async function takeArea(
  { db }: VisitNeeds,
  me: Actor,
  scope: Scope,
  id: string,
  page: string | undefined,
): Promise<TakenArea> {
  const found = await campaignById(db, scope, id)
  if (!found) throw notFound()
  const { campaign } = found
  demand(visitPolicy.operations.takeArea, me, standingIn(me, campaign.path))
  const after = cursor(page, 2)
  const doors =
    campaign.targets === 'companies'
      ? await companyDoors(db, scope, campaign)
      : await doorsOf(db, scope, campaign, rangesOf(me, WALKERS), DOORS + 1, after)
  const { items, next } = pageOf(doors, DOORS, ({ path, room }) => [path, room])
  const { campaigns, items: catalogue, cardTags } = await placeRules(db, scope.region)
  const lists = campaigns.find(({ key }) => key === campaign.kind)?.findings ?? []
  const paths = items.map(({ path }) => path)
  return {
    ...found,
    households: items,
    positions: await positionsOf(db, scope, paths),
    colleagues: campaign.inPairs && after === undefined ? await colleaguesIn(db, scope, campaign.path) : [],
    findings: catalogue
      .filter(({ list }) => lists.includes(list))
      .map(({ key, name, kind }) => ({ key, name, kind })),
    consentKinds: cardTags.map(({ key, name }) => ({ key, name })),
    next,
  }
}
