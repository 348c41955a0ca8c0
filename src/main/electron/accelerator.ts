const NAMES: Readonly<Record<string, string>> = {
  Mod: 'CommandOrControl',
  Alt: 'Alt',
  Shift: 'Shift',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
}

/**
 * A key of the command table as Electron writes it: Mod-Alt-c becomes CommandOrControl+Alt+C. Null for a bare
 * character, which is typed far more often than it is meant.
 */
export function accelerator(key: string): string | null {
  const parts = key.split('-')
  const name = parts.at(-1) ?? ''
  if (parts.length === 1 && !/^F\d+$/.test(name)) return null
  return parts.map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join('+')
}
