export * from './events.ts'
export {
  createPartnerPortal,
  PrmPortal,
  type PartnerPortalOptions,
} from './widgets/portal/define.ts'
export { icon, replaceIcons } from './primitives/icon/icon.ts'
export type { Appearance, ColorScheme } from './styles/appearance.ts'
