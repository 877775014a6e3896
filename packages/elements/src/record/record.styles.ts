import { css } from 'lit'
import { busyStyles } from '../primitives/button/busy.styles.ts'
import { buttonStyles } from '../primitives/button/button.styles.ts'
import { frameStyles } from '../primitives/frame/frame.styles.ts'
import { toastStyles } from '../primitives/toast/toast.styles.ts'
import { host } from '../styles/host.ts'
import { successStyles } from '../styles/success.ts'

/** The look of a record page: a main column and a side rail, one column where it is narrow. */
export const recordStyles = [
  host,
  frameStyles,
  buttonStyles,
  busyStyles,
  successStyles,
  toastStyles,
  css`
    .frame {
      padding: 0;
      border: 0;
      background: none;
    }

    .button.back {
      margin-block: calc(var(--_space) * -2) calc(var(--_space) * 2);
      margin-inline-start: calc(var(--_space) * -4);
    }

    .back .icon:dir(rtl) {
      transform: scaleX(-1);
    }

    article {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 7) calc(var(--_space) * 9);
    }

    header {
      display: grid;
      gap: calc(var(--_space) / 2);
    }

    article > header h2 {
      font-size: 1.6em;
      letter-spacing: -0.015em;
    }

    h2:focus {
      outline: none;
    }

    h3 {
      margin-block-end: calc(var(--_space) * 3);
    }

    .main {
      display: grid;
      align-content: start;
      grid-template-columns: minmax(0, 1fr);
      gap: calc(var(--_space) * 8);
    }

    .rail {
      display: grid;
      align-content: start;
      gap: calc(var(--_space) * 4);
      padding: calc(var(--_space) * 5);
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_card-radius);
      background: var(--_surface);
    }

    .rail .facts {
      grid-template-columns: repeat(auto-fill, minmax(min(9em, 100%), 1fr));
      gap: calc(var(--_space) * 3) calc(var(--_space) * 4);
      padding-block-start: calc(var(--_space) * 4);
      border-block-start: 1px solid var(--_line);
    }

    .above,
    .actions,
    .rail .take {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: calc(var(--_space) * 2) calc(var(--_space) * 3);
    }

    .rail .take {
      gap: 0;
      margin: calc(var(--_space) * -2) calc(var(--_space) * -4);
    }

    .clock {
      inline-size: 100%;
      block-size: 6px;
      border: 0;
      border-radius: 3px;
      background: var(--_sunken);
      accent-color: var(--_accent);
      overflow: hidden;
      appearance: none;
    }

    .clock::-webkit-progress-bar {
      background: var(--_sunken);
    }

    .clock::-webkit-progress-value {
      border-radius: 3px;
      background: var(--_accent);
    }

    .clock::-moz-progress-bar {
      border-radius: 3px;
      background: var(--_accent);
    }

    .facts {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(14em, 100%), 1fr));
      gap: calc(var(--_space) * 4) calc(var(--_space) * 6);
    }

    .prose {
      max-inline-size: 65ch;
      white-space: pre-line;
    }

    section > .button {
      margin-block-start: calc(var(--_space) * 3);
    }

    .text {
      margin: 0;
      padding: calc(var(--_space) * 2) 0;
      border: 0;
      background: none;
      color: var(--_accent-text);
      font: inherit;
      text-align: start;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }

    @container (inline-size >= 760px) {
      article {
        grid-template-columns: minmax(0, 1fr) clamp(260px, 34%, 360px);
        grid-template-rows: auto auto 1fr;
      }

      header {
        grid-column: 1 / -1;
      }

      .main {
        grid-column: 1;
        grid-row: 2 / 4;
      }

      .rail,
      .side {
        grid-column: 2;
      }

      .rail .actions {
        display: grid;
      }
    }

    @container (inline-size < 480px) {
      .rail {
        padding: calc(var(--_space) * 4);
      }

      .actions .button {
        flex: 1 1 auto;
      }
    }

    @media print {
      :is(.actions, .take, .write, .attach, .attached .square, .toasts, .back) {
        display: none;
      }
    }
  `,
]
