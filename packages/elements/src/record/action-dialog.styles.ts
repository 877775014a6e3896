import { css } from 'lit'

/** The look of the dialog of an action. */
export const actionDialogStyles = css`
  dialog .danger {
    border-color: transparent;
    background: var(--_danger);
    color: var(--_surface);
  }

  .ask {
    display: grid;
    gap: calc(var(--_space) * 5);
  }
`
