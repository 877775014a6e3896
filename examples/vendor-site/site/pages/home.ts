import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { layout, type Page, type Visitor } from './layout.ts'

// Two pipes under a street, two loggers, and the correlation of what they hear.
const trace = (label: string) =>
  html`<svg class="trace" viewBox="0 20 560 330" role="img" aria-label="${label}">
    <g class="grid">
      <path d="M40 40H520M40 100H520M40 160H520M40 220H520" />
      <path d="M40 40V220M136 40V220M232 40V220M328 40V220M424 40V220M520 40V220" />
    </g>
    <path
      class="signal"
      d="M40 172L52 166L64 160L76 168L88 176L100 157L112 158L124 182L136 173L148 159L160 167L172 174L184 157L196 172L208 162L220 157L232 158L244 169L256 169L268 158L280 163L292 158L304 155L312 52L320 188L328 170L340 157L352 182L364 174L376 159L388 163L400 176L412 176L424 174L436 157L448 174L460 174L472 168L484 157L496 163L508 157L520 173"
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
