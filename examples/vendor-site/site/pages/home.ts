import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

// Two pipes under a street, two loggers, and the correlation of what they hear.
const trace = (label: string) =>
  html`<svg class="trace" viewBox="0 0 560 380" role="img" aria-label="${label}">
    <g class="grid">
      <path d="M40 40H520M40 100H520M40 160H520M40 220H520" />
      <path d="M40 40V220M136 40V220M232 40V220M328 40V220M424 40V220M520 40V220" />
    </g>
    <path
      class="signal"
      d="M40 172l12-6 10 9 12-14 9 12 12-8 10 13 11-16 9 10 12-7 10 12 12-15 9 9 11-5 10 8 12-18 8 14 10-11 9 6 12-20 9 22 8-58 9-66 8 122 10-24 9 14 12-12 10 8 11-9 12 11 9-6 12 10 10-12 12 8 9-7 12 12 10-10 11 9 12-13 10 12 12-7 9 8 12-9 10 6"
    />
    <path class="mark" d="M312 40V300" />
    <circle class="mark" cx="312" cy="52" r="7" />
    <path class="ground" d="M20 262H540" />
    <path class="pipe" d="M20 310H540" />
    <path class="leak" d="M312 318v16m-10-14l-7 14m27-14l7 14" />
    <g class="logger">
      <path d="M84 262v36M472 262v36" />
      <rect x="66" y="244" width="36" height="20" rx="5" />
      <rect x="454" y="244" width="36" height="20" rx="5" />
    </g>
    <g class="names">
      <text x="84" y="234">A</text>
      <text x="472" y="234">B</text>
    </g>
  </svg>`

/** The vendor's public front page. */
export function homePage(visitor: Visitor): Page {
  const title = stringsOf(visitor.language).heroTitle
  return layout(visitor, {
    title,
    look: 'home',
    main: (strings) => html`
      <section class="hero">
        <div>
          <h1>${strings.heroTitle}</h1>
          <p>${strings.heroText}</p>
          <p class="row">
            <a class="button strong" href="#products">${strings.heroAction}</a>
            <a class="button" href="/partners">${strings.heroPartner}</a>
          </p>
        </div>
        <figure>
          ${trace(strings.traceLabel)}
          <figcaption>${strings.traceCaption}</figcaption>
        </figure>
      </section>
      <ul class="figures">
        ${strings.figures.map(([figure, text]) => html`<li><b>${figure}</b><span>${text}</span></li>`)}
      </ul>
      <section id="products" class="products">
        <h2>${strings.productsTitle}</h2>
        <ul>
          ${strings.products.map(
            ([name, text]) =>
              html`<li>
                <h3>${name}</h3>
                <p>${text}</p>
              </li>`,
          )}
        </ul>
      </section>
      <section class="programme">
        <h2>${strings.programmeTitle}</h2>
        <p>${strings.programmeText}</p>
        <p><a class="button strong" href="/partners">${strings.programmeAction}</a></p>
      </section>
    `,
  })
}
