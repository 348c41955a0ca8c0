/** Keys as commands.ts writes them ("Mod-Alt-m"), matched against key events and shown to people. */

type Parsed = {
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
  readonly key: string
}

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export function isMac(): boolean {
  return /Mac|iP(hone|ad)/.test(navigator.platform)
}

function parse(keys: string): Parsed {
  const parts = keys.split('-')
  const key = parts.pop() ?? ''
  return { mod: parts.includes('Mod'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), key }
}

/** Alt turns letters into other signs on some keyboards, so letters and digits also match by their place. */
function sameKey(wanted: string, press: KeyPress): boolean {
  if (press.key.toLowerCase() === wanted.toLowerCase()) return true
  if (/^[a-z]$/i.test(wanted)) return press.altKey && press.code === `Key${wanted.toUpperCase()}`
  if (/^[0-9]$/.test(wanted)) return press.code === `Digit${wanted}`
  return false
}

export function matchesKeys(keys: string, press: KeyPress, mac: boolean): boolean {
  const wanted = parse(keys)
  const mod = mac ? press.metaKey : press.ctrlKey
  const other = mac ? press.ctrlKey : press.metaKey
  // Signs such as "/" need Shift on some keyboards: there Shift is part of the sign.
  const sign = wanted.key.length === 1 && !/[a-z0-9]/i.test(wanted.key)
  const shift = sign && !wanted.shift ? true : press.shiftKey === wanted.shift
  return mod === wanted.mod && !other && press.altKey === wanted.alt && shift && sameKey(wanted.key, press)
}

const NAMES: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' }

/** "Ctrl Alt M", or "⌘ ⌥ M" on a Mac. */
export function keysInWords(keys: string, mac: boolean): string {
  const { mod, alt, shift, key } = parse(keys)
  const parts = [
    mod && (mac ? '⌘' : 'Ctrl'),
    alt && (mac ? '⌥' : 'Alt'),
    shift && (mac ? '⇧' : 'Shift'),
    NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key),
  ]
  return parts.filter((part) => part !== false).join(' ')
}
