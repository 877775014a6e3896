import { awardMails, classMails, enrolmentMails } from '../../../mail/training-mails.ts'
import type { Mail } from '../../../resource.ts'
import { partsOfSeat } from '../../../rules/training/seats.ts'

/** Messages to learners; nobody is told of their own deed. */
export const enrolmentMail: Mail = {
  texts: enrolmentMails,
  async reader({ enrolments }, id, event) {
    const { assignedBy, userId } = (await enrolments.get(id)) ?? {}
    // A learner who enrols knows of it already.
    const isOwnDeed = event === 'enrolment.created' && (!assignedBy || assignedBy.userId === userId)
    return isOwnDeed ? undefined : userId
  },
}

/** Messages to those who have a seat in a class; the work for them has the id of the seat. */
export const classMail: Mail = {
  texts: classMails,
  async reader({ classes }, id) {
    const { classId, userId } = partsOfSeat(id)
    // Somebody may have given the seat back meanwhile.
    const bookings = await classes.bookings([classId])
    return bookings.find((one) => one.userId === userId && one.status === 'booked')?.userId
  },
  recordId: (id) => partsOfSeat(id).classId,
}

/** Messages to the holders of awards. */
export const awardMail: Mail = {
  texts: awardMails,
  reader: async ({ awards }, id) => (await awards.get(id))?.userId,
}
