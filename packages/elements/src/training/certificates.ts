import { html, nothing, type TemplateResult } from 'lit'
import type { Award, Certification, CompanyRequirement, Discovery } from '@prmkit/contract'
import { followChanges } from '../base/follow-changes.ts'
import { formatDay } from '../base/values/format-day.ts'
import type { Client } from '../base/portal.ts'
import { badge } from '../primitives/badge/badge.ts'
import { allOf } from '../record/all-of.ts'
import { awardTaking } from './award-taking.ts'
import type { TrainingPartScene } from './training-scene.ts'

const tones = { active: 'success', expired: 'error', revoked: 'error', renewed: 'neutral' } as const

/** The certificates of the reader, those to earn, and the certified people that the company needs. */
export class Certificates {
  readonly #host: TrainingPartScene
  #awards: readonly Award[] = []
  #certifications: readonly Certification[] = []
  #requirements: readonly CompanyRequirement[] = []
  #discovery: Discovery | undefined

  constructor(host: TrainingPartScene) {
    this.#host = host
  }

  /** Fetches all of it; answers the vendor's settings. */
  async load(client: Client, signal: AbortSignal): Promise<Discovery> {
    const options = { signal }
    const [discovery, awards, certifications, requirements] = await Promise.all([
      client.discovery.get({}, options),
      allOf(client.awards.list({}, options)),
      allOf(client.certifications.list({}, options)),
      client.requirements.list({}, options),
    ])
    this.#discovery = discovery
    this.#awards = awards
    this.#certifications = certifications
    this.#requirements = requirements.items
    return discovery
  }

  /** Follows what happens to awards and courses until the signal. */
  watch(client: Client, signal: AbortSignal): void {
    const refresh = () => this.#host.refresh(client, signal)
    for (const resource of ['awards', 'enrolments'])
      followChanges(client, signal, { resource, get: refresh, changed: () => {}, stale: refresh })
  }

  /** Forgets everything. */
  clear(): void {
    this.#awards = this.#certifications = this.#requirements = []
    this.#discovery = undefined
  }

  /** All of it, in sections under a heading of the second level. */
  content(): TemplateResult {
    const { t } = this.#host
    const held = new Set(
      this.#awards.filter(({ status }) => status === 'active').map((one) => one.certification.id),
    )
    const offers = this.#certifications.filter(({ id }) => !held.has(id))
    return html`<section>
        <h3>${t('awards')}</h3>
        ${
          this.#awards.length
            ? html`<ul class="cards">
                ${this.#awards.map((award) => this.#award(award))}
              </ul>`
            : html`<p>${t('noAwards')}</p>`
        }
      </section>
      ${
        offers.length
          ? html`<section>
              <h3>${t('offers')}</h3>
              <ul class="cards">
                ${offers.map((offer) => this.#offer(offer))}
              </ul>
            </section>`
          : nothing
      }
      ${
        this.#requirements.length
          ? html`<section>
              <h3>${t('company')}</h3>
              <ul class="cards">
                ${this.#requirements.map((one) => this.#requirement(one))}
              </ul>
            </section>`
          : nothing
      }`
  }

  #award(award: Award): TemplateResult {
    const { certification, status, issuedAt, validUntil, expiringSoon } = award
    const { t } = this.#host
    const asked = this.#certifications.find(({ id }) => id === certification.id)
    const isToRenew = expiringSoon || status === 'expired'
    const mark =
      expiringSoon && validUntil
        ? badge('warning', t('expiringSoon', { date: this.#day(validUntil) }))
        : badge(tones[status], t(status))
    return html`<li>
      <h4><bdi>${certification.title}</bdi></h4>
      ${mark}
      <p class="small muted">
        ${t('issuedAt', { date: this.#day(issuedAt) })} ·
        ${validUntil ? t('validUntil', { date: this.#day(validUntil) }) : t('validForGood')}
      </p>
      ${isToRenew && asked ? this.#courses(t('renewHint'), asked) : nothing}
      ${status === 'revoked' ? nothing : awardTaking(this.#host, award, (after) => this.#take(after))}
    </li>`
  }

  #take(after: Award) {
    this.#awards = this.#awards.map((award) => (award.id === after.id ? after : award))
    this.#host.requestUpdate()
  }

  #offer(offer: Certification): TemplateResult {
    const { t } = this.#host
    const { title, description, language, validityMonths } = offer
    return html`<li>
      <h4 lang=${language}><bdi>${title}</bdi></h4>
      ${description ? html`<p lang=${language}><bdi>${description}</bdi></p>` : nothing}
      <p class="small muted">
        ${validityMonths === undefined ? t('validForGood') : t('validFor', { n: validityMonths })}
      </p>
      ${this.#courses(t('asks'), offer)}
    </li>`
  }

  #courses(heading: string, { courses }: Certification) {
    const { t } = this.#host
    return html`<p>${heading}</p>
      <ul>
        ${courses.map(
          ({ id, title, done, minimumScore }) =>
            html`<li>
              ${this.#host.courseLink({ id, title })}
              <span class="small muted">
                ${[
                  minimumScore && t('atLeast', { n: Math.round(minimumScore * 100) }),
                  done && t('done'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>`,
        )}
      </ul>`
  }

  #requirement({
    certification,
    needed,
    have,
    missing: n,
    holders,
    graceUntil,
  }: CompanyRequirement): TemplateResult {
    const { t } = this.#host
    const mark = !n
      ? badge('success', t('enough'))
      : graceUntil
        ? badge('warning', t('missingUntil', { n, date: this.#day(graceUntil) }))
        : badge('error', t('missing', { n }))
    return html`<li>
      <h4><bdi>${certification.title}</bdi></h4>
      <p>${t('have', { have, needed })} ${mark}</p>
      ${
        holders.length
          ? html`<ul>
              ${holders.map(
                ({ name, validUntil, expiringSoon }) =>
                  html`<li>
                    <bdi
                      >${validUntil ? t('holder', { name, date: this.#day(validUntil) }) : name}</bdi
                    >
                    ${expiringSoon && validUntil ? badge('warning', t('expiringSoon', { date: this.#day(validUntil) })) : nothing}
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </li>`
  }

  #day(instant: string): string {
    return formatDay(this.#host.locale, instant, this.#discovery?.timeZone)
  }
}
