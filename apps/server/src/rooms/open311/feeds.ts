import { open311Endpoints } from '@linli/contract/open311/endpoints'
import type { FileAnswer, HandlerRequest } from '../../kernel/http/room.ts'
import type { Open311Needs } from './needs.ts'
import { xmlText } from './rules/xml.ts'

type Request = Pick<
  HandlerRequest<typeof open311Endpoints.shownRss>,
  'region' | 'query' | 'language' | 'publicUrl'
>

const TITLE = { zh: '晒单墙', en: 'Published orders' }
const LEAD = {
  zh: '邻居同意公开的事，已经隐去个人信息。',
  en: 'What neighbours agreed to publish, without anything personal.',
}

/** What both feeds say: the place, where its board is, and each publication as it stands there. */
async function boardOf(needs: Open311Needs, { region, query, language, publicUrl }: Request) {
  const [{ name }, shown] = await Promise.all([needs.terms(region), needs.shown(region, query.area)])
  return {
    title: `${name[language]} ${TITLE[language]}`,
    lead: LEAD[language],
    home: `${publicUrl}/board`,
    items: shown.map(({ slug, title, need, outcome, community, publishedAt, photos }) => ({
      title,
      link: `${publicUrl}/board/${slug}`,
      text: `${community}\n\n${need}\n\n${outcome}`,
      at: new Date(publishedAt),
      photo: photos[0] === undefined ? undefined : `${publicUrl}/api/files/${photos[0]}`,
    })),
  }
}

/** The public board as RSS 2.0. */
export async function shownRss(needs: Open311Needs, request: Request): Promise<FileAnswer> {
  const { title, lead, home, items } = await boardOf(needs, request)
  const element = (name: string, text: string) => `<${name}>${xmlText(text)}</${name}>`
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    element('title', title),
    element('link', home),
    element('description', lead),
    element('language', request.language === 'zh' ? 'zh-CN' : 'en'),
    `<atom:link rel="self" type="application/rss+xml" href="${xmlText(`${request.publicUrl}/api/feeds/shown.xml`)}"/>`,
    ...items.map(
      (item) =>
        `<item>${element('title', item.title)}${element('link', item.link)}<guid isPermaLink="true">${xmlText(item.link)}</guid>${element('pubDate', item.at.toUTCString())}${element('description', item.text)}</item>`,
    ),
    '</channel></rss>',
  ]
  return { file: Buffer.from(`${lines.join('\n')}\n`), mediaType: open311Endpoints.shownRss.file }
}

/** The public board as JSON Feed 1.1. */
export async function shownJsonFeed(needs: Open311Needs, request: Request): Promise<FileAnswer> {
  const { title, lead, home, items } = await boardOf(needs, request)
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: lead,
    language: request.language === 'zh' ? 'zh-CN' : 'en',
    home_page_url: home,
    feed_url: `${request.publicUrl}/api/feeds/shown.json`,
    items: items.map(({ title, link, text, at, photo }) => ({
      id: link,
      url: link,
      title,
      content_text: text,
      date_published: at.toISOString(),
      ...(photo ? { image: photo } : {}),
    })),
  }
  return { file: Buffer.from(JSON.stringify(feed)), mediaType: open311Endpoints.shownJsonFeed.file }
}
