// Brings the reference backend over sample data into the page, for portals with `demo`.
import { createDemo } from '@prmkit/mock'
import { provideDemo } from './widgets/portal/demo.ts'

provideDemo(createDemo)

export { demo } from './widgets/portal/demo.ts'
