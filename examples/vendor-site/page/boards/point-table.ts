import { html, nothing, type TemplateResult } from 'lit'
import type { PointEvent } from '@prmkit/contract'
import { figure, instant, words } from '../desk/words.ts'
import { hint, reasonField, scrollTable } from '../parts/views.ts'

/** The page around the list of points. */
interface PointHost {
  /** The points whose reversal asks for its reason. */
  reversing: string | undefined
  busy: boolean
  onAsk(id: string): void
  onReverse(id: string, answers: FormData): void
}

/** The latest points, each with its rule and the way to take it back. */
export function pointTable(
  points: readonly PointEvent[] | undefined,
  host: PointHost,
): TemplateResult {
  if (!points) return hint()
  if (!points.length) return hint(words.pointsNone)
  return scrollTable(
    words.boardPoints,
    [words.partner, words.pointsRule, [words.boardValue, 'number'], words.pointsTakeBack],
    points.map((point) => row(point, host)),
  )
}

function row(point: PointEvent, host: PointHost) {
  const { id, partner, user, text, at, points, source, reversedBy, reversalOf } = point
  const isAsked = id === host.reversing
  const state = reversedBy ? words.pointsTakenBack : reversalOf ? words.pointsReversal : ''
  return html`<tr>
    <th scope="row">
      <bdi>${partner?.name ?? '–'}</bdi>
      ${user ? html`<small><bdi>${user.name}</bdi></small>` : nothing}
    </th>
    <td>
      <bdi>${text}</bdi>
      <small>${instant(at)} ${source?.name ? html`· <bdi>${source.name}</bdi>` : nothing}</small>
      ${isAsked ? reasonForm(id, host) : nothing}
    </td>
    <td class="number" dir="ltr">${figure(points)}</td>
    <td>
      ${
        point.allowedActions.includes('reverse')
          ? html`<button
              class="link"
              aria-expanded=${isAsked}
              aria-label="${isAsked ? words.cancel : words.pointsTakeBack}: ${partner?.name ?? ''}, ${text}"
              @click=${() => host.onAsk(id)}
            >
              ${isAsked ? words.cancel : words.pointsTakeBack}
            </button>`
          : state
            ? html`<prm-badge tone="neutral">${state}</prm-badge>`
            : nothing
      }
    </td>
  </tr>`
}

function reasonForm(id: string, { busy, onReverse }: PointHost) {
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    onReverse(id, new FormData(event.target as HTMLFormElement))
  }
  return html`<form class="ask" @submit=${send}>
    ${reasonField('reverse-text', words.pointsWhy)}
    <div class="row">
      <button class="button strong" ?disabled=${busy}>${words.pointsTakeBack}</button>
    </div>
  </form>`
}
