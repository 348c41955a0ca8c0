/** Without the elements of these names and all that is in them. */
export function without(text: string, names: readonly string[]): string {
  return names.reduce(
    (so, name) =>
      so.replace(
        new RegExp(
          `<((?:[\\w.-]+:)?${name})(?:\\s(?:[^"'>/]|"[^"]*"|'[^']*')*)?(?:/>|>[\\s\\S]*?</\\1>)`,
          'g',
        ),
        '',
      ),
    text,
  )
}
