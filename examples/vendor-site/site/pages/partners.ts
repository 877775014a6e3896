import { html } from 'hono/html'
import { fill, stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

const dealId = (deal: string | undefined) => (deal ? html`deal-id="${deal}"` : '')

/** The partner's registrations, or one of them. */
export function dealsPage(visitor: Visitor, deal?: string): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.dealsTitle,
    script: 'partners',
    portal: true,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${fill(strings.welcome, { name: visitor.me?.user.name ?? '' })}</h1>
        <p>${strings.dealsText}</p>
      </hgroup>
      <prm-deal-list
        deal-href="/partners?deal={id}"
        register-href="/partners/register"
        asset-href="/partners/content?asset={id}"
        ${dealId(deal)}
      ></prm-deal-list>
    `,
  })
}

/** The form for a new registration, or for a draft of one. */
export function registerPage(visitor: Visitor, deal?: string): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.registerTitle,
    script: 'partners',
    portal: true,
    look: 'area narrow',
    main: () => html`
      <hgroup>
        <h1>${strings.registerTitle}</h1>
        <p>${strings.registerText}</p>
      </hgroup>
      <prm-deal-form deal-href="/partners?deal={id}" autofocus ${dealId(deal)}></prm-deal-form>
    `,
  })
}

/** The vendor's announcements, or one of them. */
export function newsPage(visitor: Visitor, announcement?: string): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.newsTitle,
    script: 'partners',
    portal: true,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${strings.newsTitle}</h1>
        <p>${strings.newsText}</p>
      </hgroup>
      <prm-announcements
        announcement-href="/partners/news?announcement={id}"
        ${announcement ? html`announcement-id="${announcement}"` : ''}
      ></prm-announcements>
    `,
  })
}

/** The leaderboards with the reader's own place, and the tier of their company beside them. */
export function leaderboardPage(visitor: Visitor, board?: string): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.leaderboardTitle,
    script: 'partners',
    portal: true,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${strings.leaderboardTitle}</h1>
        <p>${strings.leaderboardText}</p>
      </hgroup>
      <div class="beside">
        <prm-leaderboard ${board ? html`board-id="${board}"` : ''}></prm-leaderboard>
        <prm-tier-progress></prm-tier-progress>
      </div>
    `,
  })
}
