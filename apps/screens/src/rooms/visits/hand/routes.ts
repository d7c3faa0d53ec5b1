import { pageAt } from '../../../kit/pageAt.ts'
import { campaigns, consent, door, walk } from './addresses.ts'

const pages = () => import('./walkPages.ts').then(({ walkPages }) => walkPages)

export const routes = [
  pageAt(campaigns, () => pages().then((all) => all.campaigns)),
  pageAt(walk, () => pages().then((all) => all.walk)),
  pageAt(consent, () => pages().then((all) => all.consent)),
  pageAt(door, () => pages().then((all) => all.door)),
]
