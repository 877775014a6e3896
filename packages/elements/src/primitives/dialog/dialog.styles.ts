import { css } from 'lit'
import { lateTokens } from '../../styles/late-tokens.ts'

/** The look of `dialog()`. */
export const dialogStyles = [
  lateTokens,
  css`
    .dialog {
      inline-size: min(calc(var(--_space) * 140), 100vw - var(--_space) * 8);
      max-inline-size: none;
      max-block-size: calc(100dvb - var(--_space) * 8);
      margin: auto;
      padding: 0;
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_card-radius);
      background: var(--_raised);
      color: inherit;
      box-shadow: var(--_shadow);
      overscroll-behavior: contain;
      transition:
        opacity var(--_duration),
        translate var(--_duration);
    }

    .dialog[open] {
      display: flex;
      flex-direction: column;
      overflow: hidden;
    }

    .dialog::backdrop {
      background: var(--_backdrop);
    }

    @starting-style {
      .dialog[open] {
        opacity: 0;
        translate: 0 calc(var(--_space) * 2);
      }
    }

    .dialog > header,
    .dialog > footer {
      display: flex;
      flex: none;
      align-items: center;
      gap: calc(var(--_space) * 3);
      padding: calc(var(--_space) * 4) calc(var(--_space) * 6);
    }

    .dialog > header {
      align-items: flex-start;
      padding-inline-end: calc(var(--_space) * 4);
      justify-content: space-between;
    }

    .dialog > header h2 {
      flex: 1;
      padding-block: calc(var(--_space) * 2);
      font-size: 1.2em;
      outline: none;
    }

    .dialog > div {
      /* What stands absolute in it scrolls with it, and not the dialog around. */
      position: relative;
      flex: 1 1 auto;
      overflow: auto;
      padding: var(--_space) calc(var(--_space) * 6) calc(var(--_space) * 6);
      outline-offset: -2px;
    }

    .dialog > footer {
      flex-wrap: wrap-reverse;
      justify-content: flex-end;
      border-block-start: 1px solid var(--_line);
    }

    @media (width < 480px) {
      .dialog {
        inline-size: 100vw;
        margin-block-end: 0;
        border-end-start-radius: 0;
        border-end-end-radius: 0;
      }

      .dialog > footer > .button {
        flex: 1 1 auto;
      }
    }

    /* A low window, such as one at 400 %, has no room for a scroller between head and foot. */
    @media (height < 360px) {
      .dialog[open] {
        display: block;
        max-block-size: 100dvb;
        overflow: auto;
      }

      .dialog > div {
        overflow: visible;
      }
    }
  `,
]
