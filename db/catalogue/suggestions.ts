import type { SuggestionModelsRow, SuggestionTermsRow } from '../tables.ts'
import { forPlace, ID, REGION, table } from './words.ts'

const open = { class: 'internal', basis: 'noPerson', retention: forPlace } as const
export const suggestionTables = {
  suggestion_models: table<SuggestionModelsRow>(
    '从受理过的单学到的事项：只有数字和事项编号，没有任何人的话',
    "Items as learned from accepted orders: numbers and keys of items, nobody's words",
    open, // the room keeps the seven newest
    {
      region_id: REGION,
      id: ID,
      learned_at: ['什么时候学的', 'When it was learned'],
      basis: ['用学到的还是用事项名称', 'Whether what was learned or the names are used'],
      examples: ['从多少单学的', 'Learned from so many orders'],
      items: ['学了多少个事项', 'How many items'],
      first_percent: ['留下的单里第一个就对的百分比', 'Share of those kept back whose item came first'],
      two_percent: ['前两个里有的百分比', 'Share among the first two'],
      names_percent: ['只按名称第一个就对的百分比', 'Share that came first by names alone'],
      model: ['学到的数字', 'The numbers that were learned'],
    },
  ),
  suggestion_terms: table<SuggestionTermsRow>(
    '领先多少才先填上事项',
    'The margin from which an item is filled in beforehand',
    open,
    {
      region_id: REGION,
      version: ['第几版', 'Version'],
      margin: ['领先多少；空着是从不先填', 'The margin; empty is never'],
      by_person: ['谁定的', 'Who set it', { class: 'personal', basis: 'duty' }],
      at: ['定的时间', 'When'],
    },
  ),
}
