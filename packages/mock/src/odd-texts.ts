import type { Field, Form } from '@prmkit/contract'
import type { Sample } from './sample/sample.ts'

const german = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

/** As long as the contract allows, with words that do and words that do not break. */
export function long(sample: Sample): Sample {
  return withTexts(sample, (text, max) =>
    `${text} ${`${german} and the association of drinking water suppliers `.repeat(4)}`
      .slice(0, max)
      .trim(),
  )
}

const nasty = [
  '<img src=x onerror=alert(1)>',
  '\u202Egnp.exe',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  'Z̷̧̛͔̳̓̅a̴̢̛͉l̵̡̛g̶̢o',
  '👩‍🚀👨‍👩‍👧‍👦',
]

/** Text that a careless page would run, turn around or draw over others. */
export function hostile(sample: Sample): Sample {
  return withTexts(sample, (text, max) =>
    `${nasty[text.length % nasty.length]} ${text}`.slice(0, max),
  )
}

type Change = (text: string, max: number) => string

/** Changes everything that a person wrote; codes and ids stay. */
function withTexts(sample: Sample, change: Change): Sample {
  return {
    ...sample,
    partners: sample.partners.map((one) => ({ ...one, name: change(one.name, 200) })),
    users: sample.users.map((one) => ({ ...one, name: change(one.name, 200) })),
    products: sample.products.map((one) => ({ ...one, name: change(one.name, 200) })),
    announcements: sample.announcements.map((one) => ({
      ...one,
      texts: mapValues(one.texts, ({ title, text }) => ({
        title: change(title, 200),
        text: change(text, 5000),
      })),
    })),
    comments: sample.comments.map((one) => ({ ...one, text: change(one.text, 5000) })),
    files: sample.files.map((one) => ({ ...one, name: change(one.name, 255) })),
    timeline: sample.timeline.map((one) => ({
      ...one,
      actor: { ...one.actor, name: change(one.actor.name, 200) },
      ...(one.reason && {
        reason: { ...one.reason, text: change(one.reason.text ?? '', 2000) },
      }),
    })),
    deals: sample.deals.map((one) => ({
      ...one,
      name: change(one.name, 200),
      problem: change(one.problem ?? '', 2000),
      nextStep: change(one.nextStep ?? '', 300),
      customer: {
        ...one.customer,
        companyName: change(one.customer.companyName, 200),
        city: change(one.customer.city ?? '', 100),
      },
      lines: one.lines.map((line) => ({ ...line, name: change(line.name ?? '', 200) })),
      ...(one.statusReason && {
        statusReason: { ...one.statusReason, text: change(one.statusReason.text ?? '', 2000) },
      }),
    })),
    form: { ...sample.form, forms: mapValues(sample.form.forms, (form) => formWith(form, change)) },
  }
}

function formWith(form: Form, change: Change): Form {
  const field = (one: Field): Field => ({
    ...one,
    label: change(one.label, 200),
    ...(one.hint !== undefined && { hint: change(one.hint, 500) }),
    ...(one.options && {
      options: one.options.map((option) => ({ ...option, label: change(option.label, 200) })),
    }),
  })
  return {
    ...form,
    title: change(form.title, 200),
    sections: form.sections.map((section) => ({
      ...section,
      title: change(section.title, 200),
      fields: section.fields.map(field),
    })),
  }
}

const mapValues = <Value>(record: Record<string, Value>, change: (value: Value) => Value) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
