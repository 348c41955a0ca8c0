/** Longest name that is kept, in UTF-16 units; every file system of today takes it, and an ending beside it. */
const LONGEST = 180

/** Names that Windows takes for devices, whatever their ending. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * A name that came in with a file, as every file system takes it: no folders, no signs that turn the writing around or
 * cannot be seen, no device of Windows. The ending stays, since a person tells by it what the file is.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    // Control and format characters: with a right-to-left override “fdp.exe” reads as “exe.pdf”.
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .replace(/[<>:"/\\|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  const named = plain === '' ? 'file' : DEVICE.test(plain) ? `_${plain}` : plain
  if (named.length <= LONGEST) return named
  const ending = /\.[^. ]{1,10}$/.exec(named)?.[0] ?? ''
  return (named.slice(0, LONGEST - ending.length).replace(/[\ud800-\udbff]$/, '') + ending).trim()
}
