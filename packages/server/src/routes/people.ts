import type { Partner, Product } from '@prmkit/contract'
import type { Handlers } from '../http/call.ts'
import { maySee } from '../rules/shared/callers.ts'
import type { PartnerRecord, ProductRecord } from '../store/records.ts'
import { eraseUser, exportUser } from './erase.ts'
import { pageOf, paging } from './shared/paging.ts'
import { showUser } from './shared/show-user.ts'

function showPartner({ active: _, region: _region, ...partner }: PartnerRecord): Partner {
  return partner
}

function showProduct({ active: _, ...product }: ProductRecord): Product {
  return product
}

export const me: Handlers<'me'> = {
  async get({ tables, caller }) {
    const { user, role, partnerId, session, readOnly } = caller
    const ids = caller.side === 'vendor' ? [] : [...new Set([...user.partnerIds, partnerId ?? ''])]
    const known = await tables.partners.many(ids)
    const partner = known.find(({ id }) => id === partnerId)
    return {
      body: {
        ...{ user: showUser(user), role, readOnly, sessionId: session.id },
        partners: known.filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
        ...(partner && {
          partner: {
            ...{ id: partner.id, name: partner.name },
            ...(partner.tier !== undefined && { tier: partner.tier }),
          },
        }),
      },
    }
  },
}

export const users: Handlers<'users'> = {
  async list({ tables, caller, query }) {
    const { search = '', partnerId = caller.partnerId, former = false } = query
    const isSeen =
      partnerId !== undefined &&
      ((partnerId === caller.partnerId && !former) ||
        (caller.side === 'vendor' && maySee(caller, { partnerIds: [partnerId] })))
    if (!isSeen) return { body: { items: [] } }
    return pageOf(await tables.users.ofPartner(partnerId, search, paging(query), former), showUser)
  },
  export: exportUser,
  erase: eraseUser,
}

export const partners: Handlers<'partners'> = {
  async list({ tables, caller, query }) {
    const { search, kind } = query
    const own =
      caller.partnerId === undefined ? undefined : await tables.partners.get(caller.partnerId)
    const filter = {
      // A seller who sees only their own records still sees their own company.
      scope:
        caller.scope.kind === 'partner'
          ? { kind: 'partner' as const, partnerId: caller.scope.partnerId }
          : caller.scope,
      ...(search !== undefined && { search }),
      ...(kind !== undefined && { kind }),
      ...(own?.distributorId !== undefined && { alsoIds: [own.distributorId] }),
    }
    return pageOf(await tables.partners.list(filter, paging(query)), showPartner)
  },
}

export const products: Handlers<'products'> = {
  async list({ tables, query }) {
    return pageOf(await tables.products.list(query.search ?? '', paging(query)), showProduct)
  },
}
