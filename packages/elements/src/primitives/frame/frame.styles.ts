import { css } from 'lit'
import { skeletonStyles } from '../skeleton/skeleton.styles.ts'
import { toneStyles } from '../../styles/tone.ts'

/** The card around a widget, its placeholder and its notes. */
export const frameStyles = [
  skeletonStyles,
  toneStyles,
  css`
    /* A widget keeps the room that the page gives it, as far as the reader can see. */
    :host {
      min-block-size: min(var(--prm-reserve, 0px), 100vh);
    }

    :host(:state(loading)) {
      min-block-size: max(var(--prm-reserve, 290px), var(--_reserve, 0px));
    }

    .frame {
      --prm-reserve: initial;
      --_reserve: initial;

      padding: var(--_padding);
      border: var(--_border-width) solid var(--_line);
      border-radius: var(--_card-radius);
      background: var(--_surface);
    }

    .frame > slot:not(:last-child) > .note {
      margin-block-end: calc(var(--_space) * 5);
    }

    .blank {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: calc(var(--_space) * 3);
      min-block-size: 200px;
      text-align: center;
    }

    @container (inline-size < 480px) {
      .frame {
        padding: min(var(--_padding), calc(var(--_space) * 4));
      }
    }
  `,
]
