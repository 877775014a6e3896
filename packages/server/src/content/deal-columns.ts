import type { Columns } from './header.ts'

/** The columns of `deals.csv`, in the order in which the documentation explains them. */
export const dealColumns: Columns = {
  names: [
    ...['key', 'number', 'name', 'type', 'status', 'partner', 'owner'],
    ...['distributor', 'collaborators'],
    ...['companyName', 'website', 'country', 'street', 'postalCode', 'city', 'industry'],
    ...['contactFirstName', 'contactLastName', 'contactJobTitle', 'contactEmail', 'contactPhone'],
    ...['problem', 'lines', 'amount', 'currency', 'expectedCloseDate', 'stage', 'nextStep'],
    ...['createdAt', 'updatedAt', 'submittedAt', 'decisionDueAt'],
    ...['reasonCode', 'reasonText', 'respondBy', 'editableFields', 'duplicateOf'],
    ...['resubmissions', 'appealed'],
    ...['protectedFrom', 'protectedUntil', 'extensionsUsed'],
    ...['extensionStatus', 'extensionUntil', 'extensionText', 'extensionRequestedAt'],
    ...['opportunityId', 'opportunitySystem', 'opportunityUrl'],
    ...['outcome', 'closedAt', 'closeReasonCode', 'closeReasonText'],
  ],
  required: ['key', 'status', 'partner', 'companyName'],
  prefixes: ['custom.', 'consent.', 'externalId.'],
}
