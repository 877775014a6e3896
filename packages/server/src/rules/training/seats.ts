/** The id of the work for one person of a class. */
export const seatOf = (classId: string, userId: string) => `${classId}/${userId}`

/** The class and the person of a piece of work. */
export function partsOfSeat(id: string): { classId: string; userId: string } {
  const [classId = '', userId = ''] = id.split('/')
  return { classId, userId }
}
