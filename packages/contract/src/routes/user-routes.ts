import { route } from '../route.ts'
import { idParams } from '../schemas/common-input.ts'
import { UserQuery } from '../schemas/lookup-queries.ts'
import { pageOf } from '../schemas/pages.ts'
import { ErasureInput } from '../schemas/user-input.ts'
import { User, UserErasure, UserExport } from '../schemas/users.ts'

/** The operations on people with access. */
export const userRoutes = {
  list: route({
    method: 'get',
    path: '/users',
    summary:
      'The caller’s colleagues at the same partner; for the vendor, the people of one partner',
    access: 'session',
    query: UserQuery,
    status: 200,
    response: pageOf(User),
    paged: true,
  }),
  export: route({
    method: 'get',
    path: '/users/{id}/export',
    summary: 'Everything that is kept about a person, for the vendor to hand it over',
    access: 'vendor-or-api-key',
    params: idParams,
    status: 200,
    response: UserExport,
  }),
  erase: route({
    method: 'post',
    path: '/users/{id}/erasure',
    summary: 'Take a person out of all records; the records and the sums stay under a pseudonym',
    access: 'vendor-or-api-key',
    params: idParams,
    body: ErasureInput,
    status: 200,
    response: UserErasure,
  }),
}
