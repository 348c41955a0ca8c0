/** "1 change", "14 changes", "no changes". */
export function counted(count: number, one: string, many = `${one}s`): string {
  if (count === 0) return `no ${many}`
  return `${count} ${count === 1 ? one : many}`
}
