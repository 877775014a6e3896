import { css } from 'lit'
import { richTextStyles } from '../primitives/rich-text/rich-text.styles.ts'
import { recordStyles } from '../record/record.styles.ts'

/** The look of one article. */
export const styles = [
  recordStyles,
  richTextStyles,
  css`
    header p {
      max-inline-size: 72ch;
      text-wrap: pretty;
    }

    .contents summary {
      font-weight: var(--_font-strong);
      cursor: pointer;
    }

    .contents.short {
      padding: calc(var(--_space) * 3) calc(var(--_space) * 4);
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_radius);
    }

    .contents.long {
      display: none;
    }

    .contents :is(h3, summary) + nav {
      margin-block-start: calc(var(--_space) * 2);
    }

    .side {
      display: grid;
      align-content: start;
      gap: calc(var(--_space) * 4);
      padding: calc(var(--_space) * 5);
      border: var(--_border-width) solid var(--_line);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
    }

    .side h3 {
      margin: 0;
    }

    .contents ol {
      display: grid;
      padding: 0;
      list-style: none;
      border-inline-start: var(--_border-width) solid var(--_line);
    }

    .contents a {
      display: block;
      padding: calc(var(--_space) * 1.25) calc(var(--_space) * 3);
      color: var(--_muted);
      font-size: 0.933em;
      line-height: 1.35;
      text-decoration: none;
    }

    .contents .level-2 a {
      padding-inline-start: calc(var(--_space) * 6);
    }

    .contents a:hover {
      color: var(--_accent-text);
      text-decoration: underline;
    }

    .side .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(9em, 100%), 1fr));
      gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
    }

    .side .take {
      display: flex;
      flex-wrap: wrap;
      margin: calc(var(--_space) * -2) calc(var(--_space) * -4);
    }

    .tongues {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 calc(var(--_space) * 3);
    }

    .tongues .text {
      padding-block: var(--_space);
    }

    .side .take .button[aria-pressed='true'] .icon {
      fill: currentColor;
    }

    .vote {
      padding: calc(var(--_space) * 5);
      border: var(--_border-width) solid var(--_line);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
    }

    .vote h3:focus {
      outline: none;
    }

    .vote .button[aria-pressed='true'] {
      border-color: var(--_accent-text);
      background: var(--_accent-soft);
    }

    .thanks:not(:empty) {
      margin-block-start: calc(var(--_space) * 3);
      color: var(--_muted);
    }

    .complaint {
      display: grid;
      gap: calc(var(--_space) * 3);
      max-inline-size: 60ch;
      margin-block-start: calc(var(--_space) * 5);
    }

    .option {
      display: flex;
      align-items: baseline;
      gap: calc(var(--_space) * 2);
      padding-block: var(--_space);
      accent-color: var(--_accent-text);
      cursor: pointer;
    }

    .complaint .label {
      margin-block-end: calc(var(--_space) * -2);
    }

    .complaint legend.label {
      margin-block-end: var(--_space);
    }

    .attached,
    .related {
      display: grid;
      list-style: none;
    }

    .attached li {
      display: flex;
      align-items: center;
      gap: calc(var(--_space) * 2);
    }

    .picture {
      inline-size: 100vw;
      block-size: 100dvb;
      max-inline-size: none;
      max-block-size: none;
      padding: calc(var(--_space) * 6);
      border: 0;
      background: var(--_surface);
      cursor: zoom-out;
    }

    .picture img {
      inline-size: 100%;
      block-size: 100%;
      object-fit: contain;
    }

    .picture .button {
      position: absolute;
      inset-block-start: calc(var(--_space) * 4);
      inset-inline-end: calc(var(--_space) * 4);
    }

    @container (inline-size >= 760px) {
      article {
        grid-template-columns: minmax(0, 1fr) clamp(220px, 28%, 300px);
      }

      .side {
        position: sticky;
        inset-block-start: var(--prm-sticky-top, calc(var(--_space) * 4));
        grid-row: 2 / 4;
        align-self: start;
        max-block-size: calc(100vb - var(--_space) * 8);
        overflow: auto;
      }

      .contents.short {
        display: none;
      }

      .contents.long {
        display: block;
      }
    }

    @media print {
      :is(.side, .contents.short, .vote, .related, .picture, .note .button),
      section[aria-labelledby='related'] {
        display: none;
      }
    }
  `,
]
