import { html, nothing, type TemplateResult } from 'lit'
import type { Job } from '@prmkit/contract'
import { figure, instant, words } from './words.ts'

/** The work behind the requests. */
export type JobReport = readonly Job[]

const kinds: Readonly<Record<string, string>> = words.jobKinds
const tones = { waiting: 'accent', running: 'accent', done: 'success', failed: 'error' }

/** The work behind the requests: what failed comes first, with its reason. */
export function jobReport(jobs: JobReport | undefined): TemplateResult {
  if (!jobs) return html`<p class="hint" role="status">${words.loading}</p>`
  if (!jobs.length) return html`<p class="hint" role="status">${words.noJobs}</p>`
  return html`<h2>${words.jobs}</h2>
    <div class="lines">
      <table>
        <thead>
          <tr>
            <th scope="col">${words.jobKind}</th>
            <th scope="col">${words.jobState}</th>
            <th scope="col" class="number wide">${words.jobAttempts}</th>
            <th scope="col" class="number">${words.jobChanged}</th>
          </tr>
        </thead>
        <tbody>
          ${jobs.map(row)}
        </tbody>
      </table>
    </div>`
}

const row = ({ kind, resource, resourceId, status, attempts, problem, updatedAt }: Job) =>
  html`<tr class=${status === 'failed' ? 'lacking' : ''}>
    <th scope="row">
      ${kinds[kind] ?? kinds[kind.split(' ')[0]!] ?? kind}
      <small><bdi>${resource}/${resourceId}</bdi></small>
      ${problem ? html`<p class="soft"><bdi>${problem}</bdi></p>` : nothing}
    </th>
    <td><prm-badge tone=${tones[status]}>${words.jobStates[status]}</prm-badge></td>
    <td class="number wide">${figure(attempts)}</td>
    <td class="number">${instant(updatedAt)}</td>
  </tr>`
