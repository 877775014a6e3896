import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Client } from '@prmkit/client'
import type { ArticleTask, ArticleTaskAction, FacetValue } from '@prmkit/contract'
import type { PrmPortal } from '@prmkit/elements/portal'
import { jobReport, type JobReport } from '../desk/job-report.ts'
import { Patience } from '../desk/patience.ts'
import { searchReport, type SearchReport } from './search-report.ts'
import { taskList, taskView } from './task-view.ts'
import { troubleOf, troubleView, type Trouble } from '../desk/trouble.ts'
import { say, words } from '../desk/words.ts'

/** The parts of the page: two states of tasks, and two reports. */
const parts: Record<string, { label: string; status?: ArticleTask['status'][] }> = {
  open: { label: words.tasksOpen, status: ['open', 'assigned'] },
  done: { label: words.tasksDone, status: ['done', 'dismissed'] },
  searches: { label: words.searches },
  jobs: { label: words.jobs },
}

/** The notes of readers about articles, the searches that found nothing, and the work on texts. */
export class ArticleTasks extends LitElement {
  static override properties = {
    tab: { state: true },
    tasks: { state: true },
    counts: { state: true },
    chosen: { state: true },
    report: { state: true },
    jobs: { state: true },
    dismissing: { state: true },
    done: { state: true },
    trouble: { state: true },
  }

  declare tab: string
  declare tasks: readonly ArticleTask[] | undefined
  declare counts: readonly FacetValue[]
  declare chosen: string | undefined
  declare report: SearchReport | undefined
  declare jobs: JobReport | undefined
  /** The reason for dismissing the chosen task is asked for. */
  declare dismissing: boolean
  /** The last thing that was done. */
  declare done: string | undefined
  declare trouble: Trouble | undefined
  #client: Client | undefined
  #patience: Patience | undefined
  #leave: (() => void) | undefined

  constructor() {
    super()
    this.tab = 'open'
    this.counts = []
    this.dismissing = false
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#patience = new Patience(() => void this.#load())
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#patience?.end()
    this.#leave?.()
  }

  async #connect(): Promise<Client> {
    if (this.#client) return this.#client
    const around = this.closest<PrmPortal>('prm-portal')!
    // Its attributes are read in its first update.
    await around.updateComplete
    const client = await around.portal.client
    // A new note appears by itself.
    this.#leave = client.events.subscribe((event) => {
      if (!('resource' in event) || event.resource?.startsWith('article')) void this.#load()
    })
    return (this.#client = client)
  }

  async #load() {
    const { tab } = this
    try {
      const client = await this.#connect()
      const { status } = parts[tab] ?? {}
      if (status) {
        const page = await client.articleTasks.list({ query: { status, limit: 100 } })
        const all = await client.articleTasks.list({ query: { limit: 1, facets: true } })
        if (tab !== this.tab) return
        this.tasks = page.items
        this.counts = all.facets?.['status'] ?? []
      } else if (tab === 'jobs') {
        const list = (query: object) => client.jobs.list({ query: { limit: 50, ...query } })
        const [failed, all] = await Promise.all([list({ status: ['failed'] }), list({})])
        const others = all.items.filter(({ status }) => status !== 'failed')
        this.jobs = [...failed.items, ...others]
      } else {
        const { items } = await client.searches.list({
          query: { resource: 'articles', limit: 100 },
        })
        this.report = items
      }
      this.trouble = undefined
      this.#patience?.rest()
    } catch (error) {
      this.trouble = troubleOf(error)
      if (this.trouble.passing) this.#patience?.wait()
    }
  }

  #show(tab: string) {
    Object.assign(this, { tab, chosen: undefined, done: undefined, tasks: undefined })
    void this.#load()
  }

  readonly #choose = (id: string | undefined) => {
    const before = this.chosen
    Object.assign(this, { chosen: id, done: undefined, dismissing: false })
    void this.updateComplete.then(() => {
      const row = `[data-task="${CSS.escape(before ?? '')}"]`
      this.querySelector<HTMLElement>(id ? '.detail' : row)?.focus()
    })
  }

  async #act(task: ArticleTask, body: ArticleTaskAction) {
    try {
      const client = await this.#connect()
      const { id, revision: ifMatch } = task
      await client.articleTasks.act({ params: { id }, ifMatch, body })
      this.dismissing = false
      this.done = words.taskActions[body.action]
      this.trouble = undefined
    } catch (error) {
      this.trouble = troubleOf(error)
    }
    await this.#load()
    await this.updateComplete
    this.querySelector<HTMLElement>('.detail')?.focus()
  }

  override render(): TemplateResult {
    const { tab, trouble } = this
    const task = this.tasks?.find(({ id }) => id === this.chosen)
    const report = this.#report()
    return html`<div class="desk-grid ${task || report ? 'open' : ''}">
      <section class="queue" aria-label=${words.tasks}>
        ${this.#tabs()} ${troubleView(trouble, () => void this.#load())}
        ${
          report
            ? html`<p class="hint">${tab === 'jobs' ? words.jobsHint : words.searchesHint}</p>`
            : this.#list()
        }
      </section>
      <section class="detail" tabindex="-1" aria-label=${words.chosenTask}>
        ${
          report || task
            ? html`<button class="link back" @click=${() => this.#back()}>${words.back}</button>`
            : nothing
        }
        ${
          report ??
          (task
            ? taskView(task, {
                done: this.done === undefined ? undefined : say(words.done, { status: this.done }),
                dismissing: this.dismissing,
                onAct: (body) => this.#act(task, body),
                onDismiss: () => (this.dismissing = !this.dismissing),
              })
            : nothing)
        }
      </section>
    </div>`
  }

  #report() {
    if (this.tab === 'jobs') return jobReport(this.jobs)
    return this.tab === 'searches' ? searchReport(this.report) : undefined
  }

  #back() {
    if (!parts[this.tab]?.status) this.#show('open')
    else this.#choose(undefined)
  }

  #list() {
    return taskList(this.tasks, this.chosen, this.#choose)
  }

  #tabs() {
    const counted = ({ status }: { status?: ArticleTask['status'][] }) =>
      this.counts
        .filter(({ value }) => status?.includes(value as never))
        .reduce((sum, { count }) => sum + count, 0)
    return html`<div class="tabs" role="group" aria-label=${words.tasks}>
      ${Object.entries(parts).map(
        ([name, one]) =>
          html`<button aria-pressed=${name === this.tab} @click=${() => this.#show(name)}>
            ${one.label} ${one.status ? html`<small>${counted(one)}</small>` : nothing}
          </button>`,
      )}
    </div>`
  }
}
