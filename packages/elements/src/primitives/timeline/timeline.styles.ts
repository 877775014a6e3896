import { css } from 'lit'

/** The look of `timeline()`. */
export const timelineStyles = css`
  .timeline {
    list-style: none;
  }

  .timeline li {
    position: relative;
    padding-block-end: calc(var(--_space) * 5);
    padding-inline-start: calc(var(--_space) * 7);
  }

  .timeline li:last-child {
    padding-block-end: 0;
  }

  .timeline li::before,
  .timeline li::after {
    content: '';
    position: absolute;
    inset-inline-start: calc(var(--_space) * 1.25);
  }

  .timeline li::before {
    inset-block-start: 0.45em;
    inline-size: calc(var(--_space) * 2.5);
    block-size: calc(var(--_space) * 2.5);
    border: 2px solid var(--_tone, var(--_accent));
    border-radius: 50%;
    background: var(--_surface);
  }

  .timeline li:first-child::before {
    background: var(--_tone, var(--_accent));
  }

  .timeline li:not(:last-child)::after {
    inset-block: calc(0.45em + var(--_space) * 3.5) calc(var(--_space) * -0.5);
    inline-size: 0;
    margin-inline-start: calc(var(--_space) * 1.25 - 1px);
    border-inline-start: 2px solid var(--_line);
  }

  .timeline time {
    white-space: nowrap;
  }

  .timeline p {
    margin-block-start: var(--_space);
    white-space: pre-line;
  }
`
