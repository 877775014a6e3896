/** The answers to the sample form. */
export const filled = {
  customer: {
    companyName: 'Stadtwerke Musterstadt GmbH',
    website: 'https://www.stadtwerke-musterstadt.example',
    country: 'DE',
    city: 'Musterstadt',
    industry: 'utility',
  },
  contact: { firstName: 'Elif', lastName: 'Öztürk', email: 'e.oeztuerk@musterstadt.example' },
  name: 'Leak monitoring, northern district',
  problem: 'They lose 18 % of their water and do not know where.\nThe council wants a figure soon.',
  expectedCloseDate: '2999-03-31',
  amount: { amount: '48000', currency: 'EUR' },
  lines: [
    { productId: 'echo-200', quantity: 40, unitPrice: { amount: '412.00', currency: 'EUR' } },
    { productId: 'gate-l4', quantity: 2, unitPrice: { amount: '1480.00', currency: 'EUR' } },
  ],
}

/** The button that leads to the next step, while it can be pressed. */
export const submit = 'form button[type=submit]:not([aria-busy])'
/** The box by which the partner agrees. */
export const consent = 'section:last-of-type input[type=checkbox]'
