import { dealForm, dealSettings } from './deal-fixtures.ts'
import { customerKeys } from './rules/customers/customers.ts'
import type {
  AccountRecord,
  FormRecord,
  PartnerRecord,
  ProductRecord,
  SettingsRecord,
  UserRecord,
} from './store/records.ts'
import type { Store } from './store/store.ts'

/** A made-up vendor, small enough to know by heart: for tests, demonstrations and the mock. */
export const sample = {
  partners: [
    partner('hub', 'Hub Distribution', 'distributor'),
    { ...partner('north', 'Nordwind Systems', 'reseller'), tier: 'Gold', distributorId: 'hub' },
    partner('south', 'Südlicht Consulting', 'agency'),
  ],
  users: [
    user('ada', 'Ada Admin', 'partner_admin', ['north']),
    user('sam', 'Sam Seller', 'partner_seller', ['north']),
    user('cleo', 'Cleo Colleague', 'partner_seller', ['north'], true),
    user('zoe', 'Zoë Südlicht', 'partner_admin', ['south', 'north']),
    user('sol', 'Sol Südlicht', 'partner_seller', ['south'], true),
    user('hubert', 'Hubert Hub', 'partner_admin', ['hub']),
    user('mona', 'Mona Manager', 'vendor_manager', []),
    user('paul', 'Paul Portfolio', 'vendor_manager', ['south']),
    { ...user('gone', 'Gone Away', 'partner_seller', ['north']), active: false },
  ],
  products: [
    product('pump', 'P-100', 'Pump 100', '1200.00'),
    product('valve', 'V-20', 'Valve 20', '80.50'),
    product('control', 'C-1', 'Control room', '9900.00'),
    { ...product('old', 'O-1', 'Old pump', '1.00'), active: false },
  ],
  accounts: [account('house', 'House Energy AG', 'https://house-energy.example', 'house')],
  settings: settings(),
  form: dealForm,
} satisfies {
  partners: PartnerRecord[]
  users: UserRecord[]
  products: ProductRecord[]
  accounts: AccountRecord[]
  settings: SettingsRecord
  form: FormRecord
}

/** Puts the made-up vendor into a store. */
export async function seed(store: Store): Promise<void> {
  await store.write(async ({ programme, partners, users, products, accounts }) => {
    await programme.putSettings(sample.settings)
    await programme.putForm(sample.form)
    await partners.put(sample.partners)
    await users.put(sample.users)
    await products.put(sample.products)
    await accounts.put(sample.accounts)
  })
}

function partner(id: string, name: string, kind: PartnerRecord['kind']): PartnerRecord {
  return { id, externalIds: {}, name, kind, country: 'DE', active: true }
}

function user(
  id: string,
  name: string,
  role: UserRecord['role'],
  partnerIds: string[],
  companyWide = false,
): UserRecord {
  const email = `${id}@${partnerIds[0] ?? 'vendor'}.example`
  return {
    ...{ id, externalIds: { crm: `crm-${id}` }, name, email, role, partnerIds, companyWide },
    active: true,
  }
}

function product(id: string, sku: string, name: string, amount: string): ProductRecord {
  const listPrices = [{ amount, currency: 'EUR' }]
  return { id, externalIds: {}, sku, name, family: 'Flow', listPrices, active: true }
}

function account(
  id: string,
  companyName: string,
  website: string,
  kind: AccountRecord['kind'],
): AccountRecord {
  return { id, companyName, kind, customerKeys: customerKeys({ companyName, website }) }
}

function settings(): SettingsRecord {
  const programme = {
    vendor: { name: 'Fluxwerk', url: 'https://fluxwerk.example' },
    timeZone: 'Europe/Berlin',
    businessHours: { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' },
    languages: ['en', 'de', 'ar'],
    currencies: ['EUR', 'USD', 'JPY'],
    deals: dealSettings,
  }
  const german = { submitted: 'Eingereicht', approved: 'Geschützt' }
  const arabic = { submitted: 'مُرسَل', approved: 'محمي' }
  const labelled = (statusLabels: Record<string, string>) => ({
    ...programme,
    deals: { ...programme.deals, statusLabels },
  })
  return {
    discovery: { en: programme, de: labelled(german), ar: labelled(arabic) },
    softenAvailability: false,
  }
}
