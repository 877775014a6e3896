// The parts of Zendesk's help centre API that the example reads, under their names there.
// https://developer.zendesk.com/api-reference/help_center/help-center-api/introduction/

/** A category or a section in its own language. */
interface Place {
  readonly id: number
  readonly name: string
  readonly description?: string
  readonly position: number
  readonly locale: string
}

/** A section: it stands in a category, or in another section. */
interface Section extends Place {
  readonly category_id: number
  readonly parent_section_id?: number | null
}

/** An article in its own language. */
export interface Article {
  readonly id: number
  /** Its address; it also works without the words after the number. */
  readonly html_url: string
  readonly section_id: number
  readonly title: string
  readonly body: string | null
  readonly locale: string
  readonly draft: boolean
  readonly promoted: boolean
  readonly position: number
  readonly label_names: readonly string[]
  /** The readers; `null` is everybody. */
  readonly user_segment_id: number | null
  readonly edited_at: string
}

/** A category, section or article in one more language. */
export interface Translation {
  readonly source_id: number
  readonly source_type: 'Category' | 'Section' | 'Article'
  readonly html_url?: string
  readonly locale: string
  readonly title: string
  readonly body: string | null
  readonly draft: boolean
  readonly updated_at: string
}

/** A whole help centre: the lists of its API in one file. */
export interface HelpCentre {
  readonly categories: readonly Place[]
  readonly sections: readonly Section[]
  readonly articles: readonly Article[]
  readonly translations: readonly Translation[]
}
