import { css } from 'lit'
import { dialogStyles } from '../primitives/dialog/dialog.styles.ts'
import { fieldStyles } from '../primitives/field/field.styles.ts'
import { actionDialogStyles } from '../record/action-dialog.styles.ts'

/** The look of the partner’s own version of a template, and of the dialog for it. */
export const styles = [
  fieldStyles,
  dialogStyles,
  actionDialogStyles,
  css`
    .own img {
      max-inline-size: 100%;
      block-size: auto;
      margin-block-end: calc(var(--_space) * 3);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }

    .own .take {
      display: flex;
      flex-wrap: wrap;
      gap: calc(var(--_space) * 2);
    }
  `,
].flat()
