import { columnsOf, split } from '../csv/columns.ts'
import { productKeys } from './deal-lines.ts'

/** The columns of `deals.csv`. */
export const dealColumns = columnsOf([
  {
    names: ['key', 'status'],
    required: true,
    help: 'your identifier, and a status of the contract',
  },
  {
    names: ['partner'],
    required: true,
    of: 'partners',
    help: 'the key of the partner whose deal it is',
  },
  { names: ['companyName'], required: true, help: 'the end customer' },
  {
    names: ['number', 'name', 'type'],
    help: 'else the key; else the customer; `new`, `renewal` or `expansion`',
  },
  { names: ['owner'], of: 'users', help: 'key of a user' },
  { names: ['distributor'], of: 'partners', help: 'key of a partner' },
  { names: ['collaborators'], of: 'partners', keys: split, help: 'keys of partners' },
  {
    names: ['website', 'country', 'street', 'postalCode', 'city', 'industry'],
    help: 'the end customer',
  },
  {
    names: [
      ...['contactFirstName', 'contactLastName', 'contactJobTitle', 'contactEmail'],
      'contactPhone',
    ],
    help: 'the contact there; the number as `+494215550132`',
  },
  {
    names: ['problem', 'expectedCloseDate', 'stage', 'nextStep'],
    help: 'a stage of `vendor.yaml`',
  },
  { names: ['amount', 'currency'], help: 'the worth of the deal' },
  {
    names: ['lines'],
    of: 'products',
    keys: productKeys,
    help: '<code>product*quantity@price&#124;…</code>: `pump*24@395.50`; quantity is 1 and the price left open where they are missing; the price is in `currency`, or names its own: `@395.50 USD`',
  },
  {
    names: ['createdAt', 'updatedAt', 'submittedAt', 'decisionDueAt'],
    help: 'instants; without `decisionDueAt` a deal that waits is due by the business hours of `vendor.yaml`',
  },
  {
    names: ['reasonCode', 'reasonText'],
    help: 'why; needed for `action_required`, `rejected`, `declined`',
  },
  {
    names: ['respondBy', 'editableFields'],
    help: 'for `action_required`: the last day, and pointers such as <code>/contact&#124;/lines</code>',
  },
  { names: ['duplicateOf'], of: 'deals', help: 'key of the deal that came first' },
  { names: ['resubmissions', 'appealed'], help: 'how often; yes or no' },
  {
    names: ['protectedFrom', 'protectedUntil'],
    help: 'an instant and the last day; needed for `approved` and `expired`',
  },
  {
    names: [
      ...['extensionsUsed', 'extensionStatus', 'extensionUntil', 'extensionText'],
      'extensionRequestedAt',
    ],
    help: '`pending`, `granted` or `refused`',
  },
  {
    names: ['opportunityId', 'opportunitySystem', 'opportunityUrl'],
    help: 'the opportunity in a CRM',
  },
  {
    names: ['outcome', 'closedAt', 'closeReasonCode', 'closeReasonText'],
    help: 'for `closed`: `won`, `lost`, `cancelled` or `released`',
  },
  {
    names: ['custom.'],
    help: 'a field of the form’s `/custom/…`, of its type; money as `1234.50 EUR`',
  },
  { names: ['consent.'], help: 'the version that was agreed to' },
  { names: ['externalId.'], help: 'an identifier of another system' },
])
