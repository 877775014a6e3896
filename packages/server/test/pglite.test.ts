import { openStore } from '../src/postgres/connect.ts'
import { storeSuite } from './store-suite.ts'

storeSuite('PGlite', () => openStore())
