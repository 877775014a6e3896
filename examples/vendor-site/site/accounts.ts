/** Somebody to sign in as in this demonstration; all of them are in `content/users.csv`. */
export interface DemoPerson {
  email: string
  name: string
  who: string
}

/** The password of everybody. A real site has its own accounts; prmkit never sees a password. */
export const demoPassword = 'quellmark'

export const demoPeople: readonly DemoPerson[] = [
  {
    email: 'claudia.brueckner@rheinblick-automation.example',
    name: 'Claudia Brückner',
    who: 'Rheinblick Automation · administrator',
  },
  {
    email: 'aylin.sahin@rheinblick-automation.example',
    name: 'Aylin Şahin',
    who: 'Rheinblick Automation · sees her own deals',
  },
  {
    email: 'anke.petersen@nordhafen.example',
    name: 'Anke Petersen',
    who: 'Nordhafen · distributor, sees her resellers’ deals',
  },
  {
    email: 'khalid.al.mazrouei@alwadi-water.example',
    name: 'Khalid Al Mazrouei',
    who: 'Al Wadi Water Technologies · administrator',
  },
  {
    email: 'katrin.wessels@quellmark.example',
    name: 'Katrin Wessels',
    who: 'Quellmark · channel manager',
  },
]
