import { html } from 'hono/html'
import { demoPassword, demoPeople } from '../accounts.ts'
import { stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

/** A failed attempt to sign in, as the page shows it. */
export interface Attempt {
  error?: 'signInFailed' | 'signInTooOften' | 'signInUnavailable'
  email?: unknown
  /** The path to go on to after signing in. */
  to?: unknown
}

/** The sign-in page, after a failed attempt with the reason. */
export function signInPage(visitor: Visitor, { error, email, to }: Attempt = {}): Page {
  const typed = typeof email === 'string' ? email : ''
  const onward = typeof to === 'string' ? html`<input type="hidden" name="to" value="${to}" />` : ''
  return layout(visitor, {
    title: stringsOf(visitor.language).signInTitle,
    look: 'sign-in',
    main: (strings) => html`
      <div class="card">
        <h1>${strings.signInTitle}</h1>
        <p>${strings.signInText}</p>
        ${error ? html`<p class="failed" id="failed" role="alert">${strings[error]}</p>` : ''}
        <form method="post" action="/sign-in">
          ${onward}
          <label for="email">${strings.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            autocomplete="username"
            value="${typed}"
            required
            dir="ltr"
          />
          <label for="password">${strings.password}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="current-password"
            required
            dir="ltr"
            ${error ? html`aria-describedby="failed" autofocus` : ''}
          />
          <button class="button strong">${strings.signIn}</button>
        </form>
      </div>
      <div class="card people">
        <h2>${strings.demoTitle}</h2>
        <p>${strings.demoText}</p>
        <ul>
          ${demoPeople.map(
            ({ email: address, name, company, role }) =>
              html`<li>
                <form method="post" action="/sign-in">
                  ${onward}
                  <input type="hidden" name="email" value="${address}" />
                  <input type="hidden" name="password" value="${demoPassword}" />
                  <button>
                    <b><bdi>${name}</bdi></b>
                    <small><bdi>${company}</bdi> · ${strings.roles[role]}</small>
                  </button>
                </form>
              </li>`,
          )}
        </ul>
      </div>
    `,
  })
}
