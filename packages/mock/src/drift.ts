type Json = Record<string, unknown>

/** The answers of a newer or careless backend: unknown values, additional and missing fields. */
export function drifted(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(drifted)
  if (typeof body !== 'object' || body === null) return body
  const record = body as Json
  if (Array.isArray(record['items']))
    return { ...record, items: record['items'].map((item, index) => driftedAt(item, index)) }
  return isDeal(record) || isAnnouncement(record)
    ? driftedAt(record, 0)
    : { ...record, addedLater: { by: 'a newer contract' } }
}

/** Each record of a list differs in its own way. */
function driftedAt(item: unknown, index: number): unknown {
  if (typeof item !== 'object' || item === null) return item
  const record = item as Json
  if (isAnnouncement(record)) return driftedNews(record, index)
  if (!isDeal(record)) return { ...record, addedLater: true }
  const { allowedActions: _actions, lines: _lines, statusLabel: _label, ...rest } = record
  const ways: Json[] = [
    { ...record, status: 'parked', statusLabel: undefined },
    { ...record, amount: { amount: 'many', currency: 'EURO' } },
    { ...rest, status: record['status'] },
    { ...record, customer: null, updatedAt: 'yesterday' },
    { ...record, stage: 'dreaming', protection: { startsAt: 1, expiresAt: null } },
    { ...record, allowedActions: ['teleport', ...((record['allowedActions'] as string[]) ?? [])] },
  ]
  return ways[index % ways.length]
}

function driftedNews({ mine, ...rest }: Json, index: number): Json {
  const text = [{ kind: 'carousel', lines: [[{ text: 'From a newer contract' }]] }]
  const ways: Json[] = [{ ...rest, mine, text }, rest, { ...rest, mine, validFrom: 'soon' }]
  return ways[index % ways.length] as Json
}

function isAnnouncement(record: Json): boolean {
  return 'mine' in record && 'acknowledge' in record
}

function isDeal(record: Json): boolean {
  return 'customer' in record && 'status' in record && 'number' in record
}
