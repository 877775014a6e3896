import { expect } from '@open-wc/testing'
import { currencyScale } from '@prmkit/contract/rules'
import { formatMoney } from './format-money.ts'

/** The digits of a text with their decimal point; a symbol such as Cg. has a point of its own. */
const bare = (text: string) => /\d[\d,.]*/.exec(text)?.[0].replaceAll(',', '')

describe('an amount of money', () => {
  const cases = [
    ['1234.50', 'HUF'],
    ['1234.50', 'IDR'],
    ['1234.50', 'COP'],
    ['1.234', 'IQD'],
    ['1.234', 'KWD'],
    ['1234', 'JPY'],
    ['1.2345', 'CLF'],
    ['-99.90', 'HUF'],
  ] as const
  for (const [amount, currency] of cases) {
    it(`shows ${amount} ${currency} as it was sent`, () => {
      expect(bare(formatMoney('en', { amount, currency }))).to.equal(bare(amount))
    })
  }

  it('has the digits of the contract in every currency that the browser knows', () => {
    const wrong = Intl.supportedValuesOf('currency').filter((currency) => {
      const scale = currencyScale(currency)
      const amount = scale ? `1234.${'5'.repeat(scale)}` : '1234'
      return bare(formatMoney('en', { amount, currency })) !== amount
    })

    expect(wrong).to.deep.equal([])
  })

  it('gets the digits that were left out, and loses none that a backend sent too many', () => {
    expect(bare(formatMoney('en', { amount: '12', currency: 'EUR' }))).to.equal('12.00')
    expect(bare(formatMoney('en', { amount: '0.12345', currency: 'EUR' }))).to.equal('0.12345')
    expect(bare(formatMoney('en', { amount: '1234.5', currency: 'JPY' }))).to.equal('1234.5')
  })

  it('keeps every digit of what no floating-point number holds', () => {
    const shown = formatMoney('en', { amount: '999999999999999999.99', currency: 'USD' })

    expect(bare(shown)).to.equal('999999999999999999.99')
  })

  it('stays as sent where it is no amount', () => {
    expect(formatMoney('en', { amount: 'a lot', currency: 'EUR' })).to.equal('a lot EUR')
  })
})
