import { useQuery } from '../../kit/useQuery.ts'

/** The signed-in person's own details, posts and helper settings. */
export const useMe = (wanted = true) => useQuery('getMe', wanted ? {} : undefined, ['people.'])
