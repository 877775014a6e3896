import type { PartnerRecord, UserRecord } from '@prmkit/server'

/** The made-up vendor’s partners: a distributor, its resellers, and others. */
export const partners: PartnerRecord[] = [
  partner('nordhafen', 'Nordhafen Distribution GmbH', 'distributor', 'DE', 'Gold'),
  partner('rheinblick', 'Rheinblick Automation GmbH', 'reseller', 'DE', 'Gold', 'nordhafen'),
  partner('sielmann', 'Sielmann Wassertechnik GmbH', 'reseller', 'DE', 'Silver', 'nordhafen'),
  partner('gruenwald', 'Grünwald Ingenieure PartG mbB', 'agency', 'DE', 'Silver'),
  partner('manabi', 'شركة منابع التقنية المحدودة', 'reseller', 'SA', 'Gold'),
  partner('cascade', 'Cascade Meter & Supply, Inc.', 'reseller', 'US', 'Registered'),
]

/** The users; the first one is signed in unless a mock names another. */
export const users: UserRecord[] = [
  user('claudia', 'Claudia Brückner', 'partner_admin', ['rheinblick'], 'de'),
  user('holger', 'Holger Zimmermann', 'partner_seller', ['rheinblick'], 'de', true),
  user('aylin', 'Aylin Şahin', 'partner_seller', ['rheinblick'], 'de'),
  user('anke', 'Anke Petersen', 'partner_admin', ['nordhafen'], 'de'),
  user('doerte', 'Dörte Sielmann', 'partner_admin', ['sielmann'], 'de'),
  user('felix', 'Felix Grünwald', 'partner_admin', ['gruenwald'], 'de'),
  user('noura', 'نورة القحطاني', 'partner_admin', ['manabi'], 'ar'),
  user('dana', 'Dana Whitfield', 'partner_admin', ['cascade'], 'en'),
  user('katrin', 'Katrin Wessels', 'vendor_manager', [], 'de'),
  user('tobias', 'Tobias Brandauer', 'vendor_manager', [], 'de'),
]

function partner(
  id: string,
  name: string,
  kind: PartnerRecord['kind'],
  country: string,
  tier: string,
  distributorId?: string,
): PartnerRecord {
  const link = distributorId === undefined ? {} : { distributorId }
  return { id, externalIds: {}, name, kind, tier, country, active: true, ...link }
}

function user(
  id: string,
  name: string,
  role: UserRecord['role'],
  partnerIds: string[],
  language: string,
  companyWide = false,
): UserRecord {
  const email = `${id}@${partnerIds[0] ?? 'quellmark'}.example`
  return {
    ...{ id, externalIds: {}, name, email, language, role, partnerIds, companyWide },
    active: true,
  }
}
