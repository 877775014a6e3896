import type { Meta, StoryObj } from '@storybook/web-components-vite'
import { html, nothing } from 'lit'
import type { Upload } from '../field/context.ts'
import type { FileValue } from './file-drop-options.ts'
import './define.ts'

type Props = {
  label: string
  hint: string
  error: string
  value: FileValue | undefined
  upload: Upload
  disabled: boolean
  lang: string | undefined
}

const succeed: Upload = async ({ name, size }) => ({ id: name, name, size, status: 'ready' })

export default {
  title: 'Primitives/File drop',
  component: 'prm-file-drop',
  args: {
    label: 'Attachments',
    hint: 'The customer’s request, plans, a quote.',
    error: '',
    value: undefined,
    upload: succeed,
    disabled: false,
    lang: undefined,
  },
  render: ({ label, hint, error, value, upload, disabled, lang }) => html`
    <prm-file-drop
      lang=${lang ?? nothing}
      label=${label}
      hint=${hint}
      error=${error}
      accept=".pdf,image/*"
      max-files="4"
      max-size="5000000"
      .value=${value}
      .upload=${upload}
      ?disabled=${disabled}
    ></prm-file-drop>
  `,
} satisfies Meta<Props>

/** Gives the zone three files: one to take, one too many bytes, one of a wrong kind. */
const give: StoryObj<Props>['play'] = ({ canvasElement }) => {
  const input = canvasElement.querySelector('prm-file-drop')?.shadowRoot?.querySelector('input')
  if (!input) return
  const data = new DataTransfer()
  for (const [name, size, type] of [
    ['network-plan.pdf', 48_200, 'application/pdf'],
    ['site-photos-of-every-rack-in-both-buildings-2026-11.png', 5_000_001, 'image/png'],
    ['quote.exe', 10, 'application/x-msdownload'],
  ] as const) {
    data.items.add(new File([new Uint8Array(size)], name, { type }))
  }
  input.files = data.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

export const Empty: StoryObj<Props> = {}
export const Uploaded: StoryObj<Props> = { play: give }
export const Uploading: StoryObj<Props> = {
  args: {
    upload: (_file, { onProgress }) => {
      onProgress(0.6)
      return new Promise(() => {})
    },
  },
  play: give,
}
export const ConnectionLost: StoryObj<Props> = {
  args: { upload: () => Promise.reject(new Error('offline')) },
  play: give,
}
export const Refused: StoryObj<Props> = {
  args: {
    upload: async ({ name }) => ({
      id: name,
      name,
      status: 'rejected',
      statusReason: 'It holds a virus.',
    }),
  },
  play: give,
}
export const Interrupted: StoryObj<Props> = {
  args: { value: [{ name: 'network-plan.pdf' }], error: 'Choose the file again, or remove it.' },
}
export const Disabled: StoryObj<Props> = { args: { value: ['network-plan.pdf'], disabled: true } }
export const Arabic: StoryObj<Props> = {
  args: { label: 'المرفقات', lang: 'ar' },
  play: give,
  tags: ['one-language'],
}
