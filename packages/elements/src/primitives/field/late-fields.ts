import { comboboxStyles } from '../combobox/combobox.styles.ts'
import { fileListStyles } from '../file-drop/file-list.styles.ts'
import { productLinesStyles } from '../product-lines/product-lines.styles.ts'

export { catalog } from '../../locales/field-later/catalog.ts'
export { createList } from '../combobox/combobox-list.ts'
export { countries } from '../combobox/countries.ts'
export { filterChoices } from '../combobox/matching.ts'
export { createFileList } from '../file-drop/file-list.ts'
export { errorText } from './error-text.ts'
export { whenGone } from './when-gone.ts'
export { international } from '../phone/calling-codes.ts'
export { createTable } from '../product-lines/lines-table.ts'

/** The styles of lists, files and product lines. */
export const styles = [comboboxStyles, fileListStyles, productLinesStyles]
