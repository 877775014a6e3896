// The saved views and the spreadsheet of a list, in one file: its first view needs neither.
export { catalog } from '../locales/list-later/catalog.ts'
export { saveCsv } from './csv.ts'
export { savedViewsStyles as styles } from './saved-views.styles.ts'
export { SavedViews } from './saved-views.ts'
