import { css } from 'lit'
import { badgeStyles } from '../../../primitives/badge/badge.styles.ts'
import { dialogStyles } from '../../../primitives/dialog/dialog.styles.ts'
import { fieldStyles } from '../../../primitives/field/field.styles.ts'
import { frameStyles } from '../../../primitives/frame/frame.styles.ts'
import { timelineStyles } from '../../../primitives/timeline/timeline.styles.ts'
import { toastStyles } from '../../../primitives/toast/toast.styles.ts'
import { host } from '../../../styles/host.ts'
import { conversationStyles } from '../../../record/conversation.styles.ts'

/** The look of one registration. */
export const styles = [
  host,
  frameStyles,
  fieldStyles,
  badgeStyles,
  dialogStyles,
  timelineStyles,
  toastStyles,
  conversationStyles,
  css`
    .frame {
      padding: 0;
      border: 0;
      background: none;
    }

    .back {
      margin-block: calc(var(--_space) * -2) calc(var(--_space) * 2);
      margin-inline-start: calc(var(--_space) * -4);
    }

    .back .icon:dir(rtl) {
      transform: scaleX(-1);
    }

    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 7);
    }

    header {
      display: grid;
      gap: var(--_space);
    }

    h2:focus {
      outline: none;
    }

    h3 {
      margin-block-end: calc(var(--_space) * 3);
    }

    .above,
    .actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }

    .actions {
      margin-block-start: calc(var(--_space) * -3);
    }

    .actions > .quiet:first-child {
      margin-inline-start: calc(var(--_space) * -4);
    }

    .steps {
      flex-wrap: nowrap;
      align-items: start;
    }

    .steps > div {
      display: grid;
      gap: var(--_space);
      min-inline-size: 0;
    }

    .steps p {
      text-wrap: pretty;
    }

    .facts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
      gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
      margin-block-end: calc(var(--_space) * 7);
    }

    .facts:last-child {
      margin-block-end: 0;
    }

    .prose {
      max-inline-size: 65ch;
      white-space: pre-line;
    }

    section > .wide {
      overflow-x: auto;
    }

    table {
      inline-size: 100%;
      border-collapse: collapse;
    }

    th,
    td {
      padding: calc(var(--_space) * 2) 0;
      border-block-end: 1px solid var(--_line);
      text-align: start;
      vertical-align: top;
      overflow-wrap: break-word;
    }

    thead th {
      color: var(--_muted);
      font-size: 0.867em;
      font-weight: var(--_font-strong);
    }

    /* No wider than what is in it, so that the names have the room. */
    table .number {
      inline-size: 1px;
      padding-inline: calc(var(--_space) * 6) 0;
      text-align: end;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
    }

    /* The digits of a column end below each other in every direction of text. */
    table .number:dir(rtl) {
      text-align: start;
    }

    .narrow {
      display: none;
    }

    tfoot :is(th, td) {
      font-weight: var(--_font-strong);
    }

    section > .button {
      margin-block-start: calc(var(--_space) * 3);
    }

    dialog .danger {
      border-color: transparent;
      background: var(--_danger);
      color: var(--_surface);
    }

    .ask {
      display: grid;
      gap: calc(var(--_space) * 5);
    }

    @container (inline-size < 480px) {
      .facts {
        grid-template-columns: repeat(auto-fill, minmax(min(12em, 100%), 1fr));
      }

      .broad {
        display: none;
      }

      .narrow {
        display: block;
      }

      .actions .button {
        flex: 1 1 auto;
      }
    }

    @media print {
      :is(.actions, .write, .attach, .attached .square, .toasts, .back) {
        display: none;
      }
    }
  `,
]
