import assert from 'node:assert/strict'
import { currencyScale, fieldsOf, multiplyMoney } from '@prmkit/contract'
import { check } from '../../check.ts'
import { fieldErrorOf, skip } from '../../expect.ts'

export const money = [
  check(
    'deals.money',
    'money',
    'the server computes line amounts and totals',
    async ({ seller, sample, discovery }) => {
      const deal = sample()
      if (!deal.lines?.length) skip('The vendor has no products, so a registration has no lines.')
      const [currency = 'EUR'] = discovery.currencies
      const unitPrice = { amount: currencyScale(currency) ? '0.3' : '3', currency }
      const sum = multiplyMoney(unitPrice, 3)
      const lines = (deal.lines ?? [])
        .slice(0, 1)
        .map((line) => ({ ...line, quantity: 3, unitPrice }))
      const created = await seller.client.deals.create({ body: { ...deal, lines } })

      assert.partialDeepStrictEqual(created.lines[0]?.amount, sum)
      assert.partialDeepStrictEqual(created.totals, [sum])
    },
  ),
  check(
    'deals.scale',
    'money',
    'an amount with more digits than its currency has is refused',
    async ({ seller, sample, form, discovery }) => {
      const own = fieldsOf(form).find(({ pointer }) => pointer === '/amount')?.currencies
      const [currency = 'EUR'] = own ?? discovery.currencies
      const digits = '5'.repeat(currencyScale(currency) + 1)
      const body = sample({ amount: { amount: `5000.${digits}`, currency } })

      await fieldErrorOf(await seller.send('POST', '/deals', { body }), '/amount')
    },
  ),
]
