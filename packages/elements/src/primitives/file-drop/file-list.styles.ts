import { css } from 'lit'

/** The look of the files in a drop zone. */
export const fileListStyles = css`
  .files {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
    list-style: none;
  }

  .files > li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 2);
    padding-inline-start: calc(var(--_space) * 3);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .files > .bad {
    border-color: var(--_danger);
  }

  .files .name {
    flex: 1;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    align-items: center;
    min-inline-size: 0;
    padding-block: calc(var(--_space) * 2);
  }

  .files .row {
    flex-basis: 100%;
  }

  .files progress {
    block-size: 6px;
    accent-color: var(--_accent);
  }

  .bad > .icon {
    color: var(--_danger);
  }

  .files .again {
    min-block-size: max(24px, var(--_control-height) * 0.8);
    margin-block-start: var(--_space);
    padding-inline: calc(var(--_space) * 3);
    font-size: 0.867em;
  }
`
