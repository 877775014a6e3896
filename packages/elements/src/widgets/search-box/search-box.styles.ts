import { css } from 'lit'
import { hitStyles } from '../../articles/hit.styles.ts'
import { searchFieldStyles } from '../../articles/search-field.styles.ts'
import { comboboxStyles } from '../../primitives/combobox/combobox.styles.ts'
import { controlStyles } from '../../primitives/field/control.styles.ts'
import { host } from '../../styles/host.ts'

/** The look of the search box. */
export const styles = [
  host,
  controlStyles,
  comboboxStyles,
  searchFieldStyles,
  hitStyles,
  css`
    :host {
      inline-size: 20em;
      max-inline-size: 100%;
    }

    .popup {
      min-inline-size: min(26em, 100vw - 16px);
      max-block-size: 80vb;
    }

    [role='option'] {
      padding-block: calc(var(--_space) * 2);
    }

    [role='option'] :is(strong, small) {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }

    [role='option'] strong {
      font-weight: var(--_font-strong);
    }

    .onward {
      color: var(--_accent-text);
    }
  `,
]
