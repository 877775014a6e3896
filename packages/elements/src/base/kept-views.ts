const mark = 'prm-views:'

/** The name under which a user's saved views are kept in this browser. */
export const viewsKey = (vendor: string, partnerId: string | undefined, userId: string): string =>
  mark + JSON.stringify([vendor, partnerId, userId])

/** Deletes the saved views of a user: what somebody searched for; everybody's when none is named. */
export function forgetViews(userId?: string): void {
  const end = userId === undefined ? '' : `,${JSON.stringify(userId)}]`
  for (const key of Object.keys(localStorage))
    if (key.startsWith(mark) && key.endsWith(end)) localStorage.removeItem(key)
}
