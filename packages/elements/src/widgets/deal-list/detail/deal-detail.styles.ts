import { css } from 'lit'
import { badgeStyles } from '../../../primitives/badge/badge.styles.ts'
import { dialogStyles } from '../../../primitives/dialog/dialog.styles.ts'
import { fieldStyles } from '../../../primitives/field/field.styles.ts'
import { timelineStyles } from '../../../primitives/timeline/timeline.styles.ts'
import { actionDialogStyles } from '../../../record/action-dialog.styles.ts'
import { conversationStyles } from '../../../record/conversation.styles.ts'
import { recordStyles } from '../../../record/record.styles.ts'

/** The look of one registration. */
export const styles = [
  recordStyles,
  fieldStyles,
  badgeStyles,
  dialogStyles,
  timelineStyles,
  actionDialogStyles,
  conversationStyles,
  css`
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

    .facts + h3 {
      margin-block-start: calc(var(--_space) * 7);
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

    /* No wider than its content, so that the names have the room. */
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

    @container (inline-size < 480px) {
      .broad {
        display: none;
      }

      .narrow {
        display: block;
      }
    }
  `,
]
