import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { stage } from '../../../test/stage.ts'
import { skeleton } from './skeleton.ts'
import { skeletonStyles } from './skeleton.styles.ts'

type Props = { boxes: number }

/**
 * The shape of what is coming, while it is loaded; still where somebody wants less motion. A template
 * function of the widgets, not an element.
 */
export default {
  title: 'Primitives/Skeleton',
  args: { boxes: 3 },
  render: ({ boxes }) => stage(skeletonStyles, ({ t }) => skeleton(t('loading'), boxes)),
} satisfies Meta<Props>

export const Loading: StoryObj<Props> = {}
export const Tall: StoryObj<Props> = { args: { boxes: 8 } }
