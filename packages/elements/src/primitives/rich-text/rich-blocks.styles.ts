import { css } from 'lit'

/** The look of images, code and tables in a rich text. */
export const richBlockStyles = css`
  .rich figure {
    margin-inline: 0;
  }

  .rich figcaption {
    margin-block-start: 0.4em;
    color: var(--_muted);
    font-size: 0.867em;
  }

  .rich img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_radius);
  }

  /* The place of an image of unknown size is kept all the same. */
  .rich img.unsized {
    inline-size: 100%;
    aspect-ratio: 16 / 9;
    object-fit: contain;
    object-position: 0 50%;
  }

  .zoom {
    display: block;
    max-inline-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: zoom-in;
  }

  .lost {
    display: inline-block;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    color: var(--_muted);
    font-size: 0.867em;
  }

  .rich :is(code, kbd, samp) {
    font-family: ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, monospace;
    font-size: 0.9em;
  }

  .rich :not(pre) > :is(code, samp) {
    padding: 0.1em 0.35em;
    border-radius: calc(var(--_radius) * 0.6);
    background: var(--_sunken);
  }

  .rich kbd {
    padding: 0.1em 0.4em;
    border: var(--_border-width) solid var(--_border);
    border-block-end-width: 2px;
    border-radius: calc(var(--_radius) * 0.6);
  }

  .code {
    position: relative;
  }

  .rich pre {
    margin: 0;
    padding: calc(var(--_space) * 4);
    padding-inline-end: calc(var(--_space) * 14);
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_sunken);
    line-height: 1.5;
    overflow: auto;
    overflow-wrap: normal;
    text-align: start;
    tab-size: 2;
  }

  .code .button {
    position: absolute;
    inset-block-start: calc(var(--_space) * 2);
    inset-inline-end: calc(var(--_space) * 2);
    min-block-size: calc(var(--_space) * 8);
    inline-size: calc(var(--_space) * 8);
  }

  .wide {
    overflow: auto;
    border: var(--_border-width) solid var(--_line);
    border-radius: var(--_radius);
  }

  .rich table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.933em;
    line-height: 1.45;
    overflow-wrap: normal;
    font-variant-numeric: tabular-nums;
  }

  .rich caption {
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    color: var(--_muted);
    text-align: start;
  }

  .rich :is(th, td) {
    min-inline-size: 5em;
    max-inline-size: 26em;
    padding: calc(var(--_space) * 2) calc(var(--_space) * 3);
    border-block-start: var(--_border-width) solid var(--_line);
    text-align: start;
    vertical-align: top;
  }

  .rich :is(th, td)[align='right' i] {
    text-align: end;
  }

  .rich :is(th, td)[align='center' i] {
    text-align: center;
  }

  .rich :is(thead, tr):first-child > :is(th, tr > th) {
    border-block-start: 0;
    background: var(--_sunken);
  }

  @media (pointer: coarse) {
    .code .button {
      min-block-size: 44px;
      inline-size: 44px;
    }
  }

  @media print {
    .code .button {
      display: none;
    }
  }
`
