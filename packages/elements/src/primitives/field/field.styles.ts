import { buttonStyles } from '../button/button.styles.ts'
import { comboboxStyles } from '../combobox/combobox.styles.ts'
import { fileDropStyles } from '../file-drop/file-drop.styles.ts'
import { productLinesStyles } from '../product-lines/product-lines.styles.ts'
import { controlStyles } from './control.styles.ts'

/** The look of everything that `field()` draws; needs `host`. */
export const fieldStyles = [
  buttonStyles,
  controlStyles,
  comboboxStyles,
  fileDropStyles,
  productLinesStyles,
]
