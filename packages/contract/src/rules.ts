export * from './rules/deal-transitions.ts'
export * from './rules/form.ts'
export * from './rules/money.ts'
export * from './rules/pointer.ts'
