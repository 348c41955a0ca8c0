import { sizeInWords } from '../../ui/size.ts'

/** As in the model, whose schemas the window may not load; main refuses by that one. Bytes. */
const AT_MOST = 25_000_000

/** Why a file is not kept, before a byte of it is read; null when it may be. */
export function fileRefusal({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (size === 0) return `“${name}” is empty. Nothing was kept.`
  if (size <= AT_MOST) return null
  return `“${name}” has ${sizeInWords(size)}; at most 25 MB are kept with a source. Nothing was kept: put where it lies into the address or the place instead.`
}
