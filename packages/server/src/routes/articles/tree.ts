import { SectionTree } from '../../rules/articles/sections.ts'
import type { Tables } from '../../store/store.ts'

/** The sections as a tree. */
export async function sectionTree(tables: Pick<Tables, 'sections'>): Promise<SectionTree> {
  return new SectionTree(await tables.sections.all())
}
