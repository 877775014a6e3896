import { css } from 'lit'

/** The look of the field that searches articles. */
export const searchFieldStyles = css`
  .find {
    position: relative;
  }

  .find > .control {
    padding-inline-start: calc(var(--_space) * 4.5 + 1.2em);
    text-overflow: ellipsis;
  }

  .find > .control:has(~ kbd) {
    padding-inline-end: calc(var(--_space) * 10);
  }

  .find > .icon {
    position: absolute;
    inset-block-start: calc(50% - 0.6em);
    inset-inline-start: calc(var(--_space) * 3);
    z-index: 1;
    color: var(--_muted);
    pointer-events: none;
  }

  .find > kbd {
    position: absolute;
    inset-block-start: calc(50% - 0.85em);
    inset-inline-end: calc(var(--_space) * 3);
    z-index: 1;
    min-inline-size: 1.7em;
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
    color: var(--_muted);
    font: inherit;
    font-size: 0.867em;
    line-height: 1.7;
    text-align: center;
    pointer-events: none;
  }

  .find > .control:focus ~ kbd {
    display: none;
  }
`
