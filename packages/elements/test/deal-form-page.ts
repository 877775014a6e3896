import { eventually } from './eventually.ts'
import { show, textIn, until } from './mount.ts'
import type { PartnerPortal } from '../src/widgets/portal/partner-portal.ts'
import type { PrmDealForm } from '../src/widgets/deal-form/define.ts'
import { fieldId } from '../src/primitives/field/field-id.ts'

export { eventually }

/** A registration form as a person uses it. */
export class DealFormPage {
  readonly form: PrmDealForm

  constructor(form: PrmDealForm) {
    this.form = form
  }

  /** Puts a form on the page and waits until it is there. */
  static async open(portal: PartnerPortal, set: Partial<PrmDealForm> = {}): Promise<DealFormPage> {
    const form = Object.assign(portal.create('prm-deal-form'), set) as PrmDealForm
    await show(form)
    // A form that nobody sees loads nothing.
    form.scrollIntoView()
    await until(form, 'ready', 'degraded', 'error', 'offline', 'empty')
    return new DealFormPage(form)
  }

  get root(): ShadowRoot {
    return this.form.shadowRoot!
  }

  /** The text that a person reads. */
  get text(): string {
    const shown = [...this.root.querySelectorAll('.flow > *, .blank, .note')]
    return shown
      .filter((one) => !one.closest('[hidden]'))
      .map(textIn)
      .join(' ')
  }

  get focused(): Element | null {
    return this.root.activeElement
  }

  control<T extends HTMLElement = HTMLInputElement>(pointer: string): T {
    const found = this.root.querySelector<T>(`#${fieldId(pointer)}`)
    if (!found)
      throw new Error(`There is no field ${pointer}: ${this.text} ${String(this.form.error ?? '')}`)
    return found
  }

  /** Types into a field and leaves it. */
  async type(pointer: string, text: string): Promise<void> {
    const control = this.control(pointer)
    control.focus()
    control.value = text
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
    control.blur()
    await this.form.updateComplete
  }

  /** Ticks a box or chooses an option by its label. */
  async choose(label: string): Promise<void> {
    const all = [...this.root.querySelectorAll('label')]
    const found = all.find((one) => textIn(one) === label)
    if (!found) throw new Error(`There is no choice "${label}"`)
    found.querySelector('input')!.click()
    await this.form.updateComplete
  }

  button(label: string | RegExp): HTMLButtonElement | undefined {
    const all = [...this.root.querySelectorAll<HTMLButtonElement>('button, a.button')]
    return all.find((one) => {
      if (one.closest('[hidden]')) return false
      const name = textIn(one)
      return typeof label === 'string' ? name === label : label.test(name)
    })
  }

  async press(label: string | RegExp): Promise<void> {
    const button = await eventually(() => this.button(label))
    button.click()
    await this.form.updateComplete
  }

  /** Waits until a person reads this. */
  async reads(text: string | RegExp): Promise<void> {
    await eventually(async () => {
      await this.form.updateComplete
      return typeof text === 'string' ? this.text.includes(text) : text.test(this.text)
    })
  }

  /** Opens the optional fields of every section. */
  unfold(): void {
    for (const fold of this.folds) fold.open = true
  }

  get folds(): HTMLDetailsElement[] {
    return [...this.root.querySelectorAll<HTMLDetailsElement>('.section details')]
  }

  /** Fills in what must be filled in. */
  async fillIn(project = 'Leak monitoring', company = 'Waterworks'): Promise<void> {
    if (this.button('Skip the check')) await this.press('Skip the check')
    await this.type('/customer/companyName', company)
    await this.type('/name', project)
    await this.choose('The contact knows about it.')
  }

  /** Fills in, and goes on to the review. */
  async toReview(project?: string, company?: string): Promise<void> {
    await this.fillIn(project, company)
    await this.press('Review')
    await this.reads('Is everything right?')
  }

  /** Waits until the draft is kept. */
  async kept(): Promise<void> {
    await this.reads(/Draft (kept|saved)/)
    await eventually(() => !this.form.registration?.keeper?.dirty)
  }

  /** Takes the form away as a crash or a closed tab does. */
  async crash(): Promise<void> {
    this.form.remove()
  }
}

/** Everything that this browser holds of a backend's drafts, as text. */
export async function keptOf(baseUrl: string): Promise<string> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('prmkit', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('drafts')
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  const range = IDBKeyRange.bound([baseUrl], [baseUrl, []])
  const drafts = await new Promise<unknown[]>((resolve) => {
    const request = database.transaction('drafts').objectStore('drafts').getAll(range)
    request.onsuccess = () => resolve(request.result)
  })
  database.close()
  const items = [...Object.entries(sessionStorage), ...Object.entries(localStorage)]
  return JSON.stringify([drafts, items.filter((item) => JSON.stringify(item).includes(baseUrl))])
}
