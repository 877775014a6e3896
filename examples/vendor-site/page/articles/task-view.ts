import { html, nothing, type TemplateResult } from 'lit'
import type { ArticleTask, ArticleTaskAction } from '@prmkit/contract'
import { instant, say, words } from '../desk/words.ts'

/** The task on the desk: what the page does with it. */
interface TaskHost {
  /** The last thing that was done. */
  done: string | undefined
  /** The reason for dismissing it is asked for. */
  dismissing: boolean
  onAct(body: ArticleTaskAction): void
  onDismiss(): void
}

const reasons = words.taskReasons as Record<string, string>

const reasonOf = ({ reason }: ArticleTask) =>
  reason ? (reasons[reason] ?? reason) : words.taskVote

/** The state of a task, with whoever is in charge. */
function stateOf({ status, assignee }: ArticleTask): TemplateResult {
  const tone = { open: 'accent', assigned: 'warning', done: 'success', dismissed: 'neutral' }[
    status
  ]
  const text = words.taskStatus[status]
  return html`<prm-badge tone=${tone}>${text}</prm-badge>
    ${assignee ? html`<bdi class="soft">${assignee.name}</bdi>` : nothing}`
}

/** The tasks to choose from. */
export function taskList(
  tasks: readonly ArticleTask[] | undefined,
  chosen: string | undefined,
  onChoose: (id: string) => void,
): TemplateResult {
  if (!tasks) return html`<p class="hint" role="status">${words.loading}</p>`
  if (!tasks.length) return html`<p class="hint" role="status">${words.noTasks}</p>`
  return html`<div class="list">
    <ul>
      ${tasks.map(
        (task) =>
          html`<li>
            <button
              class="entry"
              data-task=${task.id}
              aria-current=${task.id === chosen ? 'true' : nothing}
              @click=${() => onChoose(task.id)}
            >
              <span class="head"
                ><b><bdi>${task.article.title}</bdi></b> ${stateOf(task)}</span
              >
              <span
                >${reasonOf(task)}${task.comment ? html`: <bdi>${task.comment}</bdi>` : nothing}</span
              >
              <small>
                <span><bdi>${task.partnerName ?? task.author.name}</bdi></span>
                <span>${instant(task.createdAt)}</span>
              </small>
            </button>
          </li>`,
      )}
    </ul>
  </div>`
}

/** One task: the note, what may be done, and the article as its readers see it. */
export function taskView(task: ArticleTask, host: TaskHost): TemplateResult {
  const { article, comment, author, partnerName, version, newerVersion, allowedActions } = task
  const can = (action: string) => allowedActions.includes(action)
  const button = (action: 'assign' | 'finish' | 'reopen', look = '') =>
    can(action)
      ? html`<button class="button ${look}" @click=${() => host.onAct({ action })}>
          ${words.taskDo[action]}
        </button>`
      : nothing
  return html`<div class="task">
    <header class="deal-head">
      <div>
        <p class="number">${stateOf(task)}</p>
        <h2><bdi lang=${article.language}>${article.title}</bdi></h2>
        <p class="soft">
          ${say(newerVersion ? words.taskOldVersion : words.taskVersion, { version: String(version) })}
        </p>
      </div>
      <div class="row actions">
        ${button('finish', 'strong')} ${task.status === 'open' ? button('assign') : nothing}
        ${
          can('dismiss')
            ? html`<button class="button" aria-expanded=${host.dismissing} @click=${host.onDismiss}>
                ${words.taskDo.dismiss}
              </button>`
            : nothing
        }
        ${button('reopen')}
      </div>
      <p role="status" class="done" ?hidden=${!host.done}>${host.done}</p>
    </header>
    ${host.dismissing && can('dismiss') ? dismissForm(host) : nothing}
    <section class="notice">
      <p><b>${reasonOf(task)}</b></p>
      ${comment ? html`<p class="prose"><bdi>${comment}</bdi></p>` : nothing}
      <p class="soft">
        <bdi>${author.name}</bdi>${partnerName ? html`, <bdi>${partnerName}</bdi>` : nothing} ·
        ${instant(task.createdAt)}
      </p>
    </section>
    <prm-article article-id=${article.id} lang=${article.language}></prm-article>
  </div>`
}

function dismissForm({ onAct, onDismiss }: TaskHost) {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    const answers = new FormData(event.target as HTMLFormElement)
    const text = String(answers.get('text') ?? '').trim()
    const code = String(answers.get('code'))
    onAct({ action: 'dismiss', reason: { code, ...(text && { text }) } })
  }
  return html`<form class="ask" @submit=${send}>
    <p>
      <label for="dismiss-code">${words.reason}</label>
      <select id="dismiss-code" name="code">
        ${Object.entries(words.dismissReasons).map(
          ([code, label]) => html`<option value=${code}>${label}</option>`,
        )}
      </select>
    </p>
    <p>
      <label for="dismiss-text"
        >${words.dismissText} <span class="soft">${words.optional}</span></label
      >
      <textarea id="dismiss-text" name="text" maxlength="1000" rows="3"></textarea>
    </p>
    <div class="row">
      <button class="button strong">${words.taskDo.dismiss}</button>
      <button class="button" type="button" @click=${onDismiss}>${words.cancel}</button>
    </div>
  </form>`
}
