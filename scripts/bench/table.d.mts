export function table(rows: readonly Row[]): string
export type Row = {
  readonly name: string
  readonly unit: 'ms' | 'MB' | '/s'
  readonly app: number[]
  readonly bare: number[]
  readonly goal: { readonly ratio: number } | { readonly max: number }
}
