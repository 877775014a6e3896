import { css } from 'lit'
import { richBlockStyles } from './rich-blocks.styles.ts'

const prose = css`
  .rich {
    max-inline-size: 72ch;
    line-height: 1.65;
    text-align: start;
  }

  .rich > * + * {
    margin-block-start: 1em;
  }

  .rich :is(h3, h4, h5, h6) {
    margin: 0;
    font-weight: var(--_font-strong);
    line-height: 1.3;
    scroll-margin-block-start: calc(var(--_space) * 6);
  }

  .rich :is(h3, h4, h5, h6):focus {
    outline: none;
  }

  .rich h3 {
    font-size: 1.3em;
    letter-spacing: -0.01em;
  }

  .rich h4 {
    font-size: 1.1em;
  }

  .rich :is(h5, h6) {
    font-size: 1em;
  }

  .section {
    display: flex;
    align-items: baseline;
    gap: var(--_space);
  }

  .rich > .section:not(:first-child) {
    margin-block-start: 2em;
  }

  .rich > .section + * {
    margin-block-start: 0.6em;
  }

  .hook {
    flex: none;
    margin: 0;
    padding: var(--_space);
    border: 0;
    border-radius: var(--_radius);
    background: none;
    color: var(--_muted);
    font: inherit;
    cursor: pointer;
  }

  .hook:hover {
    color: var(--_accent-text);
  }

  @media (hover: hover) {
    .section:not(:hover, :focus-within) .hook {
      opacity: 0;
    }
  }

  .rich :is(ul, ol) {
    margin: 0;
    padding-inline-start: 1.6em;
  }

  .rich > :is(ul, ol, dl) {
    margin-block-start: 0.8em;
  }

  .rich li + li,
  .rich li > :is(ul, ol, p) + *,
  .rich li > * + :is(ul, ol, p),
  .rich li > :is(ul, ol) {
    margin-block-start: 0.4em;
  }

  .rich li::marker {
    color: var(--_muted);
  }

  .rich dt {
    font-weight: var(--_font-strong);
  }

  .rich dd {
    margin-inline-start: 1.6em;
  }

  .rich blockquote {
    margin-inline: 0;
    padding: calc(var(--_space) * 3) calc(var(--_space) * 5);
    border-inline-start: 3px solid var(--_accent);
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
    background: var(--_accent-soft);
  }

  .rich :is(blockquote, figure, details, dd, td, th) > :is(p, ul, ol):not(:first-child) {
    margin-block-start: 0.6em;
  }

  .rich hr {
    border: 0;
    border-block-start: var(--_border-width) solid var(--_line);
  }

  .rich mark {
    border-radius: 2px;
    background: color-mix(in srgb, var(--_accent) 22%, transparent);
    color: inherit;
  }

  .rich summary {
    cursor: pointer;
    font-weight: var(--_font-strong);
  }

  .rich .text {
    padding: 0;
  }

  @media (pointer: coarse) {
    .hook {
      padding: calc(var(--_space) * 3);
    }
  }

  @media print {
    .hook {
      display: none;
    }
  }
`

/** The look of a rich text. */
export const richTextStyles = [prose, richBlockStyles]
