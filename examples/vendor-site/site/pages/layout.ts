import { html } from 'hono/html'
import type { Me } from '@prmkit/contract'
import { languageNames, stringsOf, type Language, type Strings } from '../strings/strings.ts'

/** The reader of a page, and their language. */
export interface Visitor {
  language: Language
  path: string
  /** Where their browser finds the partner backend. */
  apiUrl: string
  email?: string
  me?: Me
}

export type Page = ReturnType<typeof html>

/** The content that a page puts into the frame that all share. */
export interface Content {
  title: string
  /** Name of the page's own script, if it has one. */
  script?: string
  /** Class of the body. */
  look?: string
  main(strings: Strings): Page
  /** Puts the whole page into a portal, with the search of the knowledge base in its header. */
  portal?: boolean
}

const logo = html`<svg class="logo" viewBox="0 0 34 34" width="34" height="34" aria-hidden="true">
  <circle cx="17" cy="17" r="15.5" fill="none" stroke="currentColor" stroke-width="3" />
  <path
    d="M3 17h7l3-8 5 17 4-12 2 3h7"
    fill="none"
    stroke="currentColor"
    stroke-width="3"
    stroke-linejoin="round"
  />
</svg>`

/** An attribute, where it has a value. */
export const attribute = (name: string, value: string | undefined): Page | string =>
  value ? html`${name}="${value}"` : ''

function links({ me, path }: Visitor, strings: Strings): Page {
  const link = (href: string, label: string) =>
    html`<li><a href="${href}" ${path === href ? html`aria-current="page"` : ''}>${label}</a></li>`
  if (!me)
    return html`${link('/#products', strings.navProducts)}${link('/partners', strings.navPartners)}`
  return me.role === 'vendor_manager'
    ? html`${link('/desk', strings.navDesk)}${link('/desk/articles', strings.navTasks)}${link('/desk/assets', strings.navUse)}${link('/desk/boards', strings.navBoards)}${link('/desk/training', strings.navTraining)}`
    : html`${link('/partners', strings.navDeals)}${link('/partners/register', strings.navRegister)}${link('/partners/news', strings.navNews)}${link('/partners/leaderboard', strings.navLeaderboard)}${link('/partners/content', strings.navContent)}${link('/partners/training', strings.navTraining)}${link('/partners/support', strings.navSupport)}`
}

function account({ me, apiUrl, path }: Visitor, strings: Strings): Page {
  if (!me)
    return path === '/sign-in'
      ? html``
      : html`<a class="button" href="/sign-in">${strings.signIn}</a>`
  return html`<form
    class="account"
    method="post"
    action="/sign-out"
    id="sign-out"
    data-backend="${apiUrl}"
    data-left="${strings.draftsLeft}"
  >
    <span><b>${me.user.name}</b> <small>${me.partner?.name ?? 'Quellmark'}</small></span>
    <button class="button">${strings.signOut}</button>
  </form>`
}

/** The search in the header; the knowledge base has its own. */
const searchBox = ({ path }: Visitor) =>
  path === '/partners/support'
    ? ''
    : html`<prm-search-box
        article-href="/partners/support?article={id}"
        search-href="/partners/support?search={text}"
        ask-href="/partners/ask?text={text}"
      ></prm-search-box>`

/** A whole page of the site. */
export function layout(visitor: Visitor, content: Content): Page {
  const { title, script, look, main, portal } = content
  const { language, path, me } = visitor
  const strings = stringsOf(language)
  const others = languageNames.map(([other, name]) =>
    other === language
      ? html`<li><span aria-current="true">${name}</span></li>`
      : html`<li>
          <a href="/language/${other}?to=${encodeURIComponent(path)}" lang="${other}">${name}</a>
        </li>`,
  )
  const body = html`<a class="skip" href="#main">${strings.skip}</a>
    <header class="site">
      <a class="brand" href="/">${logo}<span>Quellmark</span></a>
      <nav>
        <ul>
          ${links(visitor, strings)}
        </ul>
      </nav>
      ${portal ? searchBox(visitor) : ''} ${account(visitor, strings)}
    </header>
    <main id="main" tabindex="-1">${main(strings)}</main>
    <footer class="site">
      <p>© Quellmark GmbH, Bremen</p>
      <nav aria-label="${strings.language}">
        <ul>
          ${others}
        </ul>
      </nav>
    </footer>`
  return html`<!doctype html>
    <html
      lang="${language === 'en' ? 'en-GB' : language}"
      dir="${language === 'ar' ? 'rtl' : 'ltr'}"
    >
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · Quellmark</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
        ${[script, me && 'sign-out'].map((name) =>
          name ? html`<script type="module" src="/assets/${name}.js"></script>` : '',
        )}
      </head>
      <body class="${look ?? ''}">
        ${
          portal
            ? html`<prm-portal base-url="${visitor.apiUrl}" token-url="/prm-token"
                >${body}</prm-portal
              >`
            : body
        }
      </body>
    </html>`
}
