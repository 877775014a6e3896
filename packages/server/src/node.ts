export { ContentError, importContent } from './content/import.ts'
export { diskFiles } from './files/disk-files.ts'
export { openStore, type StoreOptions } from './postgres/connect.ts'
export { startServer, type RunningServer, type ServerOptions } from './start-server.ts'
