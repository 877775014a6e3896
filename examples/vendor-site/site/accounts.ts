import type { Strings } from './strings/strings.ts'

/** Somebody to sign in as in this demonstration; all of them are in `content/users.csv`. */
export interface DemoPerson {
  email: string
  name: string
  /** Where they work. */
  company: string
  /** Their role, as the site's words call it. */
  role: keyof Strings['roles']
}

/** The password of everybody. A real site has its own accounts; prmkit never sees a password. */
export const demoPassword = 'quellmark'

export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'claudia.brueckner@rheinblick-automation.example',
    name: 'Claudia Brückner',
    company: 'Rheinblick Automation',
    role: 'admin',
  },
  {
    email: 'aylin.sahin@rheinblick-automation.example',
    name: 'Aylin Şahin',
    company: 'Rheinblick Automation',
    role: 'own',
  },
  {
    email: 'anke.petersen@nordhafen.example',
    name: 'Anke Petersen',
    company: 'Nordhafen',
    role: 'distributor',
  },
  {
    email: 'khalid.al.mazrouei@alwadi-water.example',
    name: 'Khalid Al Mazrouei',
    company: 'Al Wadi Water Technologies',
    role: 'admin',
  },
  {
    email: 'katrin.wessels@quellmark.example',
    name: 'Katrin Wessels',
    company: 'Quellmark',
    role: 'manager',
  },
]
