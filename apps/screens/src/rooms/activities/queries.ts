import { useQuery } from '../../kit/useQuery.ts'

/** What is on in a month (`2026-11`), or from now on. */
export const useActivities = (month?: string) =>
  useQuery('listActivities', { query: month ? { month } : {} }, ['activities.'])

/** One activity by its public address. */
export const useActivity = (slug: string) => useQuery('getActivity', { params: { slug } }, ['activities.'])

/** One's own sign-ups and those for the own household, the latest first. */
export const useMySignups = (after?: string) =>
  useQuery('mySignups', { query: { limit: 20, ...(after ? { after } : {}) } }, ['activities.'])
