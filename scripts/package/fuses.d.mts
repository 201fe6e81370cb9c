export const wantedFuses: Readonly<Record<number, boolean>>
export function fuseName(fuse: number | string): string
export function findFuseFaults(wire: Readonly<Record<string, number | undefined>>): string[]
