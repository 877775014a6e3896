import { buttonStyles } from '../button/button.styles.ts'
import { fileDropStyles } from '../file-drop/file-drop.styles.ts'
import { choiceStyles } from './choice.styles.ts'
import { controlStyles } from './control.styles.ts'

/** The look of everything that `field()` draws at first; needs `host`. */
export const fieldStyles = [buttonStyles, controlStyles, choiceStyles, fileDropStyles]
