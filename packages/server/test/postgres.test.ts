import { after, before } from 'node:test'
import { openStore } from '../src/postgres/connect.ts'
import { startPostgres, type NativePostgres } from './native-postgres.ts'
import { storeSuite } from './store-suite.ts'

let server: NativePostgres
before(async () => {
  server = await startPostgres()
})
after(() => server.stop())

storeSuite('PostgreSQL', async () => openStore({ databaseUrl: await server.database() }))
