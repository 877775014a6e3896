import { comboboxStyles } from '../combobox/combobox.styles.ts'
import { fileListStyles } from '../file-drop/file-list.styles.ts'

export { catalog } from '../../locales/field-later/catalog.ts'
export { createList } from '../combobox/combobox-list.ts'
export { countries } from '../combobox/countries.ts'
export { filterChoices } from '../combobox/matching.ts'
export { createFileList } from '../file-drop/file-list.ts'
export { errorText } from './error-text.ts'
export { redraw } from './redraw.ts'
export { whenGone } from './when-gone.ts'
export { international } from '../phone/calling-codes.ts'

/** The styles of lists and files. */
export const styles = [...comboboxStyles, fileListStyles]
