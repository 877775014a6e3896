import type { Services } from '../../services.ts'

/** The address under which this server is reached, without a slash at its end. */
export function baseOf({ publicUrl }: Pick<Services, 'publicUrl'>, request: Request): string {
  return publicUrl ?? new URL(request.url).origin
}
